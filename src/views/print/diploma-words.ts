import type { Diploma } from '../../features/progress/diploma.ts';
import type { ViewKit } from '../define-view.ts';
import { oneLine } from '../escape.ts';

/** All that stands on the proof of a finished module, in the order in which it is read. */
export type DiplomaWords = {
  title: string;
  municipality: string;
  /** What the drawing of a speech bubble is, for who does not see it. */
  mark: string;
  name: string;
  hasCompleted: string;
  module: string;
  facts: readonly { label: string; value: string }[];
  draft?: string;
  builtOn?: { heading: string; sources: readonly string[]; more(count: number): string };
  made: string;
  /** The title of the file itself, as a reader shows it. */
  subject: string;
};

/** `kit` is a kit for print: its dates have their year. */
export function diplomaWords(diploma: Diploma, municipality: string, kit: ViewKit): DiplomaWords {
  const { module, completedOn, form, moduleVersion, isDraft } = diploma;
  const name = onPaper(diploma.displayName);
  const title = onPaper(kit.pick(module.title));
  const sources = module.sources.map(({ source }) => onPaper(source));
  const fact = (label: string, value: string) => ({ label, value });
  return {
    title: kit.t('diploma.paper.title'),
    municipality: onPaper(municipality),
    mark: kit.t('diploma.paper.mark'),
    name,
    hasCompleted: kit.t('diploma.paper.has-completed'),
    module: title,
    facts: [
      fact(kit.t('diploma.paper.date'), kit.date(completedOn)),
      fact(kit.t('diploma.paper.duration'), kit.t('diploma.paper.minutes', { minutes: module.minutes })),
      fact(kit.t('diploma.paper.form'), form === 'group' ? kit.t('diploma.paper.group') : kit.t('diploma.paper.alone')),
      fact(kit.t('diploma.paper.version'), String(moduleVersion)),
    ],
    ...(isDraft && { draft: kit.t('diploma.paper.draft') }),
    ...(sources.length > 0 && {
      builtOn: {
        heading: kit.t('diploma.paper.built-on'),
        sources,
        more: (count: number) => kit.t('diploma.paper.more', { count }),
      },
    }),
    made: kit.t('diploma.paper.made', { municipality: onPaper(municipality) }),
    subject: kit.t('diploma.paper.subject', { module: title, name }),
  };
}

/** A name that long is no name, and must not push the rest from the page. */
const mostCharacters = 160;
/** Longer words are broken: a line breaks at spaces only. */
const longWord = /\S{34}(?=\S)/gu;

/** One line that fits on the page whatever it holds. Letters in two parts, as some systems write š, become one that the font has. */
export function onPaper(text: string): string {
  const line = oneLine(text).normalize('NFC');
  const short = [...line].length > mostCharacters ? `${[...line].slice(0, mostCharacters).join('').trim()}…` : line;
  return short.replace(longWord, '$& ');
}

import type { TimeZone } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import type { Diploma } from '../../features/progress/diploma.ts';
import { oneLine } from '../escape.ts';
import { createViewKits, type Texts } from '../view-kit.ts';
import { drawDiploma } from './draw-diploma.ts';

/** A diploma as a file, and what is said about it. */
export type DiplomaFile = { name: string; bytes: Uint8Array; description: string; here: string };

/** Makes the file. The same completion, content and language give the same file. Throws Failure `bug` for a text that is missing. */
export type DiplomaPress = (diploma: Diploma, locale: Locale, now: Date) => Promise<DiplomaFile>;

/** What OneDrive takes in no name, and what would make it long. */
const notInNames = /["*:<>?/\\|#%]/g;
const mostTitleCharacters = 80;

export function createDiplomaPress(words: { texts: Texts; zone: TimeZone; municipality: string }): DiplomaPress {
  const kitFor = createViewKits(words);
  return async (diploma, locale, now) => {
    const kit = kitFor(locale, now);
    const module = oneLine(kit.pick(diploma.module.title));
    const short = [...module.replace(notInNames, '')].slice(0, mostTitleCharacters).join('').trim();
    return {
      name: `${oneLine(kit.t('diploma.paper.file', { module: short, date: diploma.completedOn }))}.pdf`,
      bytes: await drawDiploma(diploma, words.municipality, kit),
      description: kit.t('diploma.description', { module }),
      here: kit.t('diploma.here', { module }),
    };
  };
}

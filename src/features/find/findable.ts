import { type Locale, type LocalText, locales } from '../../core/locale.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { GuideContent, Step } from '../guide/guide.ts';
import { entryHomes } from './entry-homes.ts';
import type { Word } from './word.ts';

/** All that can be found, as the municipality has written it. */
export type FindContent = { catalogue: Catalogue; guide: GuideContent; words: readonly Word[] };

/** In the order in which they are shown: what a word means comes first. */
export const foundKinds = ['word', 'guide', 'module', 'tool', 'law', 'contact'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What is found, by kind and id: `word:stafettholder`. A card may carry it; whoever reads it looks it up again. */
export type FoundRef = string;
export const foundRef = (kind: FoundKind, id: string): FoundRef => `${kind}:${id}`;

/** One thing that can be found, in one language. `names`: what it is called, in every language. */
export type Findable = { ref: FoundRef; names: readonly string[]; summary: string; text: string };

/** Everything that can be found. */
export function findablesIn({ catalogue, guide, words }: FindContent, locale: Locale): readonly Findable[] {
  const pick = (text: LocalText): string => text[locale];
  return [
    ...words.map(({ wordId, term, findBy, meaning }) => ({
      ref: foundRef('word', wordId),
      names: [...inAll(term), ...findBy],
      summary: pick(meaning),
      text: '',
    })),
    ...entryHomes(guide).map(({ entryId, steps }) => guideEntry(guide, entryId, steps, pick)),
    ...catalogue.modules.map(({ moduleId, title, summary, cards }) => ({
      ref: foundRef('module', moduleId),
      names: inAll(title),
      summary: pick(summary),
      text: cards.flatMap(({ heading, text }) => [pick(heading), pick(text)]).join('\n'),
    })),
    ...factsIn(guide, pick),
  ];
}

function guideEntry(guide: GuideContent, entryId: string, steps: readonly Step[], pick: Pick1): Findable {
  const label = guide.entries.get(entryId)?.label;
  return {
    ref: foundRef('guide', entryId),
    names: label ? inAll(label) : [],
    summary: steps.map(({ heading }) => pick(heading)).join('\n'),
    text: steps.flatMap((step) => wordsOf(step).map(pick)).join('\n'),
  };
}

function factsIn(guide: GuideContent, pick: Pick1): readonly Findable[] {
  const contacts = [...guide.contacts.values()].filter(({ kind }) => kind !== 'leader');
  return [
    ...[...guide.tools.values()].map(({ toolId, name, use }) => ({
      ref: foundRef('tool', toolId),
      ...{ names: inAll(name), summary: pick(use), text: '' },
    })),
    ...guide.laws.map(({ lawId, title, items, service }) => ({
      ref: foundRef('law', lawId),
      names: inAll(title),
      summary: service ? pick(service) : '',
      text: items.map(pick).join('\n'),
    })),
    ...contacts.map(({ contactId, name, use, number = '' }) => ({
      ref: foundRef('contact', contactId),
      ...{ names: inAll(name), summary: `${pick(use)} ${number}`, text: '' },
    })),
  ];
}

type Pick1 = (text: LocalText) => string;

const inAll = (text: LocalText): readonly string[] => [...new Set(locales.map((locale) => text[locale]))];

function wordsOf({ text, dos, donts, ...step }: Step): readonly LocalText[] {
  const parts = 'parts' in step ? step.parts : undefined;
  const inParts = parts ? [parts.what, parts.how, parts.who, ...(parts.tools ? [parts.tools] : [])] : [];
  return [...text, ...dos, ...donts, ...inParts];
}

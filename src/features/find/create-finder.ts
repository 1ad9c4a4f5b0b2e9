import MiniSearch from 'minisearch';
import { type Locale, locales } from '../../core/locale.ts';
import { mostWordLetters } from '../guide/fold.ts';
import { isOneSlipAway } from '../guide/mend-typos.ts';
import { indexTerms, nameKey, queryWords, stemOf, wholeKey } from './content-words.ts';
import { type Findable, type FindContent, type FoundRef, findablesIn, foundKinds, foundRef } from './findable.ts';
import { relatedTo } from './related.ts';
import { spellingsOf } from './spelling.ts';
import { findTitled } from './titled.ts';
import type { Word } from './word.ts';

/**
 * `named`: whether the text is the name of the first one; `nearly`: with a slip of the pen. `whole`: what has this for its name when not even
 * a small word is left out, as in "PPT?" but not in "er han hos PPT?". `titled`: the modules whose title the text is, or words of it.
 * `together`: what has every word of a short text somewhere.
 */
export type Found = {
  refs: readonly FoundRef[];
  named: 'exactly' | 'nearly' | 'no';
  whole: readonly FoundRef[];
  titled: readonly FoundRef[];
  together: readonly FoundRef[];
};

/** Finds what a text names or speaks of, best first. The same text always finds the same, in the same order. Keeps nothing of it. */
export type Finder = (text: string, locale: Locale) => Found;

const mostFound = 24;
/** What is this much worse than the best is no answer. */
const leastShare = 0.2;
const nameLetters = 6;
const prefixLetters = 4;
/** A word so long may have two slips. What the index looks through for them grows as the square of its letters. */
const longLetters = 10;
const mayHaveSlips = ({ length }: string): boolean => length >= longLetters && length <= mostWordLetters;
/** Of more words hardly ever all stand in one place. */
const mostTogether = 4;

/** The index of a language is built when somebody first searches in it. */
export function createFinder(content: FindContent): Finder {
  const indexes = new Map<Locale, Finder>(
    locales.map((locale) => {
      let search: Search | undefined;
      return [
        locale,
        (text) => {
          search ??= buildIndex(findablesIn(content, locale), content.words);
          return search(text);
        },
      ];
    }),
  );
  return (text, locale) => indexes.get(locale)?.(text, locale) ?? nothing;
}

const nothing: Found = { refs: [], named: 'no', whole: [], titled: [], together: [] };

type Search = (text: string) => Found;

function buildIndex(findables: readonly Findable[], words: readonly Word[]): Search {
  const known = new Set<string>();
  const index = new MiniSearch<Findable>({
    idField: 'ref',
    fields: ['names', 'summary', 'text'],
    extractField: (findable, field) =>
      field === 'names' ? findable.names.join('\n') : String(fieldOf(findable, field)),
    tokenize: indexTerms,
    processTerm: (term) => {
      known.add(term);
      return term;
    },
  });
  index.addAll([...findables]);
  const byName = groupByName(findables, nameKey);
  const byWhole = groupByName(findables, wholeKey);
  const modules = findables.filter(({ ref }) => ref.startsWith('module:'));
  const nextTo = new Map(words.map((word) => [foundRef('word', word.wordId), relatedTo(word)]));

  return (text) => {
    const { named, refs: ofName } = findNamed(byName, nameKey(text));
    const best = [...inKindOrder(ofName), ...searchIndex(index, queryWords(text), known)];
    const refs = [...best.slice(0, 1), ...(nextTo.get(best[0] ?? '') ?? []), ...best];
    const whole = (byWhole.get(wholeKey(text)) ?? []).map(({ ref }) => ref);
    return {
      refs: [...new Set(refs)].slice(0, mostFound),
      ...{ named, whole: inKindOrder(whole) },
      titled: findTitled(modules, text),
      together: searchTogether(index, queryWords(text), known),
    };
  };
}

type ByName = ReadonlyMap<string, readonly { ref: FoundRef }[]>;

function groupByName(findables: readonly Findable[], keyOf: (name: string) => string): ByName {
  const named = findables.flatMap(({ ref, names }) => names.map((name) => ({ ref, key: keyOf(name) })));
  return Map.groupBy(named, ({ key }) => key);
}

const fieldOf = (findable: Findable, field: string): string =>
  field === 'ref' ? findable.ref : field === 'summary' ? findable.summary : findable.text;

function findNamed(byName: ByName, key: string): Pick<Found, 'refs' | 'named'> {
  const exact = key === '' ? undefined : byName.get(key);
  if (exact) return { refs: exact.map(({ ref }) => ref), named: 'exactly' };
  // "Nivå 2" is no slip for "nivå 3".
  if (key.length < nameLetters || /\d/.test(key)) return { refs: [], named: 'no' };
  const near = [...byName].filter(([name]) => name.length >= nameLetters && isOneSlipAway(key, name));
  const refs = near.flatMap(([, ones]) => ones.map(({ ref }) => ref));
  return { refs, named: refs.length > 0 ? 'nearly' : 'no' };
}

/** Words as they were written or meant, their stems, and two that may be one ("stafett holder"). */
function searchIndex(index: MiniSearch<Findable>, words: readonly string[], known: ReadonlySet<string>): FoundRef[] {
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`);
  const meant = [...words, ...pairs].flatMap((word) => spellingsOf(word, known));
  const terms = [...new Set([...words, ...meant].flatMap((word) => [word, stemOf(word)]))];
  if (terms.length === 0) return [];
  const results = index.search(terms.join(' '), {
    tokenize: (joined) => joined.split(' '),
    processTerm: (term) => term,
    boost: { names: 6, summary: 2 },
    prefix: (term) => term.length >= prefixLetters,
    fuzzy: (term) => (known.has(term) || !mayHaveSlips(term) || meant.length > 0 ? false : 2),
  });
  // Of several spellings the rarest would win, and it is not sure to be the one that was meant.
  const isSpeltRight = words.every((word) => known.has(word));
  const enough = isSpeltRight ? (results[0]?.score ?? 0) * leastShare : 0;
  return results
    .filter(({ score }) => score >= enough)
    .sort((one, other) => other.score - one.score || (String(one.id) < String(other.id) ? -1 : 1))
    .map(({ id }) => String(id));
}

function searchTogether(
  index: MiniSearch<Findable>,
  words: readonly string[],
  known: ReadonlySet<string>,
): readonly FoundRef[] {
  if (words.length === 0 || words.length > mostTogether) return [];
  const queries = words.map((word) => [...new Set([word, stemOf(word), ...spellingsOf(word, known)])].join(' '));
  const results = index.search(
    { combineWith: 'AND', queries: queries.map((joined) => ({ combineWith: 'OR', queries: [joined] })) },
    {
      tokenize: (joined) => joined.split(' '),
      processTerm: (term) => term,
      prefix: (term) => term.length >= prefixLetters,
    },
  );
  return results.map(({ id }) => String(id)).slice(0, mostFound);
}

function inKindOrder(refs: readonly FoundRef[]): readonly FoundRef[] {
  const placeOf = (ref: FoundRef): number => foundKinds.findIndex((kind) => ref.startsWith(`${kind}:`));
  return [...new Set(refs)].sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));
}

import { foldWords } from '../guide/fold.ts';
import { isOneSlipAway } from '../guide/mend-typos.ts';
import { queryWords, stemOf, wholeKey } from './content-words.ts';
import type { Findable, FoundRef } from './findable.ts';

/** Shorter ones are too near to others. */
const fewestLetters = 6;
const searchVerbs: ReadonlySet<string> = new Set(['søk', 'sok', 'search', 'finn', 'find']);

/**
 * The modules that a text names: "Vold og overgrep", "mobing", "søk samtalen med barnet"; but none in a text that says more than that. A
 * whole title names that module alone.
 */
export function findTitled(modules: readonly Findable[], text: string): readonly FoundRef[] {
  const words = queryWords(text);
  if (words.length === 0) return [];
  const key = wholeKey(withoutVerb(text));
  const all = modules.filter(({ names }) => names.some((name) => isSame(key, wholeKey(name))));
  const named =
    all.length > 0 ? all : modules.filter(({ names }) => names.some((name) => holds(queryWords(name), words)));
  return named.map(({ ref }) => ref);
}

const holds = (title: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => title.some((one) => isSame(stemOf(word), stemOf(one))));

const isSame = (text: string, name: string): boolean =>
  text === name || (text.length >= fewestLetters - 1 && name.length >= fewestLetters && isOneSlipAway(text, name));

function withoutVerb(text: string): string {
  const [first = '', ...others] = foldWords(text);
  return searchVerbs.has(first) ? others.join(' ') : text;
}

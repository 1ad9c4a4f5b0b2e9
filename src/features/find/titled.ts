import { foldWords } from '../guide/fold.ts';
import { isOneSlipAway } from '../guide/mend-typos.ts';
import { queryWords, stemOf, wholeKey } from './content-words.ts';
import type { Findable, FoundRef } from './findable.ts';

/** `all`: the text is the title, perhaps with a slip of the pen; `part`: it is words of it, and nothing besides. */
export type Titled = { refs: readonly FoundRef[]; is: 'all' | 'part' | 'no' };

/** Shorter ones are too near to others. */
const fewestLetters = 6;
const searchVerbs: ReadonlySet<string> = new Set(['søk', 'sok', 'search', 'finn', 'find']);

/** The modules that a text names: "Vold og overgrep", "mobing", "søk samtalen med barnet"; but none in a text that says more than that. */
export function findTitled(modules: readonly Findable[], text: string): Titled {
  const words = queryWords(text);
  if (words.length === 0) return { refs: [], is: 'no' };
  const key = wholeKey(withoutVerb(text));
  const all = modules.filter(({ names }) => names.some((name) => isSame(key, wholeKey(name))));
  if (all.length > 0) return { refs: refsOf(all), is: 'all' };
  const part = modules.filter(({ names }) => names.some((name) => holds(queryWords(name), words)));
  return part.length > 0 ? { refs: refsOf(part), is: 'part' } : { refs: [], is: 'no' };
}

const holds = (title: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => title.some((one) => isSame(stemOf(word), stemOf(one))));

const isSame = (text: string, name: string): boolean =>
  text === name || (text.length >= fewestLetters - 1 && name.length >= fewestLetters && isOneSlipAway(text, name));

function withoutVerb(text: string): string {
  const [first = '', ...others] = foldWords(text);
  return searchVerbs.has(first) ? others.join(' ') : text;
}

const refsOf = (modules: readonly Findable[]): readonly FoundRef[] => modules.map(({ ref }) => ref);

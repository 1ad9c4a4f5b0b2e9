import { isOneSlipAway } from '../guide/mend-typos.ts';

/** A shorter word is too near to others. */
const fewestLetters = 6;
const mostSpellings = 3;

/** What somebody may have meant: the word itself where it is known, otherwise at most three known words that are one slip away. */
export function spellingsOf(word: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(word)) return [word];
  if (word.length < fewestLetters) return [];
  const near: string[] = [];
  for (const other of known) if (other.length >= fewestLetters - 1 && isOneSlipAway(word, other)) near.push(other);
  return near.sort().slice(0, mostSpellings);
}

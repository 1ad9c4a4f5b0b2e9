import { isOneSlipAway } from '../guide/mend-typos.ts';

/** A shorter word is too near to others. What was written may have lost a letter. */
const fewestLetters = 6;
const mostSpellings = 6;

/** What somebody may have meant: the word itself where it is known, otherwise known words that are one slip away, at most six. */
export function spellingsOf(word: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(word)) return [word];
  if (word.length < fewestLetters - 1) return [];
  const near: string[] = [];
  for (const other of known) if (other.length >= fewestLetters && isOneSlipAway(word, other)) near.push(other);
  return near
    .sort((one, other) => startOf(one, word) - startOf(other, word) || (one < other ? -1 : 1))
    .slice(0, mostSpellings);
}

/** People seldom slip in the first letter. */
const startOf = (known: string, word: string): number => (known[0] === word[0] ? 0 : 1);

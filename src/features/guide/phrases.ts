import { foldWords, isLetter, plainLetters } from './fold.ts';

/**
 * Phrases to look for. A phrase is words in a row; `*` at the end of a word stands for any ending. `a + b` wants both anywhere in
 * the text, `a | b` wants one of them. Written with æøå and doubled letters as usual: they are folded like the text.
 */
export type Phrases = {
  /** The first phrase that is in the text. */
  find(words: readonly string[]): string | undefined;
  /** Whether these words are one of the phrases, and nothing else stands among them. */
  isAll(words: readonly string[]): boolean;
  /** Whether this folded word is a word of any phrase, if only one of several. */
  knows(word: string): boolean;
};

type Word = { letters: string; isStem: boolean };
type Sequence = { id: number; words: readonly Word[] };
type Rule = { phrase: string; parts: readonly (readonly number[])[] };

/** Compiles phrases once. Looking costs a few comparisons for each word of the text, however many phrases there are. */
export function compilePhrases(phrases: readonly string[]): Phrases {
  const sequences: Sequence[] = [];
  const rules = phrases.map((phrase) => ({ phrase, parts: readParts(phrase, sequences) }));
  const byStart = groupByStart(sequences);
  const vocabulary = Map.groupBy(
    sequences.flatMap(({ words }) => words),
    ({ letters }) => startOf(letters),
  );
  return {
    find(words) {
      const found = findSequences(byStart, words);
      return rules.find((rule) => rule.parts.every((part) => part.some((id) => found.has(id))))?.phrase;
    },
    isAll: (words) =>
      sequences.some(
        ({ words: wanted }) =>
          wanted.length === words.length && wanted.every((part, index) => fits(part, words[index])),
      ),
    knows: (word) => (vocabulary.get(startOf(word)) ?? []).some((known) => fits(known, word)),
  };
}

function readParts(phrase: string, sequences: Sequence[]): Rule['parts'] {
  return phrase.split('+').map((part) =>
    part.split('|').map((alternative) => {
      const id = sequences.length;
      sequences.push({ id, words: readWords(alternative) });
      return id;
    }),
  );
}

function readWords(alternative: string): readonly Word[] {
  return alternative
    .trim()
    .split(/\s+/)
    .map((word) => ({ letters: foldWords(word).join(''), isStem: word.endsWith('*') }));
}

/** By the first two letters of the first word, which a stem has too. */
const startOf = (word: string): string => plainLetters(word.slice(0, 2));

function groupByStart(sequences: readonly Sequence[]): ReadonlyMap<string, readonly Sequence[]> {
  return Map.groupBy(sequences, ({ words }) => startOf(words[0]?.letters ?? ''));
}

function findSequences(byStart: ReadonlyMap<string, readonly Sequence[]>, words: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const [index, word] of words.entries()) {
    for (const { id, words: wanted } of byStart.get(startOf(word)) ?? []) {
      if (!found.has(id) && wanted.every((part, offset) => fits(part, words[index + offset]))) found.add(id);
    }
  }
  return found;
}

function fits({ letters, isStem }: Word, word: string | undefined): boolean {
  if (word === undefined || word.length < letters.length) return false;
  if (!isStem && word.length !== letters.length) return false;
  for (let index = 0; index < letters.length; index += 1) {
    if (!isLetter(letters.charAt(index), word[index])) return false;
  }
  return true;
}

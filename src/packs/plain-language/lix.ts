import { countWords } from '../count-words.ts';
import { splitSentences } from './split-sentences.ts';

const longLetters = 6;

/**
 * LIX, as Carl-Hugo Björnsson defined it: words per sentence, plus the percentage of words with more than six letters. Below 40 is
 * easy, above 50 hard. 0 for a text without words.
 */
export function lixOf(text: string): number {
  const words = countWords(text);
  if (words === 0) return 0;
  return Math.round(words / splitSentences(text).length + (100 * longWordsIn(text).length) / words);
}

/** The words with more than six letters, as they stand. Parts of a word with a hyphen are counted one by one. */
export const longWordsIn = (text: string): readonly string[] =>
  (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > longLetters);

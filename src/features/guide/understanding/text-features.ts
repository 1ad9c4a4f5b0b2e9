import { plainLetters } from '../fold.ts';
import type { Sentence } from './read-sentences.ts';

/** A word's beginnings of so many letters stand for its endings, and for words made of it. */
const beginnings = [4, 5, 6];
/** A longer text says what it is about in so many words, and must not cost more for being long. */
const mostWords = 600;
const lengths = [1, 3, 7, 15, 40];

/**
 * What the judge weighs in a text: words, their beginnings, pairs of words that stand together, the concepts of the lexicon that are
 * spoken of or denied, and how long it is. Named, so that a judgement can be explained. `word:slår`, `start:blam`, `pair:slår meg`,
 * `concept:injury`, `not:injury`, `length:7`.
 */
export function textFeatures(sentences: readonly Sentence[]): ReadonlySet<string> {
  const features = new Set<string>();
  let left = mostWords;
  for (const { said, spoken, denied } of sentences) {
    for (const concept of spoken) features.add(`concept:${concept}`);
    for (const concept of denied) features.add(`not:${concept}`);
    addWords(features, said.slice(0, left));
    left = Math.max(0, left - said.length);
  }
  features.add(`length:${lengths.find((most) => most >= mostWords - left) ?? 'long'}`);
  return features;
}

function addWords(features: Set<string>, words: readonly string[]): void {
  let before = '<';
  for (const word of words) {
    features.add(`word:${word}`);
    features.add(`pair:${before} ${word}`);
    const plain = plainLetters(word);
    for (const letters of beginnings) if (plain.length > letters) features.add(`start:${plain.slice(0, letters)}`);
    before = word;
  }
  if (words.length > 0) features.add(`pair:${before} >`);
}

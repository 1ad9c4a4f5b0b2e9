import { foldWords, isLetter, mostWordLetters, plainLetters } from '../fold.ts';
import type { Lexicon } from './lexicon.ts';

/** One place where a concept stands in a sentence: the index of its first word, and how many words it takes. */
export type Mention = { concept: string; at: number; length: number };

export type Concepts = {
  /** The mentions that begin with the word at this place of these folded words. Costs a few comparisons, however many ways there are. */
  findAt(words: readonly string[], at: number): readonly Mention[];
  /** Whether this folded word is a word of any way of saying, if only one of several. */
  knows(word: string): boolean;
};

type Form = { letters: string; isStem: boolean; isTail: boolean };
/** One word of a way; `~` before it lets up to three others stand between. */
type Part = { forms: readonly Form[]; isLoose: boolean };
type Way = { concept: string; parts: readonly Part[] };

const mostBetween = 3;
const fewestBeforeTail = 2;
const keyLetters = 3;
const mostStartLetters = 5;

/** Compiles a lexicon once. */
export function compileLexicon(lexicon: Lexicon): Concepts {
  const ways = Object.entries(lexicon).flatMap(([concept, lines]) =>
    lines.flatMap((line) => line.split('|').flatMap((way) => readWay(concept, way))),
  );
  const byStart = new Map<string, Way[]>();
  const byTail = new Map<string, Way[]>();
  for (const way of ways) {
    for (const form of way.parts[0]?.forms ?? []) {
      addTo(byStart, startOf(form), way);
      if (form.isTail) addTo(byTail, keyOf(form.letters), way);
    }
  }
  const byAnyWord = new Map<string, Form[]>();
  for (const form of ways.flatMap(({ parts }) => parts.flatMap(({ forms }) => forms))) {
    addTo(byAnyWord, startOf(form), form);
    if (form.isTail) addTo(byAnyWord, keyOf(form.letters), form);
  }
  const beginning = (word: string): readonly Way[] => [
    ...startKeys(word).flatMap((key) => byStart.get(key) ?? []),
    ...tailKeys(word).flatMap((key) => byTail.get(key) ?? []),
  ];
  return {
    findAt: (words, at) => findLongest(beginning(words[at] ?? ''), words, at),
    knows: (word) =>
      [...startKeys(word), ...tailKeys(word)].some((key) => byAnyWord.get(key)?.some((form) => fits(form, word))),
  };
}

/** Two lexicons without a concept in common as one, without compiling the ways of either anew. */
export const joinConcepts = (one: Concepts, other: Concepts): Concepts => ({
  findAt: (words, at) => [...one.findAt(words, at), ...other.findAt(words, at)],
  knows: (word) => one.knows(word) || other.knows(word),
});

function addTo<T>(index: Map<string, T[]>, key: string, entry: T): void {
  const entries = index.get(key);
  if (!entries) index.set(key, [entry]);
  else if (entries.at(-1) !== entry) entries.push(entry);
}

function readWay(concept: string, way: string): Way[] {
  const parts: Part[] = [];
  let isLoose = false;
  for (const word of way.trim().split(/\s+/)) {
    if (word === '~') {
      isLoose = true;
      continue;
    }
    const forms = word.split('/').flatMap(readForms);
    if (forms.length > 0) parts.push({ forms, isLoose });
    isLoose = false;
  }
  return parts.length > 0 ? [{ concept, parts }] : [];
}

/** A word with a hyphen is one form of joined letters here, and two words in a text: both are read. */
function readForms(word: string): Form[] {
  const letters = word === '§' ? '§' : foldWords(word).join('');
  return letters === '' ? [] : [{ letters, isStem: word.endsWith('*'), isTail: word.startsWith('*') }];
}

/** A word that is meant whole is looked up whole, a stem by its first letters: few ways are left to compare. */
function startOf({ letters, isStem }: Form): string {
  return isStem ? plainLetters(letters.slice(0, mostStartLetters)) : `=${plainLetters(letters)}`;
}

function startKeys(word: string): readonly string[] {
  const plain = plainLetters(word.slice(0, mostWordLetters));
  const keys = [`=${plain}`];
  for (let length = 1; length <= Math.min(mostStartLetters, plain.length); length += 1)
    keys.push(plain.slice(0, length));
  return keys;
}

const keyOf = (word: string): string => plainLetters(word.slice(0, keyLetters));

/** Of a word that is too long none are looked for. */
function tailKeys(word: string): readonly string[] {
  if (word.length > mostWordLetters) return [];
  const plain = plainLetters(word);
  const keys: string[] = [];
  for (let at = fewestBeforeTail; at + keyLetters <= plain.length; at += 1) keys.push(plain.slice(at, at + keyLetters));
  return keys;
}

function findLongest(ways: readonly Way[], words: readonly string[], at: number): Mention[] {
  const found = new Map<string, Mention>();
  for (const { concept, parts } of ways) {
    const length = matchParts(parts, words, at);
    if (length > (found.get(concept)?.length ?? 0)) found.set(concept, { concept, at, length });
  }
  return [...found.values()];
}

/** How many words the parts take from `at`; 0 when they do not stand there. The nearest word is taken, so this is linear. */
function matchParts(parts: readonly Part[], words: readonly string[], at: number): number {
  let next = at;
  for (const part of parts) {
    const reach = part.isLoose ? mostBetween : 0;
    let skipped = 0;
    while (skipped <= reach && !fitsPart(part, words[next + skipped])) skipped += 1;
    if (skipped > reach) return 0;
    next += skipped + 1;
  }
  return next - at;
}

const fitsPart = ({ forms }: Part, word: string | undefined): boolean =>
  word !== undefined && forms.some((form) => fits(form, word));

function fits({ letters, isStem, isTail }: Form, word: string): boolean {
  if (fitsFrom(letters, isStem, word, 0)) return true;
  if (!isTail || word.length > mostWordLetters) return false;
  const last = word.length - letters.length;
  if (!isStem) return last >= fewestBeforeTail && fitsFrom(letters, isStem, word, last);
  for (let start = fewestBeforeTail; start <= last; start += 1) if (fitsFrom(letters, isStem, word, start)) return true;
  return false;
}

function fitsFrom(letters: string, isStem: boolean, word: string, start: number): boolean {
  const rest = word.length - start;
  if (rest < letters.length || (!isStem && rest !== letters.length)) return false;
  for (let index = 0; index < letters.length; index += 1) {
    if (isLetter(letters.charAt(index), word[start + index])) continue;
    if (!isStem || index < letters.length - 1 || !isJoined(letters.charAt(index), word[start + index])) return false;
  }
  return true;
}

/** "Pappaen" and "skjemaa" are folded to one letter where an ending meets the last one of the stem. */
const isJoined = (ours: string, theirs: string | undefined): boolean =>
  ours === 'a' && (theirs === 'æ' || theirs === 'å');

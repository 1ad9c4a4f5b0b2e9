import { foldWords } from '../fold.ts';
import { mendTypos } from '../mend-typos.ts';
import type { Concepts, Mention } from './concepts.ts';

/** A sentence as what it speaks of. `denied` are the concepts that it says are not so ("ingen blåmerker"). */
export type Sentence = {
  /** Folded, and with slips in key words put right. */
  said: readonly string[];
  spoken: ReadonlySet<string>;
  denied: ReadonlySet<string>;
};

const mostWords = 6000;
const mostDenyingWords = 5;
/** Only a thing can be denied: "slår ikke" is still about hitting. */
const deniable: ReadonlySet<string> = new Set(
  'violence sexual rape injury suicide selfHarm urgent worry forced honour neglect weapon'.split(' '),
);
/** In "kva seier lova" and "sier nei" nobody tells of anything. */
const notTelling: ReadonlySet<string> = new Set('knowledge refuses disagree report talk medical what greet'.split(' '));
/** What may stand between "ikke" and what is denied. */
const between: ReadonlySet<string> = new Set(
  foldWords(
    'snakk om noe noen noko nokon mistanke tegn til teikn er det e bekymret bekymra uroleg urolig uroa for at redd i fare akutt form sånn direkte lenger lenge veldig så spesielt synlige sett any sign of worried about',
  ),
);

/** Reads a text sentence by sentence: what stands far apart need not belong together. */
export function readSentences(concepts: Concepts, text: string): Sentence[] {
  let left = mostWords;
  return text
    .replace(/§+/g, ' paragraf ')
    .split(/[.!?;\n]+/)
    .flatMap((part) => {
      if (left <= 0) return [];
      const { words, afterComma } = readWords(part);
      const folded = words.slice(0, left);
      if (folded.length === 0) return [];
      left -= folded.length;
      return [readSentence(concepts, mendTypos(folded) ?? folded, afterComma)];
    });
}

type Words = { words: readonly string[]; afterComma: ReadonlySet<number> };

/** The words of a sentence, and which of them stand first after a comma: "spiser ikke, bekymret for selvmord" denies nothing. */
function readWords(sentence: string): Words {
  const words: string[] = [];
  const afterComma = new Set<number>();
  for (const part of sentence.split(',')) {
    afterComma.add(words.length);
    words.push(...joinLetters(foldWords(part)));
  }
  return { words, afterComma };
}

function readSentence(concepts: Concepts, words: readonly string[], afterComma: ReadonlySet<number>): Sentence {
  const all = words.flatMap((_, at) => concepts.findAt(words, at));
  const idioms = all.filter(({ concept }) => concept === 'idiom');
  const sayings = all.filter(({ concept }) => notTelling.has(concept));
  const [byIdioms, bySayings] = [longestAt(idioms), longestAt([...idioms, ...sayings])];
  const heard = all.filter((mention) => !isCovered(mention, mention.concept === 'disclose' ? bySayings : byIdioms));
  const noes = new Set(heard.filter(({ concept }) => concept === 'no').map(({ at }) => at));
  const doubts = new Set(heard.filter(({ concept }) => concept === 'doubtNo').map(({ at }) => at));
  const isDenied = ({ concept, at }: Mention): boolean =>
    deniable.has(concept) && isAfterNo({ words, afterComma }, at, noes, doubts);
  const mentions = heard.filter((mention) => !isDenied(mention));
  return {
    said: words,
    spoken: withDerived(new Set(mentions.map(({ concept }) => concept))),
    denied: new Set(heard.filter(isDenied).map(({ concept }) => concept)),
  };
}

/** Things and own affairs veto danger only where nobody is spoken of. */
function withDerived(spoken: Set<string>): ReadonlySet<string> {
  const isAboutThings = spoken.has('thing') || spoken.has('hr');
  if (isAboutThings && !['child', 'kin', 'pron', 'disclose'].some((who) => spoken.has(who))) spoken.add('aside');
  return spoken;
}

/** For each word the length of the longest of these that it stands in. */
function longestAt(sayings: readonly Mention[]): ReadonlyMap<number, number> {
  const longest = new Map<number, number>();
  for (const { at, length } of sayings) {
    for (let word = at; word < at + length; word += 1) longest.set(word, Math.max(length, longest.get(word) ?? 0));
  }
  return longest;
}

/** An idiom takes the meaning of its words away, but not of a way of saying that is longer than itself. */
function isCovered({ concept, at, length }: Mention, longest: ReadonlyMap<number, number>): boolean {
  if (concept === 'idiom') return false;
  for (let word = at; word < at + length; word += 1) if ((longest.get(word) ?? 0) >= length) return true;
  return false;
}

function isAfterNo(
  { words, afterComma }: Words,
  at: number,
  noes: ReadonlySet<number>,
  doubts: ReadonlySet<number>,
): boolean {
  for (let back = 1; back <= mostDenyingWords && at - back >= 0; back += 1) {
    const index = at - back;
    if (afterComma.has(index + 1)) return false;
    if (noes.has(index)) return !doubts.has(index - 1) && !doubts.has(index + 1);
    if (!between.has(words[index] ?? '')) return false;
  }
  return false;
}

const fewestApart = 4;

/** `b e k y m r e t` as one word. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let row: string[] = [];
  const endRow = (): void => {
    if (row.length >= fewestApart) joined.push(row.join(''));
    else joined.push(...row);
    row = [];
  };
  for (const word of words) {
    if (word.length === 1) {
      row.push(word);
      continue;
    }
    endRow();
    joined.push(word);
  }
  endRow();
  return joined;
}

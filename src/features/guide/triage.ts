import { foldWords } from './fold.ts';
import { type Concepts, compileLexicon } from './understanding/concepts.ts';
import type { Lexicon } from './understanding/lexicon.ts';
import { dangerWords } from './understanding/lexicon-danger.ts';
import { dutyWords } from './understanding/lexicon-duty.ts';
import { entryWords } from './understanding/lexicon-entries.ts';
import { otherWords } from './understanding/lexicon-other.ts';
import { peopleWords } from './understanding/lexicon-people.ts';
import { sexualWords } from './understanding/lexicon-sexual.ts';
import { signWords } from './understanding/lexicon-signs.ts';
import { workWords } from './understanding/lexicon-work.ts';
import { readSentences, type Sentence } from './understanding/read-sentences.ts';
import type { Level, Rule } from './understanding/rule.ts';
import { acuteRules, safeTalkRules, suspicionRules } from './understanding/rules-danger.ts';
import { dutyRules, infoRules, levelRules, otherRules, ownAffairRules } from './understanding/rules-work.ts';

/** What the municipality adds: a text with one of the phrases is of this level, unless it tells of something more dangerous. */
export type LocalPhrases = { id: string; level: Level; entry: string; phrases: readonly string[] };

/** What a text may be about. `why` names our own rule and concepts, never the person's words. */
export type Triage = {
  level: Level;
  /** Where the guide opens, or the topic that is asked for. */
  entry: string;
  /** Not sure: one question is asked back, with the emergency numbers. */
  asks: boolean;
  why: readonly string[];
};

export type Triager = (maskedText: string) => Triage;

const lexicon: Lexicon = {
  ...peopleWords,
  ...dangerWords,
  ...sexualWords,
  ...signWords,
  ...dutyWords,
  ...workWords,
  ...otherWords,
  ...entryWords,
};
const telling = compileLexicon({ ...dangerWords, ...sexualWords, ...tellingParts() });

/** In this order: danger goes before all else, and what is nothing else is small talk. */
const beforeLocal: readonly Rule[] = [...safeTalkRules, ...acuteRules, ...suspicionRules];
const afterLocal: readonly Rule[] = [...ownAffairRules, ...infoRules, ...dutyRules, ...levelRules, ...otherRules];

/** Understands texts, with the municipality's own phrases. The same text always gives the same answer. */
export function createTriage(local: readonly LocalPhrases[] = []): Triager {
  const concepts = compileLexicon({
    ...lexicon,
    ...Object.fromEntries(local.map(({ id, phrases }) => [localConcept(id), phrases])),
  });
  const localRules = local.map(toLocalRule);
  const mostSerious = localRules.filter(({ level }) => level === 'acute');
  const others = localRules.filter(({ level }) => level !== 'acute');
  return withRules(concepts, [...mostSerious, ...beforeLocal, ...others, ...afterLocal]);
}

/** The same without any municipality's phrases. */
export const triage: Triager = createTriage();

/** Whether a word is one that triage looks for, alone or with others: to mask it as a name could hide what the text is about. */
export function isTelling(word: string): boolean {
  return foldWords(word).some((part) => telling.knows(part));
}

function toLocalRule({ id, level, entry }: LocalPhrases): Rule {
  const concept = localConcept(id);
  const always = { none: [], nowhere: [], isAnywhere: false, mostWords: Number.POSITIVE_INFINITY, asks: false };
  return { id: concept, level, entry, all: [[concept]], ...always };
}

function localConcept(id: string): string {
  return `local:${id}`;
}

function tellingParts(): Lexicon {
  const { child = [], children = [], kin = [], pron = [] } = peopleWords;
  const { worry = [], sign = [], parents = [] } = workWords;
  return { child, children, kin, pron, worry, sign, parents, ...dutyWords };
}

function withRules(concepts: Concepts, rules: readonly Rule[]): Triager {
  return (maskedText) => {
    const sentences = readSentences(concepts, maskedText);
    const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
    const spoken = new Set(sentences.flatMap((sentence) => [...sentence.spoken]));
    const denied = new Set(sentences.flatMap((sentence) => [...sentence.denied]));
    for (const rule of rules) {
      if (words > rule.mostWords || rule.nowhere.some((concept) => spoken.has(concept))) continue;
      const proof = rule.isAnywhere ? speaks(spoken, rule) : firstProof(sentences, rule);
      if (proof) return toTriage(rule, proof, { spoken, denied });
    }
    return { level: 'other', entry: 'help', asks: true, why: ['nothing-found'] };
  };
}

/** Where a rule opens the guide in general, and where it opens when the text says more. */
const closer: Readonly<Record<string, readonly string[]>> = {
  honour: ['genital-mutilation', 'forced-marriage'],
  'sexual-abuse': ['images'],
  law: ['avert', 'confidentiality', 'duty', 'school-environment', 'consent', 'levels'],
  duty: ['avert', 'confidentiality'],
  'level-2': ['level-3'],
};

function toTriage({ id, level, entry, asks }: Rule, proof: readonly string[], heard: Heard): Triage {
  const nearest = closer[entry]?.find((other) => heard.spoken.has(`about:${other}`)) ?? entry;
  const doubts = [...heard.denied].map((concept) => `not ${concept}`);
  return { level, entry: nearest, asks: asks || heard.denied.size > 0, why: [id, ...proof, ...doubts] };
}

type Heard = { spoken: ReadonlySet<string>; denied: ReadonlySet<string> };

function firstProof(sentences: readonly Sentence[], rule: Rule): readonly string[] | undefined {
  for (const { spoken } of sentences) {
    const proof = speaks(spoken, rule);
    if (proof) return proof;
  }
  return undefined;
}

/** The concepts that fulfil the rule. */
function speaks(spoken: ReadonlySet<string>, { all, none }: Rule): readonly string[] | undefined {
  if (none.some((concept) => spoken.has(concept))) return undefined;
  const proof = all.map((either) => either.find((concept) => spoken.has(concept)));
  return proof.every((concept) => concept !== undefined) ? proof : undefined;
}

import { compileLexicon, joinConcepts } from './understanding/concepts.ts';
import { type Found, findRule, type Heard, hear } from './understanding/hear.ts';
import { createJudge, type Judge, type Judgement } from './understanding/judge.ts';
import learned from './understanding/learned.json' with { type: 'json' };
import type { Level, Rule } from './understanding/rule.ts';
import { acuteRules, safeTalkRules, suspicionRules } from './understanding/rules-danger.ts';
import { knownRules, topicRules } from './understanding/rules-topic.ts';
import { dutyRules, infoRules, levelRules, otherRules, ownAffairRules } from './understanding/rules-work.ts';
import { textFeatures } from './understanding/text-features.ts';
import { wholeLexicon } from './understanding/whole-lexicon.ts';

/** What the municipality adds: a text with one of the phrases is of this level, unless it tells of something more dangerous. */
export type LocalPhrases = { id: string; level: Level; entry: string; phrases: readonly string[] };

/** What a text may be about. `why` is for developers: rules, concepts, and those words of the text that the judge has learned. It is never logged or kept. */
export type Triage = {
  level: Level;
  /** Where the guide opens, or the topic that is asked for. */
  entry: string;
  /** Not sure: one question is asked back, with the emergency numbers. */
  asks: boolean;
  /** The numbers are large whatever the level: a rule heard danger where the judge is calm, or the judge did where a topic opens. */
  isUrgent?: boolean;
  why: readonly string[];
};

export type Triager = (maskedText: string) => Triage;

/** So likely to be acute is acute, whatever is likelier: better five too careful answers than one too calm. */
const acuteFrom = 0.22;
const otherFrom = 0.45;
/** Less sure than this, it asks. */
const sureFrom = 0.5;
/** A doubt about danger that makes it ask. */
const doubtFrom = 0.12;
/** So much of a worry in a text that is about nothing else opens the first card. */
const worryFrom = 0.2;
/** What a rule heard of danger in a text that is this surely about something else is a figure of speech. */
const figureFrom = 0.9;
/** Who knows fewer words of a text than these judges by chance. */
const fewKnownWords = 3;
/** In so few words there is little to judge by: what a rule hears of danger is what is meant ("pappa slår"). */
const fewWords = 2;
/** Help that may lead to the parents is offered without a question only when it is this sure. */
const ordinaryFrom = 0.7;

const ownJudge = createJudge(learned);
const harmRules: readonly Rule[] = [...acuteRules, ...suspicionRules];
/** Rules name the entry within a level that the judge has found; the first that holds. */
const entryRules: readonly Rule[] = [
  safeTalkRules,
  harmRules,
  ownAffairRules,
  infoRules,
  dutyRules,
  levelRules,
  otherRules,
].flat();
/** An acute rule that leads to a branch of its own: where a text tells of the same without danger now, that branch answers too. */
const isBranch = ({ level, entry }: Rule): boolean => level === 'acute' && entry !== 'acute';
const ofLevel = (level: Level): readonly Rule[] => entryRules.filter((rule) => rule.level === level);
const rulesOf: Readonly<Record<Level, readonly Rule[]>> = {
  acute: ofLevel('acute'),
  duty: entryRules.filter((rule) => rule.level === 'duty' || isBranch(rule)),
  bti0: ofLevel('bti0'),
  bti1: ofLevel('bti1'),
  bti2: ofLevel('bti2'),
  info: ofLevel('info'),
  other: ofLevel('other'),
};
const usualEntry: Readonly<Record<Level, string>> = {
  acute: 'acute',
  duty: 'duty',
  bti0: 'wonder',
  bti1: 'level-1',
  bti2: 'level-2',
  info: 'law',
  other: 'help',
};
/** Words that nobody uses of anything else. */
const plainHarm: ReadonlySet<string> = new Set(['sexual', 'rape', 'suicide', 'selfHarm', 'forced']);
const nothing: Triage = { level: 'other', entry: 'help', asks: true, why: ['nothing-found'] };

/** Takes a quarter of a second, and is the same in every municipality. */
const ownConcepts = compileLexicon(wholeLexicon);

/** Understands texts, with the municipality's own phrases. The same text always gives the same answer. `judge`: another than the bot's own. */
export function createTriage(local: readonly LocalPhrases[] = [], judge: Judge = ownJudge): Triager {
  const localWords = Object.fromEntries(local.map(({ id, phrases }) => [localConcept(id), phrases]));
  const concepts = joinConcepts(ownConcepts, compileLexicon(localWords));
  const localRules = local.map(toLocalRule);
  return (maskedText) => {
    const heard = hear(concepts, maskedText);
    if (heard.words === 0) return nothing;
    const judgement = judge(textFeatures(heard.sentences));
    return findLocal(localRules, heard, judgement) ?? findKnown(heard) ?? decide(heard, judgement);
  };
}

/** The same without any municipality's phrases. */
export const triage: Triager = createTriage();

/** What is likelier to be nothing of ours is not called acute; the worry in it still opens the first card. */
const levelOf = ({ odds, likeliest }: Judgement): Level =>
  odds.acute >= acuteFrom && odds.other < otherFrom ? 'acute' : likeliest;
const isDangerous = (level: Level): boolean => level === 'acute' || level === 'duty';

/** A phrase may raise a level; it never lowers a danger. */
function findLocal(rules: readonly Rule[], heard: Heard, judgement: Judgement): Triage | undefined {
  const found = findRule(rules, heard);
  const judged = levelOf(judgement);
  const isLower = isDangerous(judged) && found?.rule.level !== 'acute';
  if (!found || isLower || (found.rule.level !== 'acute' && findRule(harmRules, heard))) return undefined;
  const { id, level, entry } = found.rule;
  return { level, entry, asks: false, why: [id, ...found.proof] };
}

function findKnown(heard: Heard): Triage | undefined {
  const found = findRule(knownRules, heard);
  return (
    found && { level: found.rule.level, entry: found.rule.entry, asks: false, why: [found.rule.id, ...found.proof] }
  );
}

function decide(heard: Heard, judgement: Judgement): Triage {
  const level = levelOf(judgement);
  const word = heard.words === 1 ? findRule(entryRules, heard) : undefined;
  if (word) return toTriage(word.rule.level, word, heard, judgement);
  const topic = judgement.odds.acute < sureFrom ? findRule(topicRules, heard) : undefined;
  if (topic && level === 'acute') return { ...toTriage('duty', topic, heard, judgement), asks: true, isUrgent: true };
  if (topic) return toTriage(level === 'other' ? topic.rule.level : level, topic, heard, judgement);
  const harm = findHarm(heard);
  if (harm && heard.words <= fewWords) return toTriage(harm.rule.level, harm, heard, judgement);
  if (harm && !isDangerous(level)) return doubting(level, harm, heard, judgement);
  if (!isOrdinary(level) && !isDangerous(level) && worryIn(judgement) >= worryFrom) {
    return { ...toTriage(level, undefined, heard, judgement), entry: 'wonder', asks: true };
  }
  return toTriage(level, findRule(rulesOf[level], heard), heard, judgement);
}

/** What a rule hears of danger, unless the text is about a course, a book or a film. */
function findHarm(heard: Heard): Found | undefined {
  return findRule(safeTalkRules, heard) ? undefined : findRule(harmRules, heard);
}

/** A rule heard danger and the judge did not: the first card, with the numbers large, unless it is surely a figure of speech. */
function doubting(level: Level, harm: Found, heard: Heard, judgement: Judgement): Triage {
  const isSure = judgement.odds[level] >= figureFrom && judgement.knownWords >= fewKnownWords;
  const isOfChild = ['child', 'children', 'kin', 'disclose'].some((who) => heard.spoken.has(who));
  const canBeFigure = !isOfChild && (level === 'info' || !harm.proof.some((concept) => plainHarm.has(concept)));
  if (!isOrdinary(level) && isSure && canBeFigure) {
    return toTriage(level, findRule(rulesOf[level], heard), heard, judgement);
  }
  // Help that begins with the parents is never the answer to violence, however the question is put.
  const safe = level === 'bti1' || level === 'bti2' ? 'duty' : level;
  const triage = toTriage(safe, harm, heard, judgement);
  return {
    ...triage,
    entry: isOrdinary(level) ? triage.entry : 'wonder',
    asks: true,
    isUrgent: harm.rule.level === 'acute' && !harm.rule.asks,
  };
}

const worryIn = ({ odds }: Judgement): number => odds.acute + odds.duty + odds.bti0;
const isOrdinary = (level: Level): boolean => level === 'bti0' || level === 'bti1' || level === 'bti2';
/** Where a rule opens the guide in general, and where it opens when the text says more. */
const closer: Readonly<Record<string, readonly string[]>> = {
  honour: ['genital-mutilation', 'forced-marriage'],
  'sexual-abuse': ['images'],
  law: ['avert', 'confidentiality', 'duty', 'school-environment', 'consent', 'levels'],
  duty: ['avert', 'confidentiality'],
  'level-2': ['level-3'],
};

function toTriage(level: Level, found: Found | undefined, heard: Heard, { odds, because }: Judgement): Triage {
  const general = found?.rule.entry ?? usualEntry[level];
  const entry = closer[general]?.find((other) => heard.spoken.has(`about:${other}`)) ?? general;
  const isUnsure = odds[level] < sureFrom;
  const isDoubtful = level !== 'acute' && odds.acute >= doubtFrom;
  const isBold = (level === 'bti1' || level === 'bti2') && odds[level] < ordinaryFrom;
  const rule = found ? [`rule ${found.rule.id}`, ...found.proof] : [];
  const doubts = [...heard.denied].map((concept) => `not ${concept}`);
  return {
    level,
    entry,
    asks: isUnsure || isDoubtful || isBold || found?.rule.asks === true || heard.denied.size > 0,
    why: [`judged ${level} ${odds[level].toFixed(2)}`, ...because, ...rule, ...doubts],
  };
}

function toLocalRule({ id, level, entry }: LocalPhrases): Rule {
  const concept = localConcept(id);
  const always = { none: [], nowhere: [], isAnywhere: false, mostWords: Number.POSITIVE_INFINITY, asks: false };
  return { id: concept, level, entry, all: [[concept]], ...always };
}

const localConcept = (id: string): string => `local:${id}`;

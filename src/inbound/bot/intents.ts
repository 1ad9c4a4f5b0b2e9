import { foldWords } from '../../features/guide/fold.ts';
import { mendTypos } from '../../features/guide/mend-typos.ts';
import { compilePhrases, type Phrases } from '../../features/guide/phrases.ts';
import { type Triage, triage } from '../../features/guide/triage.ts';
import { besideGuide, namesSomething, seekInField } from './field-intent.ts';
import { findModules, findSought, type Looking } from './find-intent.ts';
import type { ReadGroupCommand } from './group-command.ts';
import {
  aroundCommands,
  aroundForgetMe,
  commandPhrases,
  forgetMePhrases,
  greetingPhrases,
  loneWords,
  modulePhrases,
  wholeCommands,
} from './intent-words.ts';
import { readStatusAt } from './status-at-command.ts';

/** What somebody wrote, as a press on a button. */
export type Intent = {
  verb: string;
  data: Readonly<Record<string, unknown>>;
  /** Nothing in the text was known, and it is answered with help. */
  isUnderstood?: false;
  /** What else was asked for, as a card below the first. */
  also?: Pick<Intent, 'verb' | 'data'>;
};

/** Whether a command that not everybody has is one for who wrote it. Where it is not, its words are as any others. */
export type MayAsk = (verb: string) => boolean;

type Command = { verb: string; phrases: Phrases };
const compile = (phrasesByVerb: Readonly<Record<string, readonly string[]>>): readonly Command[] =>
  Object.entries(phrasesByVerb).map(([verb, phrases]) => ({ verb, phrases: compilePhrases(phrases) }));

const commands = compile(commandPhrases);
const whole = compile(wholeCommands);
const aroundWhole = compilePhrases(aroundCommands);
const alone = compile(loneWords);
const forgetMe = compilePhrases(forgetMePhrases);
const aroundForget = compilePhrases(aroundForgetMe);
const greetings = compilePhrases(greetingPhrases);
const aboutModules = compilePhrases(modulePhrases);

/** A command is short; in a longer text such a word stands by chance. */
const mostCommandWords = 9;
/** As in "kurs om vold": asks for a module, whatever it is about. */
const mostTopicWords = 6;
const topicFrontWords = 2;
/** "Finn", "vis", "har dere". */
const mostBefore = 2;

/** Entries that speak of danger: the emergency numbers are made large wherever they stand. */
const dangerEntries = [
  ...['suspicion', 'violence', 'sexual-abuse', 'honour', 'forced-marriage', 'genital-mutilation'],
  ...['suicide', 'images'],
];
/**
 * Branches with a card of their own for what is happening now. From none of them an ordinary step can be reached, and the numbers
 * stand on top there too. From all other danger the first card comes first.
 */
export const branchEntries: readonly string[] = [...dangerEntries, 'missing', 'intoxicated'];

/** A child tells now: how to listen comes first, and then the question of danger. */
const listenEntry = 'child-tells';
const openEntries: readonly string[] = [...branchEntries, listenEntry];

/**
 * The verb for a text that privacy-guard has masked. Danger goes before all else, a worry before a command, and what nobody
 * understands gets help: any text has an answer. A search comes after all of these. Keeps nothing.
 */
export function readIntent(
  maskedText: string,
  understand: typeof triage = triage,
  looking?: Looking,
  readGroupCommand?: ReadGroupCommand,
  mayAsk: MayAsk = () => true,
): Intent {
  const words = foldWords(maskedText);
  const byAll = readWhole(words, maskedText, mayAsk, namesSomething(looking, maskedText));
  if (byAll) return byAll;
  const found = understand(maskedText);
  const group = isDanger(found) ? undefined : readGroupCommand?.(words);
  if (group) return { verb: 'group.open', data: group };
  const topic = words.length <= mostTopicWords ? topicOf(words) : undefined;
  if (topic && isQuiet(found.level) && found.entry !== plainWorry)
    return answerModules(found.level === 'info' ? looking : undefined, topic);
  const inField = seekInField(looking, found, maskedText);
  if (inField) return { verb: 'find.search', data: inField };
  const search = searchFor(looking, found, words, maskedText);
  if (!isQuiet(found.level)) return search ?? { ...guideAt(found), ...besideGuide(looking, found, maskedText) };
  const command = words.length <= mostCommandWords ? findCommand(words) : undefined;
  if (isHalfHeard(found, words, command)) return guideAt({ ...found, entry: plainWorry });
  if (command) return press(command);
  return search ?? answerQuiet(found, words);
}

/** What is one only when it is all of the text. */
function readWhole(words: readonly string[], maskedText: string, mayAsk: MayAsk, isName: boolean): Intent | undefined {
  const verb = findWhole(words, mayAsk) ?? findOneWord(words, isName);
  if (verb) return press(verb);
  const day = mayAsk('status-at.show') ? readStatusAt(maskedText) : undefined;
  return day && { verb: 'status-at.show', data: day };
}

/** A worry in a quiet text. Help and thanks are said in worry too; any other command is plainer than what is half heard. */
function isHalfHeard({ entry }: Triage, words: readonly string[], command: string | undefined): boolean {
  const isPlain = command !== undefined && !command.startsWith('help.');
  return isFarewell(words) || (entry === plainWorry && !isPlain);
}

/** A worry that somebody wrote beside a file is answered, and a meeting begun; else the file is. */
export function besideFiles(intent: Intent, files: number): Intent {
  const comesFirst = intent.verb.startsWith('guide.') || intent.verb.startsWith('group.');
  return files === 0 || comesFirst ? intent : press('content.receive');
}

function answerQuiet(found: Triage, words: readonly string[]): Intent {
  if (found.level === 'info') return found.entry === 'modules' ? press('module.list') : guideAt(found);
  if (greetings.find(words.slice(0, 3)) !== undefined) return press('welcome.show');
  return { ...press('help.show'), isUnderstood: false };
}

/** What comes after "modul om" or "kurs i", nothing where that is told of in passing; `undefined` where no module is asked for. */
function topicOf(words: readonly string[]): readonly string[] | undefined {
  const at = words.findIndex(
    (_, index) => aboutModules.find(words.slice(index, index + topicFrontWords)) !== undefined,
  );
  if (at < 0) return undefined;
  return at <= mostBefore ? words.slice(at + topicFrontWords) : [];
}

function answerModules(looking: Looking | undefined, topic: readonly string[]): Intent {
  const found = looking && findModules(looking, topic);
  return found ? { verb: 'find.search', data: { found } } : press('module.list');
}

function searchFor(
  looking: Looking | undefined,
  triage: Triage,
  words: readonly string[],
  maskedText: string,
): Intent | undefined {
  const found = looking && findSought(looking, triage, words, maskedText);
  return found && { verb: 'find.search', data: { found } };
}

/** A worry without more to go by: the first card asks what fits best. */
const plainWorry = 'wonder';

/** Not about a child, as far as is understood. */
const isQuiet = (level: Triage['level']): boolean => level === 'info' || level === 'other';

/** A module may be called "Vold og overgrep": where danger is heard, no other reading of the words counts. */
export const isDanger = ({ level, entry }: Triage): boolean => level === 'acute' || openEntries.includes(entry);

/** Not sure means the first card: the numbers, and the question of what fits best. A worry in a quiet text is danger half heard. */
function guideAt({ level, entry, asks, isUrgent = false }: Triage): Intent {
  const isHalfHeard = isQuiet(level) && entry === plainWorry;
  const isLarge = isUrgent || level === 'acute' || isHalfHeard || dangerEntries.includes(entry);
  const isFirstCard = asks || entry === plainWorry || (level === 'acute' && !openEntries.includes(entry));
  return {
    verb: 'guide.start',
    data: { ...(isLarge && { emphasis: 'acute' }), ...(!isFirstCard && { entry }) },
  };
}

/** Nothing else is said, so nothing else can be meant. */
function findWhole(words: readonly string[], mayAsk: MayAsk): string | undefined {
  const bare = without(aroundWhole, words);
  return whole.find(({ verb, phrases }) => (phrases.isAll(words) || phrases.isAll(bare)) && mayAsk(verb))?.verb;
}

/** "Hjelp", "moduler", "hei": a word alone is a command where it is one, whatever it may mean among others. */
function findOneWord(words: readonly string[], isName: boolean): string | undefined {
  if (words.length !== 1) return undefined;
  const byWord = alone.find(({ phrases }) => phrases.find(words) !== undefined)?.verb ?? findCommand(words);
  return byWord ?? (isName || greetings.find(words) === undefined ? undefined : 'welcome.show');
}

function findCommand(words: readonly string[]): string | undefined {
  if (forgetMe.find(words) !== undefined) return 'own-data.erase';
  const mended = mendTypos(words);
  return commands.find(({ phrases }) => (phrases.find(words) ?? (mended && phrases.find(mended))) !== undefined)?.verb;
}

/** "Slett meg" among words that nobody says to a service: of what a person may mean by it, the gravest is heard. */
const isFarewell = (words: readonly string[]): boolean =>
  forgetMe.find(words) !== undefined && !words.every((word) => forgetMe.knows(word) || aroundForget.knows(word));

/** The words but for those that mean nothing here. */
const without = (some: Phrases, words: readonly string[]): readonly string[] =>
  words.filter((word) => !some.knows(word));

const press = (verb: string): Intent => ({ verb, data: {} });

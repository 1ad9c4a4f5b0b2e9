import { foldWords } from '../../features/guide/fold.ts';
import { mendTypos } from '../../features/guide/mend-typos.ts';
import { compilePhrases, type Phrases } from '../../features/guide/phrases.ts';
import { triageWords } from '../../features/guide/triage.ts';
import { commandPhrases, greetingPhrases, modulePhrases } from './intent-words.ts';

/** What somebody wrote, as a press on a button. */
export type Intent = { verb: string; data: Readonly<Record<string, unknown>> };

const commands: readonly { verb: string; phrases: Phrases }[] = Object.entries(commandPhrases).map(
  ([verb, phrases]) => ({
    verb,
    phrases: compilePhrases(phrases),
  }),
);
const greetings = compilePhrases(greetingPhrases);
const aboutModules = compilePhrases(modulePhrases);

/** A command is short; in a longer text such a word stands by chance. */
const mostCommandWords = 9;
/** As in "kurs om vold": asks for a module, whatever it is about. */
const mostTopicWords = 6;

/**
 * The verb for a text that privacy-guard has masked. Danger goes before all else, a worry before a command, and what nobody
 * understands gets help: any text has an answer. Reads the first 20,000 characters, and keeps nothing.
 */
export function readIntent(maskedText: string): Intent {
  const words = foldWords(maskedText);
  const { level } = triageWords(words);
  const asksForModule = words.length <= mostTopicWords && aboutModules.find(words) !== undefined;
  if (asksForModule) return press('module.list');
  if (level === 'acute') return { verb: 'guide.start', data: { emphasis: 'acute' } };
  if (level === 'duty' || level === 'worried') return press('guide.start');
  const command = words.length <= mostCommandWords ? findCommand(words) : undefined;
  if (command) return press(command);
  if (level === 'asking') return press('guide.start');
  return press(greetings.find(words.slice(0, 3)) === undefined ? 'help.show' : 'welcome.show');
}

function findCommand(words: readonly string[]): string | undefined {
  const mended = mendTypos(words);
  return commands.find(({ phrases }) => (phrases.find(words) ?? phrases.find(mended)) !== undefined)?.verb;
}

const press = (verb: string): Intent => ({ verb, data: {} });

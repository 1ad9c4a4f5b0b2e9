import { checkWords } from '../features/content/check-words.ts';
import type { Told } from '../features/content/text-problem.ts';
import type { ContentProblem } from './content-problem.ts';
import type { LoadedModule } from './load-modules.ts';
import { inEachLanguage, moduleTexts } from './written-texts.ts';

/** What is refused in a workbook is refused in the files. */
export const checkModuleWords = (loaded: LoadedModule): readonly ContentProblem[] =>
  inEachLanguage(moduleTexts(loaded)).flatMap(({ text, at }) =>
    checkWords('', withoutLaws(text)).map(({ told, severity }) => ({ ...at(), ...wordsFor(told), severity })),
  );

/** The English name of an act looks like the name of a person: capital letters, and a number. */
const withoutLaws = (text: string): string =>
  text.replace(/(?:\p{Lu}[\p{L}.]* )+(?:Act|Code)\b(?: \(\p{L}+\))?(?: § [\d-]+)?/gu, '');

type Said = { message: string; remedy: string };

const said: Readonly<Partial<Record<Told['code'], Said>>> = {
  'new-link': {
    message: 'the text has an address of a page',
    remedy: 'Take it out, and add the page under links in module.yaml.',
  },
  hidden: {
    message: 'the text has characters that nobody sees',
    remedy: 'Write the words again; what is pasted may hold them.',
  },
  braces: { message: 'the text has braces, and nothing is filled in there', remedy: 'Write the words themselves.' },
  markup: { message: 'the text has code with angle brackets', remedy: 'Write plain text; **two stars** make it bold.' },
  identity: {
    message: 'the text has a number that may be the identity number of a person',
    remedy: 'Take it out. Never write about a real child.',
  },
  person: {
    message: 'the text may point to a person',
    remedy: 'Take out names, numbers and addresses that are not made up.',
  },
};

function wordsFor(told: Told): Said {
  if (told.code === 'too-long') {
    return { message: 'the text is too long for a card', remedy: `Shorten it to ${told.most} characters.` };
  }
  return said[told.code] ?? { message: `the text breaks the rule ${told.code}`, remedy: 'Write plain words.' };
}

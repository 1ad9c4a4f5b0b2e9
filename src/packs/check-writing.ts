import { unknownNumbers } from '../features/content/phone-numbers.ts';
import type { ContentProblem } from './content-problem.ts';
import { inEachLanguage, type TextInAll } from './written-texts.ts';

/** What texts are held against. `numbers`: the digits of those in contacts.yaml; missing where it could not be read. */
export type WritingRules = { numbers: ReadonlySet<string> | undefined };

/** What is wrong in a text wherever it stands: in a module, in the guide, on a button. */
export const checkWriting = (texts: readonly TextInAll[], rules: WritingRules): readonly ContentProblem[] =>
  inEachLanguage(texts).flatMap(({ text, at }) => [...strangeNumbers(text, at, rules)]);

type At = (offset?: number) => { file: string; line: number };

/** Somebody calls it when a child is in danger. */
function strangeNumbers(text: string, at: At, { numbers }: WritingRules): readonly ContentProblem[] {
  if (!numbers) return [];
  return unknownNumbers(text, numbers).map(({ written, at: offset }) => ({
    ...at(offset),
    message: `the number ${written} is not in contacts.yaml`,
    remedy: 'Correct it, or add it to contacts.yaml with its source.',
    told: { code: 'unknown-number', number: written },
  }));
}

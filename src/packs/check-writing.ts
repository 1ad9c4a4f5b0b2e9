import type { Locale, LocalText } from '../core/locale.ts';
import { sameAs, strangeWords } from '../features/content/language-mix.ts';
import { unknownNumbers } from '../features/content/phone-numbers.ts';
import { type MarkProblem, markProblems } from '../features/content/text-marks.ts';
import type { ContentProblem } from './content-problem.ts';
import { countWords } from './count-words.ts';
import { inEachLanguage, type TextInAll } from './written-texts.ts';

/** What texts are held against. `numbers`: the digits of those in contacts.yaml; missing where it could not be read. */
export type WritingRules = { numbers: ReadonlySet<string> | undefined };

/** What is wrong in a text wherever it stands: in a module, in the guide, on a button. */
export const checkWriting = (texts: readonly TextInAll[], rules: WritingRules): readonly ContentProblem[] =>
  inEachLanguage(texts).flatMap(({ all, locale, text, at }) => [
    ...strangeNumbers(text, at, rules),
    ...wrongMarks(text, at),
    ...otherLanguage(all, locale, at),
  ]);

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

const ofMarks: Readonly<Record<MarkProblem, { message: string; remedy: string }>> = {
  stars: {
    message: 'the text has ** without its other half, so that the card shows stars',
    remedy: 'Write ** before and after what is bold, in the same paragraph.',
  },
  'list-mark': { message: 'a line begins with - and no blank, so that it is no list', remedy: 'Write "- " before it.' },
  unfinished: { message: 'the text is not finished', remedy: 'Write it, and take the mark out.' },
};

const wrongMarks = (text: string, at: At): readonly ContentProblem[] =>
  markProblems(text).map((code) => ({ ...at(), ...ofMarks[code], told: { code } }));

const names: Readonly<Record<Locale, string>> = { nb: 'bokmål', nn: 'nynorsk', en: 'English' };

/** What was copied and not translated, or put in the wrong file. Only told: it may be a name, or a word that is right after all. */
function otherLanguage(all: LocalText, locale: Locale, at: At): readonly ContentProblem[] {
  const same = sameAs(all, locale, countWords);
  if (same) {
    const message = `the text is the same in ${names[same]} and in ${names[locale]}`;
    return [
      {
        ...at(),
        message,
        remedy: `Write it in ${names[locale]}.`,
        severity: 'warning',
        told: { code: 'same-text', same },
      },
    ];
  }
  const strange = strangeWords(all[locale], locale);
  if (strange.length === 0) return [];
  const found = strange.map((word) => `«${word}»`).join(', ');
  const message = `the text has words that are not ${names[locale]}: ${found}`;
  const remedy = `Write it in ${names[locale]}, or set what is quoted in quotation marks.`;
  return [{ ...at(), message, remedy, severity: 'warning', told: { code: 'other-words', found } }];
}

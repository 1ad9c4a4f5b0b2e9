import type { QuizOption, QuizQuestion } from '../features/catalogue/module.ts';
import type { AnswerCheck } from '../features/progress/check-answer.ts';
import type { ViewKit } from './define-view.ts';

/** The choices, with the question as their label. `check`: what was answered last, if anything. */
export function questionInput(question: QuizQuestion, check: AnswerCheck | undefined, kit: ViewKit) {
  const isMultiple = question.kind === 'multiple';
  return {
    label: kit.pick(question.prompt),
    isMultiple,
    // Who had some of them right only has to change the rest.
    value: isMultiple ? (check?.chosen ?? []).map(({ optionId }) => optionId).join(',') : '',
    choices: question.options.map(({ optionId, text }) => ({ title: kit.pick(text), value: optionId })),
    error: kit.t('module.hint.no-choice'),
  };
}

/** What there is to learn from an answer, right or wrong. */
export function questionFeedback(question: QuizQuestion, check: AnswerCheck, kit: ViewKit) {
  const verdict = check.isRight ? kit.t('module.question.right') : kit.t('module.question.wrong');
  const missing = check.leftOut.length;
  const isPartly = missing > 0 && check.chosen.every((option) => option.isCorrect);
  // Of several choices some may be right and some not: say which.
  const isMixed = question.kind === 'multiple' && !check.isRight;
  const told = (options: readonly QuizOption[], how: 'sorted' | 'plain') =>
    options.map((option) => ({
      option: how === 'sorted' ? sorted(option, kit) : kit.pick(option.text),
      text: kit.pick(option.feedback),
    }));
  return {
    style: check.isRight ? 'good' : 'warning',
    verdict: isPartly ? kit.t('module.question.partly', { missing }) : verdict,
    chosen: told(check.chosen, isMixed ? 'sorted' : 'plain'),
    leftOut: missing > 0 ? [{ label: kit.t('module.question.left-out'), options: told(check.leftOut, 'plain') }] : [],
  };
}

const sorted = ({ text, isCorrect }: QuizOption, kit: ViewKit): string =>
  isCorrect
    ? kit.t('module.question.belongs', { option: kit.pick(text) })
    : kit.t('module.question.belongs-not', { option: kit.pick(text) });

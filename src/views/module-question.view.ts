import type { Module, QuizOption, QuizQuestion } from '../features/catalogue/module.ts';
import type { AnswerCheck } from '../features/progress/check-answer.ts';
import type { Position } from '../features/progress/steps.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { forward, lines, moduleFooter, moduleFrame, waysBack } from './module-words.ts';

/** Why the question is shown again instead of what was pressed. */
export type QuestionHint = 'no-choice' | 'unanswered' | 'pass-mark' | 'changed';

export type ModuleQuestionModel = {
  module: Module;
  place: Position;
  question: QuizQuestion;
  /** From 1. */
  number: number;
  questions: number;
  /** What the learner answered last, if anything. */
  check?: AnswerCheck;
  hint?: QuestionHint;
};

/** One question: open, answered wrong (feedback and the choices again) or answered right (feedback). */
export const moduleQuestionView = defineView<ModuleQuestionModel>('module-question', (model, kit) => {
  const { module, place, question, number, questions, check, hint } = model;
  const isOpen = check?.isRight !== true;
  const multiple = question.kind === 'multiple' && isOpen ? kit.t('module.question.choose-several') : undefined;
  return {
    data: {
      ...moduleFrame(module, place, kit),
      hints: lines(isOpen && hint ? hintText(hint, kit) : undefined),
      heading: kit.t('module.question.heading', { number, questions }),
      prompts: lines(isOpen ? undefined : kit.pick(question.prompt)),
      // One box at a time: who is asked to try once more has read the feedback.
      feedbacks: check && hint !== 'pass-mark' ? [feedbackOf(question, check, kit)] : [],
      inputs: isOpen ? [inputOf(model, kit)] : [],
      notes: lines(multiple),
      footers: [moduleFooter(module, { position: place.position, partId: question.questionId, mode: 'take' }, kit)],
      actions: actionsOf(model, kit),
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  };
});

function inputOf({ question, check }: ModuleQuestionModel, kit: ViewKit) {
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

function feedbackOf(question: QuizQuestion, check: AnswerCheck, kit: ViewKit) {
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

function actionsOf({ module, place, question, check }: ModuleQuestionModel, kit: ViewKit): readonly CardAction[] {
  const back = waysBack(module, place, 'take', kit);
  const onward = forward(module, place, 'take', kit);
  if (check?.isRight) return [{ ...onward, style: 'positive' }, ...back];
  const title = check ? kit.t('module.question.again') : kit.t('module.question.answer');
  const data = { moduleId: module.moduleId, position: place.position, questionId: question.questionId };
  const answer = kit.button('module.answer', title, data, 'positive');
  // Three buttons are what a phone shows in one row.
  return check ? [answer, onward, ...back.slice(0, 1)] : [answer, ...back];
}

function hintText(hint: QuestionHint, kit: ViewKit): string {
  if (hint === 'no-choice') return kit.t('module.hint.no-choice');
  if (hint === 'unanswered') return kit.t('module.hint.unanswered');
  return hint === 'pass-mark' ? kit.t('module.hint.pass-mark') : kit.t('module.hint.changed');
}

import type { Module, QuizQuestion } from '../features/catalogue/module.ts';
import { type AnswerCheck, neededAnswers, type QuizScore } from '../features/progress/check-answer.ts';
import type { Position } from '../features/progress/steps.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { forward, waysBack } from './module-ways.ts';
import { lines, moduleFooter, moduleFrame } from './module-words.ts';
import { questionFeedback, questionInput } from './question-parts.ts';

/** Why the question is shown again instead of what was pressed. */
export type QuestionHint = 'no-choice' | 'unanswered' | 'changed' | { belowMark: QuizScore };

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
      feedbacks: check && typeof hint !== 'object' ? [questionFeedback(question, check, kit)] : [],
      inputs: isOpen ? [questionInput(question, check, kit)] : [],
      notes: lines(multiple, number === 1 && !check ? markText(model, kit) : undefined),
      footers: [moduleFooter(module, { position: place.position, partId: question.questionId, mode: 'take' }, kit)],
      actions: actionsOf(model, kit),
    },
    summary: kit.t('module.summary', { module: kit.pick(module.title) }),
  };
});

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
  if (typeof hint === 'object') return kit.t('module.hint.pass-mark', hint.belowMark);
  return hint === 'unanswered' ? kit.t('module.hint.unanswered') : kit.t('module.hint.changed');
}

/** Told where the quiz begins. */
const markText = ({ module, questions }: ModuleQuestionModel, kit: ViewKit): string =>
  kit.t('module.question.mark', { needed: neededAnswers(module), of: questions });

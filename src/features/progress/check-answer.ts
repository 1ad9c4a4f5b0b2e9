import type { Module, QuizOption, QuizQuestion } from '../catalogue/module.ts';
import { questionPosition } from './steps.ts';

/** What the learner is told about an answer. */
export type AnswerCheck = {
  isRight: boolean;
  /** Each chosen option, with its feedback, in the order of the question. */
  chosen: readonly QuizOption[];
  /** The right options that were left out of a `multiple` question. The one of a `single` question is for the learner to find. */
  leftOut: readonly QuizOption[];
};

/** The choice as option ids in the question's order, or `undefined` when it is empty, names something else, or is too many. */
export function readChoice(question: QuizQuestion, choice: readonly string[]): readonly string[] | undefined {
  const wanted = new Set(choice);
  const known = question.options.map((option) => option.optionId).filter((optionId) => wanted.has(optionId));
  if (known.length === 0 || known.length !== wanted.size) return undefined;
  return question.kind === 'single' && known.length > 1 ? undefined : known;
}

/** Whether the choice names an option that the question does not have: it was taken away since the card was made. */
export const namesGoneOption = ({ options }: QuizQuestion, choice: readonly string[]): boolean =>
  choice.some((optionId) => !options.some((option) => option.optionId === optionId));

/** Right when exactly the right options were chosen. */
export function checkAnswer(question: QuizQuestion, answer: readonly string[]): AnswerCheck {
  const chosen = question.options.filter((option) => answer.includes(option.optionId));
  const missing = question.options.filter((option) => option.isCorrect && !answer.includes(option.optionId));
  const isRight = missing.length === 0 && chosen.every((option) => option.isCorrect);
  return { isRight, chosen, leftOut: question.kind === 'multiple' ? missing : [] };
}

/** How many answers are right, of how many questions, and how many have to be. */
export type QuizScore = { right: number; of: number; needed: number };
/** How the quiz stands. Positions are steps of the module. */
export type QuizStanding = {
  unanswered: readonly number[];
  wrong: readonly number[];
  score: QuizScore;
  isPassed: boolean;
};

/** So many right answers the module asks for. 1e-9: a pass mark such as 0.7 of 10 must not fail on the last binary digit. */
export const neededAnswers = ({ quiz, passShare }: Module): number => Math.ceil(passShare * quiz.length - 1e-9);

/** Passed when every question has an answer and the share of right ones reaches the module's pass mark. */
export function readQuiz(module: Module, answers: Readonly<Record<string, readonly string[]>>): QuizStanding {
  const unanswered: number[] = [];
  const wrong: number[] = [];
  for (const [index, question] of module.quiz.entries()) {
    const answer = answers[question.questionId];
    if (!answer) unanswered.push(questionPosition(module, index));
    else if (!checkAnswer(question, answer).isRight) wrong.push(questionPosition(module, index));
  }
  const of = module.quiz.length;
  const score = { right: of - unanswered.length - wrong.length, of, needed: neededAnswers(module) };
  return { unanswered, wrong, score, isPassed: unanswered.length === 0 && score.right >= score.needed };
}

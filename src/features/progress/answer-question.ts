import type { Module, QuizQuestion } from '../catalogue/module.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type AlreadyCompleted, changeStarted, type StartedDecision } from './change-progress.ts';
import { type AnswerCheck, checkAnswer, readChoice } from './check-answer.ts';
import type { StartedProgress } from './progress.ts';
import { placeAt } from './steps.ts';

export type Answer = {
  position: number;
  /** The question that the card showed. A card from an older version may name another one than stands there now. */
  questionId?: string;
  /** Option ids. */
  choice: readonly string[];
};

type Answered =
  | { outcome: 'answered'; progress: StartedProgress; check: AnswerCheck }
  /** Nothing chosen, or something that the question does not have. Nothing was changed. */
  | { outcome: 'no-choice'; progress: StartedProgress }
  /** The question is not there any more: the module was changed meanwhile. Nothing was changed. */
  | { outcome: 'question-gone'; progress: StartedProgress };
export type AnswerQuestionResult = Answered | AlreadyCompleted;

/** Keeps the answer, right or wrong; a new one replaces it. The same answer again changes nothing. */
function decideAnswer(module: Module, from: StartedProgress, answer: Answer): StartedDecision<Answered> {
  const question = questionAt(module, answer);
  if (!question) return { result: { outcome: 'question-gone', progress: from } };
  const at = placeAt(module, answer.position).position;
  const choice = readChoice(question, answer.choice);
  if (!choice) return { result: { outcome: 'no-choice', progress: { ...from, position: at } } };
  const progress = withAnswer(from, at, question.questionId, choice);
  return { result: { outcome: 'answered', progress, check: checkAnswer(question, choice) }, progress };
}

function questionAt(module: Module, { position, questionId }: Answer): QuizQuestion | undefined {
  const { step } = placeAt(module, position);
  if (step.kind !== 'question') return undefined;
  return questionId === undefined || questionId === step.question.questionId ? step.question : undefined;
}

function withAnswer(
  from: StartedProgress,
  position: number,
  questionId: string,
  choice: readonly string[],
): StartedProgress {
  const isSame = from.position === position && from.answers[questionId]?.join() === choice.join();
  return isSame ? from : { ...from, position, answers: { ...from.answers, [questionId]: [...choice] } };
}

/** Throws Failure `unavailable` or `throttled` from storage. */
export async function answerQuestion(
  needs: { people: PersonStore },
  personId: string,
  module: Module,
  answer: Answer,
  now: Date,
): Promise<AnswerQuestionResult> {
  return changeStarted(needs.people, personId, module, now, (from) => decideAnswer(module, from, answer));
}

import type { Module, QuizQuestion } from '../catalogue/module.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type AlreadyCompleted, changeStarted, type StartedDecision } from './change-progress.ts';
import { type AnswerCheck, checkAnswer, namesGoneOption, readChoice } from './check-answer.ts';
import { placedAt } from './keep-place.ts';
import type { StartedProgress } from './progress.ts';
import { placeAt, questionStepId, stepIdsOf } from './steps.ts';

export type Answer = {
  position: number;
  /** The question that the card showed, wherever it stands now. Cards from before it was named have the position only. */
  questionId?: string;
  /** Option ids. */
  choice: readonly string[];
};

type Answered =
  | { outcome: 'answered'; progress: StartedProgress; check: AnswerCheck }
  /** Nothing chosen, or more than one where one is right. Nothing was changed. */
  | { outcome: 'no-choice'; progress: StartedProgress }
  /** The question, or what was chosen, is not there any more: the module was changed meanwhile. Nothing was changed. */
  | { outcome: 'question-gone' | 'option-gone'; progress: StartedProgress };
export type AnswerQuestionResult = Answered | AlreadyCompleted;

/** Keeps the answer, right or wrong; a new one replaces it. The same answer again changes nothing. */
function decideAnswer(module: Module, from: StartedProgress, answer: Answer): StartedDecision<Answered> {
  const asked = questionAt(module, answer);
  if (!asked) return { result: { outcome: 'question-gone', progress: from } };
  const { question, position } = asked;
  const there = placedAt(module, from, position);
  const choice = readChoice(question, answer.choice);
  if (!choice) {
    const outcome = namesGoneOption(question, answer.choice) ? 'option-gone' : 'no-choice';
    return { result: { outcome, progress: there } };
  }
  const progress = withAnswer(there, question.questionId, choice);
  return { result: { outcome: 'answered', progress, check: checkAnswer(question, choice) }, progress };
}

function questionAt(module: Module, answer: Answer): { question: QuizQuestion; position: number } | undefined {
  const { questionId } = answer;
  const named = questionId === undefined ? answer.position : stepIdsOf(module).indexOf(questionStepId(questionId));
  if (named < 0) return undefined;
  const { step, position } = placeAt(module, named);
  return step.kind === 'question' ? { question: step.question, position } : undefined;
}

function withAnswer(from: StartedProgress, questionId: string, choice: readonly string[]): StartedProgress {
  const isSame = from.answers[questionId]?.join() === choice.join();
  return isSame ? from : { ...from, answers: { ...from.answers, [questionId]: [...choice] } };
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

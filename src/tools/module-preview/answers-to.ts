import type { QuizQuestion } from '../../features/catalogue/module.ts';
import { type AnswerCheck, checkAnswer } from '../../features/progress/check-answer.ts';

/** Each wrong option alone, then all the right ones: so every feedback is seen once. */
export function answersTo(question: QuizQuestion): readonly { row: string; check: AnswerCheck }[] {
  const { options } = question;
  const right = options.filter(({ isCorrect }) => isCorrect).map(({ optionId }) => optionId);
  const wrong = options.filter(({ isCorrect }) => !isCorrect);
  return [
    ...wrong.map(({ optionId }) => ({ row: `svarer ${optionId}`, check: checkAnswer(question, [optionId]) })),
    { row: `svarer riktig: ${right.join(', ')}`, check: checkAnswer(question, right) },
  ];
}

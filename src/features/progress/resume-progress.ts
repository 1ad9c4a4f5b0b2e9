import type { Module } from '../catalogue/module.ts';
import { readChoice } from './check-answer.ts';
import type { StartedProgress } from './progress.ts';
import { clampPosition } from './steps.ts';

/**
 * Fits what is stored to the module as it is now: the owner may have changed it in the middle. The position is the nearest that
 * exists, and an answer goes when its question or one of its options is gone. Answers the same object when nothing changed.
 */
export function resumeProgress(module: Module, progress: StartedProgress): StartedProgress {
  const position = clampPosition(module, progress.position);
  if (progress.moduleVersion === module.version && progress.position === position) return progress;
  return { ...progress, moduleVersion: module.version, position, answers: answersThatFit(module, progress.answers) };
}

function answersThatFit(module: Module, answers: StartedProgress['answers']): StartedProgress['answers'] {
  const kept: StartedProgress['answers'] = {};
  for (const question of module.quiz) {
    const answer = answers[question.questionId];
    if (answer && readChoice(question, answer)) kept[question.questionId] = answer;
  }
  return kept;
}

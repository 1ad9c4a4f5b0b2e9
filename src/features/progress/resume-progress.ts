import type { Module } from '../catalogue/module.ts';
import { readChoice } from './check-answer.ts';
import { placedAt, positionNow } from './keep-place.ts';
import type { StartedProgress } from './progress.ts';
import { repliesOf, walkDialogue } from './walk-dialogue.ts';

/**
 * Fits what is stored to the module as it is now: the owner may have changed it in the middle. The place is the step
 * where the learner was, or the next one that is left, an answer goes when its question or one of its options is gone, and a dialogue stands at the nearest place to which its
 * replies still lead. Answers the same object when nothing changed.
 */
export function resumeProgress(module: Module, progress: StartedProgress): StartedProgress {
  const position = positionNow(module, progress);
  const isOldRow = progress.path === undefined && progress.position === position;
  const placed = isOldRow ? progress : placedAt(module, progress, position);
  if (progress.moduleVersion === module.version && placed === progress) return progress;
  const answers = answersThatFit(module, progress.answers);
  const fitted = { ...placed, moduleVersion: module.version, answers };
  return progress.dialogues ? { ...fitted, dialogues: dialoguesThatFit(module, progress.dialogues) } : fitted;
}

function answersThatFit(module: Module, answers: StartedProgress['answers']): StartedProgress['answers'] {
  const kept: StartedProgress['answers'] = {};
  for (const question of module.quiz) {
    const answer = answers[question.questionId];
    if (answer && readChoice(question, answer)) kept[question.questionId] = answer;
  }
  return kept;
}

type Dialogues = NonNullable<StartedProgress['dialogues']>;

function dialoguesThatFit(module: Module, begun: Dialogues): Dialogues {
  const kept: Dialogues = {};
  for (const dialogue of module.dialogues) {
    const one = begun[dialogue.dialogueId];
    if (one) kept[dialogue.dialogueId] = { ...one, replies: repliesOf(walkDialogue(dialogue, one.replies)) };
  }
  return kept;
}

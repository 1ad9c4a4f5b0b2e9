import { isDeepStrictEqual } from 'node:util';
import type { Module } from '../catalogue/module.ts';
import { readChoice } from './check-answer.ts';
import { placedAt, positionNow } from './keep-place.ts';
import type { StartedProgress } from './progress.ts';
import { unreadChange } from './rereads.ts';
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
  const moduleVersion = versionRead(module, placed);
  const answers = answersThatFit(module, progress.answers);
  const dialogues = progress.dialogues && dialoguesThatFit(module, progress.dialogues);
  const isFit = answers === progress.answers && dialogues === progress.dialogues;
  if (isFit && placed === progress && moduleVersion === progress.moduleVersion) return progress;
  return { ...placed, moduleVersion, answers, ...(dialogues && { dialogues }) };
}

/**
 * A change that matters is read by who begins after it. Whoever is further on when it comes has read what was before, and is told of it once the
 * module is done, like all who took that.
 */
function versionRead(module: Module, { moduleVersion, position, answers }: StartedProgress): number {
  const isAtStart = position === 0 && Object.keys(answers).length === 0;
  return !isAtStart && unreadChange(module, { moduleVersion, rereads: [] }) ? moduleVersion : module.version;
}

type Answers = StartedProgress['answers'];

function answersThatFit(module: Module, answers: Answers): Answers {
  const kept: Answers = {};
  for (const question of module.quiz) {
    const answer = answers[question.questionId];
    if (answer && readChoice(question, answer)) kept[question.questionId] = answer;
  }
  return isDeepStrictEqual(kept, answers) ? answers : kept;
}

type Dialogues = NonNullable<StartedProgress['dialogues']>;

function dialoguesThatFit(module: Module, begun: Dialogues): Dialogues {
  const kept: Dialogues = {};
  for (const dialogue of module.dialogues) {
    const one = begun[dialogue.dialogueId];
    if (one) kept[dialogue.dialogueId] = { ...one, replies: repliesOf(walkDialogue(dialogue, one.replies)) };
  }
  return isDeepStrictEqual(kept, begun) ? begun : kept;
}

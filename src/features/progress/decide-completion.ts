import { isDraft } from '../../core/approval.ts';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import { createRow, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { StoredProgress } from './change-progress.ts';
import { type QuizScore, readQuiz } from './check-answer.ts';
import type { StartedProgress } from './progress.ts';
import { doneRow, progressRow } from './progress-rows.ts';
import { resumeProgress } from './resume-progress.ts';
import { dialoguePosition } from './steps.ts';

export type CompleteModuleResult =
  | { outcome: 'completed'; completedAt: Date }
  /** A second press. The first completion stands. */
  | { outcome: 'already-completed'; completedAt: Date }
  /** `position` is the step that is missing. */
  | { outcome: 'not-yet'; reason: 'not-started' | 'unanswered' | 'unpractised'; position: number }
  | { outcome: 'not-yet'; reason: 'pass-mark'; position: number; score: QuizScore };

/** Completes a module and ends its reminders in one transaction (`features/use-cases/complete-module.ts`). */
export type CompleteModule = (personId: string, module: Module, now: Date) => Promise<CompleteModuleResult>;

export type CompletionDecision = CompleteModuleResult & { writes: readonly PersonWrite[] };

/**
 * Whether the module is done now, and the writes that make it so: the progress row becomes a completion without answers and replies, and one
 * proof is added. Two presses at once meet on the progress row's etag, so only one of them can win.
 */
export function decideCompletion(
  module: Module,
  stored: StoredProgress,
  now: Date,
  zone: TimeZone,
): CompletionDecision {
  if (!stored) return { outcome: 'not-yet', reason: 'not-started', position: 0, writes: [] };
  if (stored.value.state === 'completed') {
    return { outcome: 'already-completed', completedAt: stored.value.completedAt, writes: [] };
  }
  const progress = resumeProgress(module, stored.value);
  const { unanswered, wrong, score, isPassed } = readQuiz(module, progress.answers);
  if (unanswered[0] !== undefined) {
    return { outcome: 'not-yet', reason: 'unanswered', position: unanswered[0], writes: [] };
  }
  if (!isPassed) return { outcome: 'not-yet', reason: 'pass-mark', position: wrong[0] ?? 0, score, writes: [] };
  const open = module.dialogues.findIndex(({ dialogueId }) => progress.dialogues?.[dialogueId]?.isFinished !== true);
  if (open >= 0) {
    return { outcome: 'not-yet', reason: 'unpractised', position: dialoguePosition(module, open), writes: [] };
  }
  const proof = { completedAt: now, isDraft: isDraft(module.approval, localDateAt(now, zone)) };
  return { outcome: 'completed', completedAt: now, writes: completionWrites(progress, stored.etag, proof) };
}

type Proof = { completedAt: Date; isDraft: boolean };

function completionWrites(progress: StartedProgress, etag: string, proof: Proof): readonly PersonWrite[] {
  const { moduleId, cycle, moduleVersion, startedAt, renewal } = progress;
  const done = { moduleId, cycle, moduleVersion, completedAt: proof.completedAt };
  return [
    replaceRow(progressRow, { state: 'completed', ...done, startedAt, ...(renewal && { renewal }) }, etag),
    createRow(doneRow, { ...done, isDraft: proof.isDraft }),
  ];
}

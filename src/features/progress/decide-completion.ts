import { isDraft } from '../../core/approval.ts';
import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import { createRow, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { StoredProgress } from './change-progress.ts';
import { type QuizScore, readQuiz } from './check-answer.ts';
import type { Done, StartedProgress } from './progress.ts';
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
  const draft = draftOf(module, progress.moduleVersion, localDateAt(now, zone));
  return { outcome: 'completed', completedAt: now, writes: completionWrites(progress, stored.etag, now, draft) };
}

/** Of another version than the one that is out nothing is known. */
export function draftOf(
  module: Pick<Module, 'version' | 'approval'> | undefined,
  moduleVersion: number,
  completedOn: LocalDate,
): Pick<Done, 'isDraft'> {
  return module?.version === moduleVersion ? { isDraft: isDraft(module.approval, completedOn) } : {};
}

function completionWrites(
  { moduleId, cycle, moduleVersion, startedAt, renewal }: StartedProgress,
  etag: string,
  completedAt: Date,
  draft: Pick<Done, 'isDraft'>,
): readonly PersonWrite[] {
  const done = { moduleId, cycle, moduleVersion, completedAt };
  return [
    replaceRow(progressRow, { state: 'completed', ...done, startedAt, ...(renewal && { renewal }) }, etag),
    createRow(doneRow, { ...done, ...draft }),
  ];
}

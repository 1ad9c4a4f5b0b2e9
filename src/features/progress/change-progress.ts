import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Versioned } from '../../core/versioned.ts';
import type { Module } from '../catalogue/module.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import { placedAt } from './keep-place.ts';
import { firstCycle, type Progress, type StartedProgress } from './progress.ts';
import { progressRow } from './progress-rows.ts';
import { readModuleProgress } from './read-module-progress.ts';
import { resumeProgress } from './resume-progress.ts';

export type StoredProgress = Versioned<Progress> | undefined;

/** What a rule decides about one progress row. No writes: the press changed nothing. */
export type ProgressDecision<T> = { result: T; writes: readonly PersonWrite[] };

/** Reads, decides, writes; again when another press of the same person came first. */
export async function changeProgress<T>(
  people: PersonStore,
  personId: string,
  moduleId: string,
  decide: (stored: StoredProgress) => ProgressDecision<T>,
): Promise<T> {
  return retryOnConflict(async () => {
    const { result, writes } = decide(await readModuleProgress(people, personId, moduleId));
    if (writes.length > 0) await people.commit({ personId, writes });
    return result;
  });
}

/** The write that makes the row this progress; none when it is that already. */
export function writeProgress(stored: StoredProgress, progress: Progress): readonly PersonWrite[] {
  if (!stored) return [createRow(progressRow, progress)];
  return stored.value === progress ? [] : [replaceRow(progressRow, progress, stored.etag)];
}

/** The stored start fitted to the module as it is now, or a new one on its first card. */
export function startedProgress(
  module: Module,
  stored: { value: StartedProgress } | undefined,
  now: Date,
): StartedProgress {
  if (stored) return resumeProgress(module, stored.value);
  const { moduleId, version: moduleVersion } = module;
  const begun = { moduleId, cycle: firstCycle, moduleVersion, startedAt: now, position: 0, answers: {} };
  return placedAt(module, { state: 'started', ...begun }, 0);
}

/** Where a press led. `isChanged`: to another place than it named, or by another way than before, since the module was changed meanwhile. */
export type Moved = { progress: Progress; isChanged: boolean };

/** The first completion stands, whatever is pressed after it. */
export type AlreadyCompleted = { outcome: 'already-completed'; progress: Extract<Progress, { state: 'completed' }> };

/** What a rule makes of a module that is under way. Without `progress` nothing is written. */
export type StartedDecision<T> = { result: T; progress?: StartedProgress };

/** As `changeProgress`, for what is done inside a module: begun when it was not, and left alone when it is completed. */
export async function changeStarted<T>(
  people: PersonStore,
  personId: string,
  module: Module,
  now: Date,
  decide: (from: StartedProgress) => StartedDecision<T>,
): Promise<T | AlreadyCompleted> {
  return changeProgress<T | AlreadyCompleted>(people, personId, module.moduleId, (stored) => {
    if (stored?.value.state === 'completed') {
      return { result: { outcome: 'already-completed', progress: stored.value }, writes: [] };
    }
    const { result, progress } = decide(startedProgress(module, stored && { value: stored.value }, now));
    return { result, writes: progress ? writeProgress(stored, progress) : [] };
  });
}

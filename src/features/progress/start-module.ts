import type { Module } from '../catalogue/module.ts';
import type { PersonStore } from '../people/person-store.ts';
import {
  changeProgress,
  type Moved,
  type ProgressDecision,
  type StoredProgress,
  startedProgress,
  writeProgress,
} from './change-progress.ts';
import { isOtherWay } from './keep-place.ts';

/** Begins on the first card, resumes where the learner left, or leaves a finished module finished. */
function decideStart(module: Module, stored: StoredProgress, now: Date): ProgressDecision<Moved> {
  if (stored?.value.state === 'completed') return { result: { progress: stored.value, isChanged: false }, writes: [] };
  const progress = startedProgress(module, stored && { value: stored.value }, now);
  const isChanged = stored !== undefined && isOtherWay(module, stored.value);
  return { result: { progress, isChanged }, writes: writeProgress(stored, progress) };
}

/** Throws Failure `unavailable` or `throttled` from storage. */
export async function startModule(
  needs: { people: PersonStore },
  personId: string,
  module: Module,
  now: Date,
): Promise<Moved> {
  return changeProgress(needs.people, personId, module.moduleId, (stored) => decideStart(module, stored, now));
}

import type { Module } from '../catalogue/module.ts';
import type { PersonStore } from '../people/person-store.ts';
import {
  changeProgress,
  type ProgressDecision,
  type StoredProgress,
  startedProgress,
  writeProgress,
} from './change-progress.ts';
import type { Progress } from './progress.ts';

/** Begins on the first card, resumes where the learner left, or leaves a finished module finished. */
function decideStart(module: Module, stored: StoredProgress, now: Date): ProgressDecision<Progress> {
  if (stored?.value.state === 'completed') return { result: stored.value, writes: [] };
  const progress = startedProgress(module, stored && { value: stored.value }, now);
  return { result: progress, writes: writeProgress(stored, progress) };
}

/** Throws Failure `unavailable` or `throttled` from storage. */
export async function startModule(
  needs: { people: PersonStore },
  personId: string,
  module: Module,
  now: Date,
): Promise<Progress> {
  return changeProgress(needs.people, personId, module.moduleId, (stored) => decideStart(module, stored, now));
}

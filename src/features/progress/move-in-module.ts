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
import { clampPosition } from './steps.ts';

/**
 * Goes to an absolute position, so that the same press delivered four times moves once. A card from an older version goes to the
 * nearest position that exists; a finished module stays finished.
 */
function decideMove(module: Module, stored: StoredProgress, position: number, now: Date): ProgressDecision<Progress> {
  if (stored?.value.state === 'completed') return { result: stored.value, writes: [] };
  const from = startedProgress(module, stored && { value: stored.value }, now);
  const to = clampPosition(module, position);
  const progress = from.position === to ? from : { ...from, position: to };
  return { result: progress, writes: writeProgress(stored, progress) };
}

/** Throws Failure `unavailable` or `throttled` from storage. */
export async function moveInModule(
  needs: { people: PersonStore },
  personId: string,
  module: Module,
  position: number,
  now: Date,
): Promise<Progress> {
  return changeProgress(needs.people, personId, module.moduleId, (stored) => decideMove(module, stored, position, now));
}

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
import { findTarget, isOtherWay, placedAt, type Target } from './keep-place.ts';

/**
 * Goes to a step by its name, so that the same press delivered four times moves once. Where the step is gone, the module having been
 * changed meanwhile, the way goes on from where the person was; a finished module stays finished.
 */
function decideMove(module: Module, stored: StoredProgress, target: Target, now: Date): ProgressDecision<Moved> {
  if (stored?.value.state === 'completed') return { result: { progress: stored.value, isChanged: false }, writes: [] };
  const from = startedProgress(module, stored && { value: stored.value }, now);
  const { position, isGone } = findTarget(module, target, stored?.value);
  const progress = placedAt(module, from, position);
  const isChanged = isGone || (stored !== undefined && isOtherWay(module, stored.value));
  return { result: { progress, isChanged }, writes: writeProgress(stored, progress) };
}

/** Throws Failure `unavailable` or `throttled` from storage. */
export async function moveInModule(
  needs: { people: PersonStore },
  personId: string,
  module: Module,
  target: Target,
  now: Date,
): Promise<Moved> {
  return changeProgress(needs.people, personId, module.moduleId, (stored) => decideMove(module, stored, target, now));
}

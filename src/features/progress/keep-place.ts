import type { Module } from '../catalogue/module.ts';
import type { StartedProgress } from './progress.ts';
import { clampPosition, stepIdsOf } from './steps.ts';

type Stored = Pick<StartedProgress, 'position' | 'path'>;

/** At this position of the module, with the way to it. The same object when it is there already. */
export function placedAt(module: Module, progress: StartedProgress, position: number): StartedProgress {
  const path = stepIdsOf(module).slice(0, position + 1);
  const isSame = progress.position === position && progress.path?.join() === path.join();
  return isSame ? progress : { ...progress, position, path };
}

/**
 * Where a stored place is in the module as it is now: its step wherever that stands, or the first after the last that the person has seen
 * when it is gone. Rows from before ways were kept have a position only, and that counts.
 */
export function positionNow(module: Module, { position, path }: Stored): number {
  const here = path?.at(-1);
  if (path === undefined || here === undefined) return clampPosition(module, position);
  const ids = stepIdsOf(module);
  if (ids.includes(here)) return ids.indexOf(here);
  return clampPosition(module, Math.max(-1, ...path.map((id) => ids.indexOf(id))) + 1);
}

/** Whether the steps up to the place are others than when the person came there, or the place is gone. */
export const isOtherWay = (module: Module, { path }: Stored): boolean =>
  path !== undefined && stepIdsOf(module).slice(0, path.length).join() !== path.join();

/**
 * A step as a button names it. `stepId`: absent on cards from before ids were there, whose position counts. `after` or `before`: the step
 * that the button stands on, which leads on where the named one is gone.
 */
export type Target = { position: number; stepId?: string; after?: string; before?: string };
export type Found = { position: number; isGone: boolean };

/** The same answer however often it is asked: four deliveries of one press must end on one card. `stored`: where the person is. */
export function findTarget(module: Module, target: Target, stored?: Stored): Found {
  const { position, stepId, after, before } = target;
  if (stepId === undefined) return { position: clampPosition(module, position), isGone: false };
  const ids = stepIdsOf(module);
  if (ids.includes(stepId)) return { position: ids.indexOf(stepId), isGone: false };
  const at = { after: ids.indexOf(after ?? ''), before: ids.indexOf(before ?? '') };
  if (at.after >= 0) return { position: clampPosition(module, at.after + 1), isGone: true };
  if (at.before >= 0) return { position: clampPosition(module, at.before - 1), isGone: true };
  return { position: stored ? positionNow(module, stored) : clampPosition(module, position), isGone: true };
}

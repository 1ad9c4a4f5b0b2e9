import { quietMinutes } from '../../core/events.ts';

/**
 * What is kept of a job: the minute given last, the one given before it, and the latest that was finished (never later than `minute`).
 * Empty text: none yet.
 */
export type TickMinutes = { minute: string; before: string; finished: string };

/**
 * A stored minute that is further ahead than this comes from a clock that was wrong: the clocks of replicas differ by seconds, and a
 * request to storage hangs for two minutes at the most. What is less is waited for, and that is no longer than a deployment.
 */
export const maxAheadMinutes = quietMinutes;

const minuteMs = 60_000;

/** Negative when `to` is the earlier one. */
export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / minuteMs);

/**
 * Pure: what is kept when the minute is given to who asks; `undefined` when it is not. `ours`: the asker's own clock. The minute before the
 * last counts too, so that a wrong clock that takes one in between does not give a minute a second owner.
 */
export function giveMinute(kept: TickMinutes | undefined, minute: string, ours: string): TickMinutes | undefined {
  if (!kept) return { minute, before: '', finished: '' };
  const isGiven = (given: string) => given >= minute && minutesBetween(ours, given) <= maxAheadMinutes;
  if (isGiven(kept.minute) || isGiven(kept.before)) return undefined;
  return { minute, before: kept.minute, finished: kept.finished <= minute ? kept.finished : '' };
}

/** Pure: what is kept when a minute is finished; `undefined` when that changes nothing. One that is later than the last given is of a wrong clock. */
export function finishMinute(kept: TickMinutes | undefined, minute: string): TickMinutes | undefined {
  if (!kept || minute <= kept.finished || minute > kept.minute) return undefined;
  return { ...kept, finished: minute };
}

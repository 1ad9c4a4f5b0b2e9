import { maxAheadMinutes } from './tick-minutes.ts';

/** How many windows a second has. */
export const windowsPerSecond = 8;

type SlotCount = { window: number; given: number };

/** What is kept in one row of the ring: the window it stands for with what was given of it, and the one it stood for before. */
export type SlotCounts = SlotCount & { before?: SlotCount };

/** A row whose window is further ahead than this stands for one of a clock that was wrong. */
const maxAhead = maxAheadMinutes * 60 * windowsPerSecond;

/**
 * Pure: what is kept when some slots of the window are given, and how many; `undefined` where nothing is. A row that stands for a later window
 * gives nothing to an earlier one. One that is far ahead is taken over, for nothing yet: whoever runs ahead may be sending in this very moment,
 * and both together would be too many. The window before counts too, so that two such clocks do not give one window twice by turns.
 */
export function giveSlots(
  kept: SlotCounts | undefined,
  window: number,
  wanted: number,
  limit: number,
): { counts: SlotCounts; mine: number } | undefined {
  if (!kept) return giveMore(undefined, { window, given: 0 }, wanted, limit);
  const { before, ...last } = kept;
  if (last.window === window) return giveMore(before, last, wanted, limit);
  const isBefore = before?.window === window;
  if (last.window < window) return giveMore(last, isBefore ? before : { window, given: 0 }, wanted, limit);
  if (isBefore || last.window - window <= maxAhead) return undefined;
  return { counts: { window, given: limit, before: last }, mine: 0 };
}

function giveMore(before: SlotCount | undefined, { window, given }: SlotCount, wanted: number, limit: number) {
  const mine = Math.min(wanted, limit - given);
  return mine > 0 ? { counts: { window, given: given + mine, ...(before && { before }) }, mine } : undefined;
}

import type { StatusCounts } from '../features/digests/unit-status.ts';

/** One part of a bar that is made of columns, which every client draws, also the narrow ones. `width` is a weight. */
export type BarPart = { width: number; style: string; color: string; text: string };

/** A part is at least so wide that its number can be read, whatever it is a part of. */
const leastShare = 0.18;

/**
 * At most one bar, for a template to show once for each: done, on the way, not begun, late, each with its number. It never carries anything alone:
 * the same is said in words beside it. Nobody, or all alike, need no bar.
 */
export function statusBar({ people, done, onTheWay, notStarted, late }: StatusCounts): readonly { parts: BarPart[] }[] {
  const all = [
    { count: done, style: 'good', color: 'Good' },
    { count: onTheWay, style: 'accent', color: 'Accent' },
    { count: notStarted, style: 'emphasis', color: 'Default' },
    { count: late, style: 'attention', color: 'Attention' },
  ];
  const parts = all
    .filter(({ count }) => count > 0)
    .map(({ count, ...look }) => ({ ...look, text: String(count), width: Math.max(count, leastShare * people) }));
  return parts.length > 1 ? [{ parts }] : [];
}

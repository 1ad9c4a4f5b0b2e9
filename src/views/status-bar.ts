import type { StatusCounts } from '../features/digests/unit-status.ts';

/** One part of a bar that is made of columns, which every client draws, also the narrow ones. `width` is a weight. */
export type BarPart = { width: number; style: 'good' | 'accent' | 'emphasis' | 'attention' };

/**
 * At most one bar, for a template to show once for each: done, on the way, not begun, late. It never carries anything alone: the same is said in
 * words beside it. Nobody, or all alike, need no bar.
 */
export function statusBar({ people, done, onTheWay, notStarted, late }: StatusCounts): readonly { parts: BarPart[] }[] {
  const all: readonly BarPart[] = [
    { width: done, style: 'good' },
    { width: onTheWay, style: 'accent' },
    { width: notStarted, style: 'emphasis' },
    { width: late, style: 'attention' },
  ];
  const parts = all.filter(({ width }) => width > 0);
  return people > 0 && parts.length > 1 ? [{ parts }] : [];
}

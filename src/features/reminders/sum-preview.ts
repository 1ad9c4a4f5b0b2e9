import { fewestCounted } from '../people/fewest-counted.ts';
import type { PersonPreview } from './preview-day.ts';

/** A number, or that it is between one and four, which would tell who. */
export type SafeCount = { count: number } | { fewerThan: typeof fewestCounted };

export type PreviewSum = {
  /** People who get a card. */
  cards: SafeCount;
  /** By kind; absent where one of the two would tell who. */
  kinds?: { nudge: number; deadline: number };
  /** Largest first. */
  units: readonly { unitId: string; count: number }[];
  /** The people of all units that are too few to be told apart; absent when there are none, or where even this would tell who. */
  otherUnits?: { units: number; count: number };
  unreachable: SafeCount;
  nothing: SafeCount;
};

/** Pure: the counts that somebody may see who does not lead these people, so that no number nor what remains of it covers one to four. */
export function sumPreview(people: readonly PersonPreview[]): PreviewSum {
  const cards = people.filter((each) => each.outcome === 'card');
  const deadline = cards.filter(({ kind }) => kind === 'deadline').length;
  const nudge = cards.length - deadline;
  const mayTellKinds = cards.length >= fewestCounted && !isFew(nudge) && !isFew(deadline);
  return {
    cards: safe(cards.length),
    ...(mayTellKinds && { kinds: { nudge, deadline } }),
    ...sumUnits(cards.map(({ person }) => person.unitId)),
    unreachable: safe(people.filter(({ outcome }) => outcome === 'unreachable').length),
    nothing: safe(people.filter(({ outcome }) => outcome === 'nothing').length),
  };
}

/** Small units are told together; where they are too few together, the smallest of the others goes with them. */
function sumUnits(unitIds: readonly string[]): Pick<PreviewSum, 'units' | 'otherUnits'> {
  const counted = [...Map.groupBy(unitIds, (unitId) => unitId)]
    .map(([unitId, each]) => ({ unitId, count: each.length }))
    .toSorted((a, b) => b.count - a.count || a.unitId.localeCompare(b.unitId));
  const units = counted.filter(({ count }) => !isFew(count));
  const others = counted.filter(({ count }) => isFew(count));
  const sum = () => others.reduce((total, { count }) => total + count, 0);
  while (isFew(sum()) && units.length > 0) others.push(...units.splice(-1));
  const count = sum();
  return { units, ...(count > 0 && !isFew(count) && { otherUnits: { units: others.length, count } }) };
}

const isFew = (count: number): boolean => count > 0 && count < fewestCounted;

const safe = (count: number): SafeCount => (isFew(count) ? { fewerThan: fewestCounted } : { count });

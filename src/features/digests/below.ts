import type { LocalDate } from '../../core/local-date.ts';
import type { Suggestion } from './suggest-action.ts';

/** People in fives, as they were told of the month; see docs/decisions/0027. */
export type ToldCounts = {
  readonly done: number;
  readonly late: number;
  readonly onTheWay: number;
  readonly notStarted: number;
};

/** A unit with all that is below it, as it was told last: never counted anew, since these are people whom the leader does not lead. */
export type Below = { unitId: string; name: string } & (
  | {
      told: 'figures';
      /** The day the figures are of. */
      on: LocalDate;
      counts: ToldCounts;
      /** Those with most left to do first. */
      parts: readonly { unitId: string; name: string; counts: ToldCounts }[];
    }
  | { told: 'not-yet'; nextOn: LocalDate }
);
export type ToldBelow = Extract<Below, { told: 'figures' }>;

const nothingToDo: readonly Suggestion['suggestion'][] = ['all-done', 'nobody-here', 'nothing-needed'];

/**
 * Pure: whoever has units below is never told that there is nothing to do: of who works there no more is known than what was told. Who is late
 * below comes before the leader's own modules; and first, however the few stand, where of them it may not be told whether there is anything to do.
 */
export function suggestBelow(own: Suggestion, below: readonly Below[]): Suggestion {
  const isUntold = own.suggestion === 'ask-everybody' && own.whether === 'not-told';
  const yieldsToLate = isUntold || own.suggestion === 'own-modules';
  if (below.length === 0 || !(yieldsToLate || nothingToDo.includes(own.suggestion))) return own;
  const led = new Set(below.map(({ unitId }) => unitId));
  const parts = below.flatMap((one) => (one.told === 'figures' ? one.parts : []));
  const [worst] = parts
    .filter(({ unitId, counts }) => counts.late > 0 && !led.has(unitId))
    .toSorted((a, b) => b.counts.late - a.counts.late);
  if (!worst && yieldsToLate) return own;
  if (!worst) return { suggestion: isBelowWell(below) ? 'all-done-below' : 'ask-below' };
  return { suggestion: 'ask-below-late', unitName: worst.name, late: worst.counts.late };
}

/** Pure: the same where there are units below that nothing is told of: whoever follows the units above for somebody else, and may not see it. */
export function suggestUnseen(own: Suggestion, below: readonly Below[]): Suggestion {
  const { suggestion } = suggestBelow(own, below);
  return [...nothingToDo, 'all-done-below'].includes(suggestion) ? { suggestion: 'ask-below' } : own;
}

/** Pure: whether all that was told is well. What has not been told is not known to be, nor a place of too few to be told of. */
export const isBelowWell = (below: readonly Below[]): boolean =>
  below.every((one) => {
    if (one.told === 'not-yet') return false;
    const { done, late, onTheWay, notStarted } = one.counts;
    return done > 0 && late + onTheWay + notStarted === 0;
  });

/** The same as long as the figures are. Empty for who has nothing below. */
export const markOfBelow = (below: readonly Below[]): readonly string[] =>
  below.map((one) => (one.told === 'figures' ? Object.values(one.counts).join('-') : '?'));

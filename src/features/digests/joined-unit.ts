import { daysBetween, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { unitKnownAtOf } from '../people/member-history.ts';
import type { Membership, Person } from '../people/person.ts';

/** How somebody came to a unit otherwise than by beginning to work there: from another unit, or onto the staff list on the first day or later. */
export type Joined = { how: 'moved' | 'registered'; on: LocalDate; at: Date };

const dayMs = 24 * 60 * 60_000;

/** Pure. Absent where it was known before the first day of employment, where the time of it was not kept, and after `forDays`. */
export function joinedUnit(
  { unitId, employedOn }: Pick<Person, 'unitId' | 'employedOn'>,
  memberships: readonly Membership[],
  { today, zone, forDays }: { today: LocalDate; zone: TimeZone; forDays: number },
): Joined | undefined {
  const known = memberships.length > 1 ? memberships.toSorted(byTime) : memberships;
  const before = known.findLastIndex((membership) => membership.unitId !== unitId);
  const first = known[before + 1];
  const at = first && unitKnownAtOf(first);
  // Nearly everybody came long ago, and a date in a time zone costs more than all the rest here.
  if (!at || Date.parse(today) - at.getTime() > (forDays + 1) * dayMs) return undefined;
  const on = localDateAt(at, zone);
  if (daysBetween(on, today) >= forDays) return undefined;
  if (before >= 0) return { how: 'moved', on, at };
  return on >= employedOn ? { how: 'registered', on, at } : undefined;
}

const byTime = (a: Membership, b: Membership): number => timeOf(a) - timeOf(b) || (a.validFrom < b.validFrom ? -1 : 1);

/** What was kept without a time was written before all that has one. */
const timeOf = ({ knownAt }: Membership): number => knownAt?.getTime() ?? 0;

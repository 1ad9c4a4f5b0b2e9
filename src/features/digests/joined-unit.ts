import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { Membership, Person } from '../people/person.ts';

/** How somebody came to a unit otherwise than by beginning to work there: from another unit, or onto the staff list after the first day. */
export type Joined = { how: 'moved' | 'registered'; on: LocalDate; at: Date };

/** Pure. Absent where the first day of employment says it, and where the time of it was not kept. */
export function joinedUnit(
  { unitId, employedOn }: Pick<Person, 'unitId' | 'employedOn'>,
  memberships: readonly Membership[],
  zone: TimeZone,
): Joined | undefined {
  const known = memberships.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.validFrom < b.validFrom ? -1 : 1));
  const before = known.findLastIndex((membership) => membership.unitId !== unitId);
  const at = known[before + 1]?.knownAt;
  if (!at) return undefined;
  const on = localDateAt(at, zone);
  if (before >= 0) return { how: 'moved', on, at };
  return on > employedOn ? { how: 'registered', on, at } : undefined;
}

/** What was kept without a time was written before all that has one. */
const timeOf = ({ knownAt }: Membership): number => knownAt?.getTime() ?? 0;

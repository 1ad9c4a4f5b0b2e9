import { instantOf, type LocalDate, type TimeZone } from '../../core/local-date.ts';
import { type Membership, type Person, type Work, workSchema } from './person.ts';
import { memberRow } from './person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from './person-store.ts';

/** The row that says where somebody works from a day on, and as what. */
export const membershipFrom = (person: Person, validFrom: LocalDate): Membership => ({
  ...{ unitId: person.unitId, validFrom },
  work: workSchema.parse(person),
});

/** Pure: whether somebody who was `before` counts otherwise as `after`. Then that has to be written. */
export function worksOtherwise(before: Person, after: Person): boolean {
  return before.unitId !== after.unitId || textOf(before) !== textOf(after);
}

function textOf(person: Person): string {
  const { roles, exemptFrom = [], ...rest } = workSchema.parse(person);
  const all = Object.entries({ ...rest, roles: roles.toSorted(), exemptFrom: exemptFrom.toSorted() });
  return JSON.stringify(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** To be committed with the profile that it says. The last word of a day in a unit stands. */
export async function writeMembership(
  people: PersonStore,
  person: Person,
  validFrom: LocalDate,
  now: Date,
): Promise<PersonWrite> {
  const membership = { ...membershipFrom(person, validFrom), knownAt: now };
  const known = await people.get(person.personId, memberRow, memberRow.keyOf(membership));
  return known ? replaceRow(memberRow, membership, known.etag) : createRow(memberRow, membership);
}

/**
 * Pure: somebody as we knew them at a time; `undefined` when we did not know them. What was told later about that day changes nothing, so
 * that a status asked for again is the same.
 */
export function personAt(
  profile: Person,
  memberships: readonly Membership[],
  at: Date,
  zone: TimeZone,
): Person | undefined {
  const knownAt = (row: Membership): number => (row.knownAt ?? instantOf(row.validFrom, '00:00', zone)).getTime();
  const [latest] = memberships
    .filter((row) => knownAt(row) <= at.getTime())
    .toSorted((a, b) => knownAt(b) - knownAt(a));
  if (!latest) return undefined;
  return { ...profile, unitId: latest.unitId, ...(latest.work && withAllOf(latest.work)) };
}

/** Also what was not said then, so that nothing of today shines through. */
const withAllOf = ({ endsOn, competenceLevel, exemptFrom, ...work }: Work): Partial<Person> => ({
  ...work,
  ...{ endsOn, competenceLevel, exemptFrom },
});

import { addDays, instantOf, type LocalDate, type TimeZone } from '../../core/local-date.ts';
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
  const { roles, exemptFrom = [], arrangements = [], ...rest } = workSchema.parse(person);
  const arranged = arrangements.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  const all = Object.entries({ ...rest, arranged, roles: roles.toSorted(), exemptFrom: exemptFrom.toSorted() });
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

/** A day that has been, with its last instant in the municipality. */
export type PastDay = { on: LocalDate; end: Date };

export const pastDay = (on: LocalDate, zone: TimeZone): PastDay => ({
  on,
  end: new Date(instantOf(addDays(on, 1), '00:00', zone).getTime() - 1),
});

/**
 * Pure: somebody as we knew them at the end of a day; `undefined` when we did not know them. What was told later about that day changes nothing, so
 * that a status asked for again is the same.
 */
export function personAt(
  profile: Person,
  memberships: readonly Membership[],
  { on, end }: PastDay,
): Person | undefined {
  const known = memberships.filter(({ knownAt, validFrom }) => (knownAt ? knownAt <= end : validFrom <= on));
  const [latest] = known.length > 1 ? known.toSorted((a, b) => orderOf(b) - orderOf(a)) : known;
  if (!latest) return undefined;
  return { ...profile, unitId: latest.unitId, ...(latest.work && withAllOf(latest.work)) };
}

const orderOf = ({ knownAt, validFrom }: Membership): number => knownAt?.getTime() ?? Date.parse(validFrom);

/** Also what was not said then, so that nothing of today shines through. */
const withAllOf = ({ endsOn, competenceLevel, exemptFrom, arrangements, ...work }: Work): Partial<Person> => ({
  ...work,
  ...{ endsOn, competenceLevel, exemptFrom, arrangements },
});

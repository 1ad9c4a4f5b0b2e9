import { addDays, instantOf, type LocalDate, type TimeZone } from '../../core/local-date.ts';
import { type Membership, type Person, type PersonThen, type Work, workSchema } from './person.ts';
import { memberRow } from './person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow, toArray } from './person-store.ts';

/** The row that says where somebody works from a day on, and as what. */
export const membershipFrom = (person: Person, validFrom: LocalDate): Membership => ({
  ...{ unitId: person.unitId, validFrom },
  work: workSchema.parse(person),
});

/** To be committed with the profile of somebody who was not known before. */
export const firstMembership = (person: Person, validFrom: LocalDate, now: Date): PersonWrite =>
  createRow(memberRow, { ...membershipFrom(person, validFrom), knownAt: now });

/** Pure: whether somebody who was `before` counts otherwise as `after`. Then that has to be written. */
export function worksOtherwise(before: Person, after: Person): boolean {
  return before.unitId !== after.unitId || textOf(before) !== textOf(after);
}

function textOf(person: Person): string {
  const { roles, profiles = [], exemptFrom = [], arrangements = [], ...rest } = workSchema.parse(person);
  const arranged = arrangements.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  const all = Object.entries({ ...rest, arranged, ...sorted({ roles, profiles, exemptFrom }) });
  return JSON.stringify(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const sorted = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.toSorted()]));

/**
 * To be committed with the profile that it says. The last word of a day in a unit stands. Of somebody `before` whose rows are from the time when
 * only the unit was kept, they get the work that holds until now: else the new profile would be what was told of the days before it.
 */
export async function writeMembership(
  people: PersonStore,
  { before, after }: { before?: Person | undefined; after: Person },
  validFrom: LocalDate,
  now: Date,
): Promise<readonly PersonWrite[]> {
  const { personId } = after;
  const membership = { ...membershipFrom(after, validFrom), knownAt: now };
  const rows = await toArray(people.list(personId, memberRow));
  const known = rows.find(({ value }) => memberRow.keyOf(value) === memberRow.keyOf(membership));
  const unitKnownAt = known && unitKnownAtOf(known.value);
  const bare = before ? rows.filter((row) => row !== known && !row.value.work) : [];
  return [
    ...bare.map(({ value, etag }) => replaceRow(memberRow, { ...value, work: workSchema.parse(before) }, etag)),
    known
      ? replaceRow(memberRow, { ...membership, ...(unitKnownAt && { unitKnownAt }) }, known.etag)
      : createRow(memberRow, membership),
  ];
}

export const unitKnownAtOf = ({ unitKnownAt, knownAt }: Membership): Date | undefined => unitKnownAt ?? knownAt;

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
): PersonThen | undefined {
  const known = memberships.filter(({ knownAt, validFrom }) => (knownAt ? knownAt <= end : validFrom <= on));
  const [latest] = known.length > 1 ? known.toSorted(byLatest) : known;
  if (!latest) return undefined;
  const { unitId, work = workSchema.parse(profile) } = latest;
  return { ...profile, unitId, ...withAllOf(work, end) };
}

/** What was kept without a time was written before all that has one, also where it begins later. */
const byLatest = (a: Membership, b: Membership): number =>
  a.knownAt && b.knownAt
    ? b.knownAt.getTime() - a.knownAt.getTime()
    : Number(b.knownAt !== undefined) - Number(a.knownAt !== undefined) ||
      Date.parse(b.validFrom) - Date.parse(a.validFrom);

/** Also what was not said then, so that nothing of today shines through. Work of a later day may hold what was not arranged yet. */
const withAllOf = ({ endsOn, profiles, competenceLevel, exemptFrom, arrangements, ...work }: Work, end: Date) => ({
  ...work,
  ...{ endsOn, profiles, competenceLevel, exemptFrom, arrangements: arrangements?.filter(({ at }) => at <= end) },
});

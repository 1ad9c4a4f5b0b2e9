import type { LocalDate } from '../../core/local-date.ts';
import { findProfile } from '../people/find-profile.ts';
import { ownerKey } from '../people/permissions.ts';
import { isWorking, type Person, type Role } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';

/** Who answers for what, by `ownerKey` of the post. `others`: the coordinators, or the administrators where there is no coordinator. */
export type OwnerDirectory = { byOwner: ReadonlyMap<string, readonly string[]>; others: readonly string[] };

const atOnce = 8;

/** Reads everybody's profile: once for a round, not for each message. Throws Failure `unavailable` or `throttled`. */
export async function readOwnerDirectory(
  needs: { people: PersonStore; units: UnitStore },
  today: LocalDate,
): Promise<OwnerDirectory> {
  const found: Person[] = [];
  await inParallel(listEverybody(needs.units), atOnce, async (personId) => {
    const person = await findProfile(needs.people, personId);
    if (person && isWorking(person, today) && isConcerned(person)) found.push(person);
  });
  return directoryOf(found);
}

async function* listEverybody(units: UnitStore): AsyncGenerator<string> {
  const seen = new Set<string>();
  for await (const { unitId } of units.listUnits()) {
    for await (const personId of units.listMembers(unitId)) {
      if (!seen.has(personId)) yield personId;
      seen.add(personId);
    }
  }
}

const isConcerned = ({ roles, answersFor = [] }: Person): boolean =>
  answersFor.length > 0 || roles.includes('coordinator') || roles.includes('administrator');

export function directoryOf(people: readonly Person[]): OwnerDirectory {
  const byOwner = new Map<string, string[]>();
  for (const { personId, answersFor = [] } of people) {
    for (const key of new Set(answersFor.map(ownerKey))) byOwner.set(key, [...(byOwner.get(key) ?? []), personId]);
  }
  const inRole = (role: Role) => people.filter(({ roles }) => roles.includes(role)).map(({ personId }) => personId);
  const coordinators = inRole('coordinator');
  return { byOwner, others: coordinators.length > 0 ? coordinators : inRole('administrator') };
}

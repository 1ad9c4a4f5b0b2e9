import type { LocalDate } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { readRightsOn } from '../people/delegation.ts';
import { isWorking, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';

type Needs = { people: PersonStore; units: UnitStore };

/** Storage answers so many questions at a time without one person's question being felt by others. */
const atATime = 16;

/** All who stand in the index of leaders, as they are stored. Throws Failure `unavailable` or `throttled`. */
export async function readLeaderProfiles({ people, units }: Needs): Promise<readonly Person[]> {
  const read = await mapWithLimit(await toArray(units.listLeaders()), atATime, (personId) =>
    people.get(personId, profileRow),
  );
  return read.flatMap((stored) => (stored ? [stored.value] : []));
}

/** All who lead any unit today, also for somebody else, with the rights of the day. Throws Failure `unavailable` or `throttled`. */
export async function readLeadersOn(needs: Needs, today: LocalDate): Promise<readonly Person[]> {
  const working = (await readLeaderProfiles(needs)).filter((person) => isWorking(person, today));
  return mapWithLimit(working, atATime, (person) => readRightsOn(needs, person, today));
}

/** The names of those who lead this person's unit today, not the person. Empty when the roster knows of nobody. */
export async function findLeaders(needs: Needs, asking: Person, today: LocalDate): Promise<readonly string[]> {
  return (await readLeadersOn(needs, today))
    .filter(({ personId, leads }) => personId !== asking.personId && leads.includes(asking.unitId))
    .map(({ displayName }) => displayName);
}

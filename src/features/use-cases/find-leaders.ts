import type { LocalDate } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { readRightsOn } from '../people/delegation.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';

type Needs = { people: PersonStore; units: UnitStore };

/** Storage answers so many questions at a time without one person's question being felt by others. */
const atATime = 16;

/** The names of those who lead this person's unit today, not the person. Empty when the roster knows of nobody. */
export async function findLeaders(needs: Needs, asking: Person, today: LocalDate): Promise<readonly string[]> {
  const leaderIds: string[] = [];
  for await (const leaderId of needs.units.listLeaders()) leaderIds.push(leaderId);
  const leaders = await mapWithLimit(leaderIds, atATime, async (leaderId) => {
    const stored = await needs.people.get(leaderId, profileRow);
    return stored ? [await readRightsOn(needs, stored.value, today)] : [];
  });
  return leaders
    .flat()
    .filter((person) => isEmployed(person, today))
    .filter(({ personId, leads }) => personId !== asking.personId && leads.includes(asking.unitId))
    .map(({ displayName }) => displayName);
}

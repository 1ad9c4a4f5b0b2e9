import type { LocalDate } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { isWorking, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { findLeaders } from './find-leaders.ts';

type Needs = { people: Pick<PersonStore, 'get'>; units: Pick<UnitStore, 'getUnit' | 'listMembers'> };

/** Storage answers so many questions at a time without one person's question being felt by others. */
const atATime = 16;
/** A municipality has four levels; more is a tree that bites its own tail. */
const mostLevels = 8;

/** The names of the BTI contacts in the person's unit, else in the nearest unit above it that has any; never the person. Throws Failure `unavailable` or `throttled`. */
export async function findBtiContacts(needs: Needs, person: Person, today: LocalDate): Promise<readonly string[]> {
  let unitId: string | undefined = person.unitId;
  for (let level = 0; level < mostLevels && unitId !== undefined; level += 1) {
    const found = await contactsIn(needs, unitId, person, today);
    if (found.length > 0) return found;
    unitId = (await needs.units.getUnit(unitId))?.parentId;
  }
  return [];
}

/** A member row is an index and may be old: the person's own row says where somebody is. */
async function contactsIn({ people, units }: Needs, unitId: string, asking: Person, today: LocalDate) {
  const ids = await toArray(units.listMembers(unitId));
  const read = await mapWithLimit(ids, atATime, (personId) => people.get(personId, profileRow));
  return read
    .flatMap((row) => (row ? [row.value] : []))
    .filter((each) => each.roles.includes('bti-contact') && each.unitId === unitId)
    .filter((each) => isWorking(each, today) && each.personId !== asking.personId)
    .map(({ displayName }) => displayName)
    .toSorted((a, b) => a.localeCompare(b, 'nb'));
}

/** Whom the guide names, for who asks. */
export const namesToAsk = (needs: { people: PersonStore; units: UnitStore }) => ({
  findLeaders: (person: Person, today: LocalDate) => findLeaders(needs, person, today),
  findBtiContacts: (person: Person, today: LocalDate) => findBtiContacts(needs, person, today),
});

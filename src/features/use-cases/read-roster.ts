import type { LocalDate } from '../../core/local-date.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { readModuleProgress } from '../progress/read-module-progress.ts';

/** People read at a time. */
const readsAtOnce = 16;

/** Who in a unit has not done a module, by name, without the leader who asks: an own press is what counts for oneself. */
export async function readRoster(
  { people, units }: { people: PersonStore; units: UnitStore },
  { unitId, moduleId, leaderId }: { unitId: string; moduleId: string; leaderId: string },
  today: LocalDate,
): Promise<readonly Person[]> {
  const members = await toArray(units.listMembers(unitId));
  const found = await mapWithLimit([...new Set(members)], readsAtOnce, async (personId) => {
    if (personId === leaderId) return [];
    const [profile, progress] = await Promise.all([
      people.get(personId, profileRow),
      readModuleProgress(people, personId, moduleId),
    ]);
    const person = profile?.value;
    // A member row is an index: who has moved or left is passed over.
    if (!person || person.unitId !== unitId || !isEmployed(person, today) || person.employedOn > today) return [];
    return progress?.value.state === 'completed' ? [] : [person];
  });
  return found.flat().toSorted((a, b) => byName.compare(a.displayName, b.displayName));
}

const byName = new Intl.Collator('nb');

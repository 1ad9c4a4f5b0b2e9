import type { LocalDate } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { canSeeUnit } from '../people/permissions.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';

/** Whether this leader may decide something for this person today. Nobody decides for oneself. */
export const isStaffOf = (leader: Person, person: Person, today: LocalDate): boolean =>
  leader.personId !== person.personId && canSeeUnit(leader, person.unitId) && isEmployed(person, today);

/** Somebody whom a card names, as they are now; `undefined` when they are none of this leader's staff today, or nobody at all. */
export async function findStaff(
  { people }: { people: PersonStore },
  leader: Person,
  personId: string,
  today: LocalDate,
): Promise<Versioned<Person> | undefined> {
  const stored = await people.get(personId, profileRow);
  return stored && isStaffOf(leader, stored.value, today) ? stored : undefined;
}

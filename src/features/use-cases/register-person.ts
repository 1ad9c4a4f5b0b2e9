import { isFailure } from '../../core/failure.ts';
import { membershipFrom } from '../people/member-history.ts';
import type { Person } from '../people/person.ts';
import type { PersonKeyStore } from '../people/person-key-store.ts';
import { memberRow, profileRow } from '../people/person-rows.ts';
import { createRow, type PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';

export type RegisterPersonNeeds = {
  personKeys: PersonKeyStore;
  people: PersonStore;
  units: UnitStore;
  /** Plans what the person will be told and when. Planning twice changes nothing. */
  scheduleReminders(person: Person, now: Date): Promise<void>;
};

export type RegisterPersonResult = { outcome: 'registered' | 'exists' };

/**
 * Makes somebody known: profile and membership in one transaction, then the indexes (keys, unit, leader), then the reminders.
 * Safe to run again after a crash: every step is done at most once and the indexes come after the truth.
 */
export async function registerPerson(
  needs: RegisterPersonNeeds,
  person: Person,
  keys: readonly string[],
  now: Date,
): Promise<RegisterPersonResult> {
  const outcome = await createProfile(needs.people, person);
  await needs.units.createMember(person.unitId, person.personId);
  for (const unitId of person.leads) await needs.units.createLeader(person.personId, unitId);
  for (const key of keys) await createKey(needs.personKeys, key, person.personId);
  await needs.scheduleReminders(person, now);
  return { outcome };
}

async function createProfile(people: PersonStore, person: Person): Promise<'registered' | 'exists'> {
  const membership = membershipFrom(person, person.employedOn);
  try {
    await people.commit({
      personId: person.personId,
      writes: [createRow(profileRow, person), createRow(memberRow, membership)],
    });
    return 'registered';
  } catch (error) {
    if (isFailure(error, 'conflict')) return 'exists';
    throw error;
  }
}

async function createKey(keys: PersonKeyStore, key: string, personId: string): Promise<void> {
  if ((await keys.get(key)) === personId) return;
  await keys.create(key, personId);
}

import type { Person } from '../../src/features/people/person.ts';
import { conversationRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, type PersonStore } from '../../src/features/people/person-store.ts';
import type { UnitStore } from '../../src/features/people/unit-store.ts';

export function aPerson(personId: string, changes: Partial<Person> = {}): Person {
  return {
    personId,
    displayName: `${personId} Nordmann`,
    givenName: personId,
    unitId: 'solbakken',
    sector: 'school',
    roles: ['employee'],
    employedOn: '2026-11-09',
    leads: [],
    ...changes,
  };
}

export const aLeader = (personId: string, leads: readonly string[], changes: Partial<Person> = {}): Person =>
  aPerson(personId, { roles: ['employee', 'leader'], leads: [...leads], ...changes });

/** Stores the profile, an open chat, and the unit's member row. */
export async function addPerson(stores: { people: PersonStore; units: UnitStore }, person: Person): Promise<Person> {
  const { personId, unitId } = person;
  const chat = { conversationId: `chat-${personId}`, serviceUrl: 'https://smba.example', tenantId: 't', botId: '28:b' };
  await stores.people.commit({
    personId,
    writes: [createRow(profileRow, person), createRow(conversationRow, { ...chat, state: 'open' })],
  });
  await stores.units.createMember(unitId, personId);
  return person;
}

import { ledUnits, type Person } from '../people/person.ts';
import { aadKey, type PersonKeyStore } from '../people/person-key-store.ts';
import { memberRow, profileRow } from '../people/person-rows.ts';
import { type PersonStore, type PersonWrite, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { DueStore } from '../reminders/due-store.ts';
import { dueOfPing, pingRow } from '../reminders/ping-rows.ts';
import { dueOf, reminderRow } from '../reminders/reminder-rows.ts';
import type { ReminderRules } from '../reminders/schedule-reminders.ts';
import { storedKinds } from './stored-kinds.ts';

export type ForgetPersonNeeds = {
  people: PersonStore;
  personKeys: PersonKeyStore;
  units: UnitStore;
  due: DueStore;
  rules: ReminderRules;
};

/** The store takes 100 writes in one transaction. */
const chunkSize = 100;

/**
 * Deletes all that is stored about somebody: the hints, the keys, the rows, and last the place in the unit, by which the nightly round
 * finds the person. So it may stop anywhere and be run again. Gives how many rows of the person went.
 */
export async function forgetPerson(needs: ForgetPersonNeeds, person: Person): Promise<number> {
  const { personId } = person;
  await deleteHints(needs, personId);
  for (const key of keysOf(person)) {
    // A key may have come to name somebody else, who keeps it.
    if ((await needs.personKeys.get(key)) === personId) await needs.personKeys.delete(key);
  }
  for (const unitId of ledUnits(person)) await needs.units.deleteLeader(personId, unitId);
  const memberships = await toArray(needs.people.list(personId, memberRow));
  const deleted = await deleteRows(needs.people, personId);
  const unitIds = new Set([person.unitId, ...memberships.map(({ value }) => value.unitId)]);
  for (const unitId of unitIds) await needs.units.deleteMember(unitId, personId);
  return deleted;
}

const keysOf = ({ aadObjectId, upnKey }: Person): readonly string[] => [
  ...(aadObjectId ? [aadKey(aadObjectId)] : []),
  ...(upnKey ? [upnKey] : []),
];

async function deleteHints({ people, due, rules }: ForgetPersonNeeds, personId: string): Promise<void> {
  for await (const { value } of people.list(personId, reminderRow)) {
    if (value.state === 'planned') await due.delete(dueOf(personId, value, rules.calendar.zone));
  }
  for await (const { value } of people.list(personId, pingRow)) await due.delete(dueOfPing(personId, value.on, rules));
}

/** The profile goes with the last of them: without it nobody would know which keys to delete. */
async function deleteRows(people: PersonStore, personId: string): Promise<number> {
  const all = await Promise.all(Object.values(storedKinds).map((kind) => kind.deletions(people, personId)));
  const writes = all.flat().toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  for (let from = 0; from < writes.length; from += chunkSize) {
    await people.commit({ personId, writes: writes.slice(from, from + chunkSize) });
  }
  return writes.length;
}

const lastKinds: readonly string[] = [profileRow.kind, memberRow.kind];
const isLast = ({ kind }: PersonWrite): boolean => lastKinds.includes(kind);

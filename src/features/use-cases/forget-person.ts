import type { Person } from '../people/person.ts';
import { aadKey, type PersonKeyStore } from '../people/person-key-store.ts';
import { memberRow, profileRow } from '../people/person-rows.ts';
import { type PersonStore, type PersonWrite, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { DueStore } from '../reminders/due-store.ts';
import { shiftRules } from '../reminders/own-calendar.ts';
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
 * Deletes all that is stored about somebody: the hints, the keys, the rows, the profile, and last the place in the unit, by which the
 * nightly round finds the person. Stopped before the profile it is run again, stopped after it `forgetPlace` does the rest. Gives how many
 * rows of the person went. The name in Content stays: who approved or changed a text stands with the text as long as it does.
 */
export async function forgetPerson(needs: ForgetPersonNeeds, person: Person): Promise<number> {
  const { personId } = person;
  await deleteHints(needs, person);
  for (const key of keysOf(person)) {
    // A key may have come to name somebody else, who keeps it.
    if ((await needs.personKeys.get(key)) === personId) await needs.personKeys.delete(key);
  }
  // The index, and not the profile: a write that died may have left a place there.
  for (const unitId of await toArray(needs.units.listLed(personId))) await needs.units.deleteLeader(personId, unitId);
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

async function deleteHints({ people, due, rules }: ForgetPersonNeeds, person: Person): Promise<void> {
  const { personId } = person;
  const own = shiftRules(rules, person);
  for await (const { value } of people.list(personId, reminderRow)) {
    if (value.state === 'planned') await due.delete(dueOf(personId, value, rules.calendar.zone));
  }
  for await (const { value } of people.list(personId, pingRow)) await due.delete(dueOfPing(personId, value.on, own));
}

/** The profile goes last, with the units that there have been: without them nobody would know which keys and places to delete. */
async function deleteRows(people: PersonStore, personId: string): Promise<number> {
  const all = await Promise.all(Object.values(storedKinds).map((kind) => kind.deletions(people, personId)));
  const kinds = Map.groupBy(all.flat(), whenDeleted);
  for (const writes of [kinds.get('first') ?? [], [...(kinds.get('units') ?? []), ...(kinds.get('profile') ?? [])]]) {
    for (let from = 0; from < writes.length; from += chunkSize) {
      await people.commit({ personId, writes: writes.slice(from, from + chunkSize) });
    }
  }
  return all.flat().length;
}

function whenDeleted({ kind }: PersonWrite): 'first' | 'units' | 'profile' {
  if (kind === profileRow.kind) return 'profile';
  return kind === memberRow.kind ? 'units' : 'first';
}

/**
 * Takes away the places of somebody without a profile, wherever they are: a deletion was cut off. An import makes the place before the
 * profile, so somebody may be coming in just now; who has a profile after all gets the place back.
 */
export async function forgetPlace({ people, units }: ForgetPersonNeeds, personId: string): Promise<void> {
  for await (const { unitId } of units.listUnits()) await units.deleteMember(unitId, personId);
  const profile = await people.get(personId, profileRow);
  if (profile) await units.createMember(profile.value.unitId, personId);
}

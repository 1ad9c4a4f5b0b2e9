import type { LocalDate } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { isSamePerson, personFrom } from '../people/diff-roster.ts';
import { hasOtherId } from '../people/find-roster-person.ts';
import { worksOtherwise, writeMembership } from '../people/member-history.ts';
import { ledUnits, type Person } from '../people/person.ts';
import { aadKey, type PersonKeyStore, upnKey } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { RosterPerson } from '../people/roster.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { freeKey, keepOwnKey, notTheirKey } from './roster-keys.ts';

export type ApplyRosterNeeds = { people: PersonStore; personKeys: PersonKeyStore; units: UnitStore };

/** When the file is applied: the day in the municipality, and the time. */
export type RosterDay = { today: LocalDate; now: Date };

/** Also of what was delegated in the chat, which no row tells: the index was taken away when the person left. */
export async function createIndexes(units: UnitStore, person: Person): Promise<void> {
  await units.createMember(person.unitId, person.personId);
  for (const unitId of ledUnits(person)) await units.createLeader(person.personId, unitId);
}

/** Somebody as the row tells it. Throws Failure `conflict` when a key of the row names somebody else. */
export async function changePerson(
  needs: ApplyRosterNeeds,
  personId: string,
  row: RosterPerson,
  day: RosterDay,
): Promise<void> {
  const { people, personKeys, units } = needs;
  const known = (await people.get(personId, profileRow))?.value;
  if (known && hasOtherId(known, row)) throw notTheirKey();
  await keepOwnKey(personKeys, upnKey(row.upn), personId);
  if (row.aadObjectId !== undefined) await keepOwnKey(personKeys, aadKey(row.aadObjectId), personId);
  if (known) await forgetAccount(personKeys, known, row);
  await createIndexes(units, personFrom(row, known ?? { personId }));
  const before = await retryOnConflict(() => writeProfile(needs, personId, row, day));
  if (!before) return;
  // Once more: the account may have come in between, while the profile still had it.
  await forgetAccount(personKeys, before, row);
  if (before.unitId !== row.unitId) await units.deleteMember(before.unitId, personId);
  const wanted = ledUnits(personFrom(row, before));
  for (const unitId of ledUnits(before).filter((id) => !wanted.includes(id))) {
    await units.deleteLeader(personId, unitId);
  }
}

/** Where the row leaves the person without an account, the key goes: before the profile, so that an import broken off does it again. */
async function forgetAccount(keys: PersonKeyStore, before: Person, row: RosterPerson): Promise<void> {
  if (before.aadObjectId === undefined || personFrom(row, before).aadObjectId !== undefined) return;
  await freeKey(keys, before.personId, aadKey(before.aadObjectId));
}

/**
 * The profile and, where the unit or the work is another, the new membership, in one transaction. Gives the profile that was there. Throws
 * Failure `conflict` when another account has come to be the person meanwhile; that of the row is nobody's then.
 */
async function writeProfile(
  { people, personKeys }: ApplyRosterNeeds,
  personId: string,
  row: RosterPerson,
  { today, now }: RosterDay,
): Promise<Person | undefined> {
  const stored = await people.get(personId, profileRow);
  if (stored && row.aadObjectId !== undefined && hasOtherId(stored.value, row)) {
    await freeKey(personKeys, personId, aadKey(row.aadObjectId));
    throw notTheirKey();
  }
  const after = personFrom(row, stored?.value ?? { personId });
  if (stored && isSamePerson(stored.value, after)) return stored.value;
  const writes: PersonWrite[] = [stored ? replaceRow(profileRow, after, stored.etag) : createRow(profileRow, after)];
  if (!stored || worksOtherwise(stored.value, after)) {
    const from = stored ? today : row.employedOn;
    writes.push(...(await writeMembership(people, { before: stored?.value, after }, from, now)));
  }
  await people.commit({ personId, writes });
  return stored?.value;
}

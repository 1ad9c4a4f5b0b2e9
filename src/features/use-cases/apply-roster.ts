import { Failure, isFailure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { addDays, type LocalDate } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { isSamePerson, personFrom, type RosterDiff } from '../people/diff-roster.ts';
import { hasOtherId } from '../people/find-roster-person.ts';
import { worksOtherwise, writeMembership } from '../people/member-history.ts';
import { ledUnits, type Person } from '../people/person.ts';
import { aadKey, type PersonKeyStore, upnKey } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { Roster, RosterPerson } from '../people/roster.ts';
import type { Unit, UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';

export type ApplyRosterNeeds = { people: PersonStore; personKeys: PersonKeyStore; units: UnitStore };

/** `failed`: people whose keys name somebody else, or who were changed all the time. They stay as they are. */
export type ApplyRosterResult = { written: number; failed: number };

/** When the file is applied: the day in the municipality, and the time. */
export type RosterDay = { today: LocalDate; now: Date };

/** Storage calls at once. */
const atOnce = 24;

/**
 * Does what the diff says. User names that people had before are free first of all: a newcomer may have got one of them. Then every person
 * is written so that it may stop anywhere: keys and indexes first, the profile, which is the truth, after them, and then what is no longer
 * true is taken out of the indexes. Run again, it goes on where it was. Reminders are planned by the nightly round. Throws Failure
 * `unavailable` or `throttled`.
 */
export async function applyRoster(
  needs: ApplyRosterNeeds,
  roster: Pick<Roster, 'units'>,
  diff: RosterDiff,
  day: RosterDay,
): Promise<ApplyRosterResult> {
  const result = { written: 0, failed: 0 };
  const count = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      result.written += 1;
    } catch (error) {
      if (!isFailure(error, 'conflict')) throw error;
      result.failed += 1;
    }
  };
  await inParallel(roster.units, atOnce, (unit) => keepUnit(needs.units, unit));
  await inParallel(diff.freed, atOnce, ({ personId, key }) => loseUserName(needs, personId, key));
  await inParallel(diff.changed, atOnce, ({ personId, freedKey }) => freeKey(needs.personKeys, personId, freedKey));
  await inParallel(diff.changed, atOnce, ({ personId, row }) => count(change(needs, personId, row, day)));
  await inParallel(diff.joined, atOnce, (row) => count(join(needs, row, day)));
  await inParallel(diff.left, atOnce, (personId) => count(leave(needs, personId, day)));
  return result;
}

const keepUnit = (units: UnitStore, unit: Unit): Promise<void> =>
  retryOnConflict(async () => void (await units.keepUnit(unit)));

/**
 * Before the profile has the new user name: broken off, the next import finds the same change, and frees the key then. A key that has come
 * to name somebody else stays.
 */
async function freeKey(keys: PersonKeyStore, personId: string, key: string | undefined): Promise<void> {
  if (key !== undefined && (await keys.get(key)) === personId) await keys.delete(key);
}

/** A user name that is somebody else's now: the key first, so that what was broken off is found again by the profile. */
export async function loseUserName(
  { people, personKeys }: Pick<ApplyRosterNeeds, 'people' | 'personKeys'>,
  personId: string,
  key: string,
): Promise<void> {
  await freeKey(personKeys, personId, key);
  await retryOnConflict(async () => {
    const stored = await people.get(personId, profileRow);
    if (stored?.value.upnKey !== key) return;
    const { upnKey: _, ...after } = stored.value;
    await people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag)] });
  });
}

/**
 * The key comes first: begun and broken off, the same person is found by it and gets no second id. Throws Failure `conflict` when a key of
 * the row names somebody else.
 */
async function join(needs: ApplyRosterNeeds, row: RosterPerson, day: RosterDay): Promise<void> {
  const personId = await keepKey(needs.personKeys, upnKey(row.upn), newId());
  const known = await needs.people.get(personId, profileRow);
  if (known && (known.value.upnKey !== upnKey(row.upn) || hasOtherId(known.value, row))) throw notTheirKey();
  if (row.aadObjectId !== undefined) await keepOwnKey(needs.personKeys, aadKey(row.aadObjectId), personId);
  await createIndexes(needs.units, personFrom(row, known?.value ?? { personId }));
  const profile = personFrom(row, { personId });
  try {
    const members = await writeMembership(needs.people, { after: profile }, row.employedOn, day.now);
    await needs.people.commit({ personId, writes: [createRow(profileRow, profile), ...members] });
  } catch (error) {
    // Begun by an import that broke off, or by another one: what is there now is changed instead.
    if (!isFailure(error, 'conflict')) throw error;
    await change(needs, personId, row, day);
  }
}

/** Whom the key names: as told, or who had it before. */
async function keepKey(keys: PersonKeyStore, key: string, personId: string): Promise<string> {
  try {
    await keys.create(key, personId);
    return personId;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return (await keys.get(key)) ?? personId;
  }
}

async function keepOwnKey(keys: PersonKeyStore, key: string, personId: string): Promise<void> {
  if ((await keepKey(keys, key, personId)) === personId) return;
  throw notTheirKey();
}

const notTheirKey = (): Failure =>
  new Failure('conflict', 'A key of this person names somebody else; correct the file or the key');

/** Also of what was delegated in the chat, which no row tells: the index was taken away when the person left. */
export async function createIndexes(units: UnitStore, person: Person): Promise<void> {
  await units.createMember(person.unitId, person.personId);
  for (const unitId of ledUnits(person)) await units.createLeader(person.personId, unitId);
}

async function change(needs: ApplyRosterNeeds, personId: string, row: RosterPerson, day: RosterDay): Promise<void> {
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

/** Who is in the file no more has had the last day yesterday, or today where the first day was today. */
export async function leave(
  { people, units }: ApplyRosterNeeds,
  personId: string,
  { today, now }: RosterDay,
): Promise<void> {
  await retryOnConflict(async () => {
    const stored = await people.get(personId, profileRow);
    if (!stored) return;
    const yesterday = addDays(today, -1);
    const endsOn = stored.value.employedOn > yesterday ? today : yesterday;
    const after = { ...stored.value, endsOn };
    const members = await writeMembership(people, { before: stored.value, after }, today, now);
    await people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag), ...members] });
    for (const unitId of ledUnits(stored.value)) await units.deleteLeader(personId, unitId);
  });
}

import { isFailure } from '../../core/failure.ts';
import { addDays } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { RosterDiff } from '../people/diff-roster.ts';
import { writeMembership } from '../people/member-history.ts';
import { ledUnits } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { replaceRow } from '../people/person-store.ts';
import type { Roster } from '../people/roster.ts';
import type { Unit, UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { type ApplyRosterNeeds, changePerson, type RosterDay } from './change-person.ts';
import { joinPeople } from './join-people.ts';
import { freeKey } from './roster-keys.ts';

/** `failed`: people whose keys name somebody else, or who were changed all the time. They stay as they are. */
export type ApplyRosterResult = { written: number; failed: number };

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
  await inParallel(diff.changed, atOnce, ({ personId, row }) => count(changePerson(needs, personId, row, day)));
  await joinPeople(needs, diff.joined, day, count);
  await inParallel(diff.left, atOnce, (personId) => count(leave(needs, personId, day)));
  return result;
}

const keepUnit = (units: UnitStore, unit: Unit): Promise<void> =>
  retryOnConflict(async () => void (await units.keepUnit(unit)));

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

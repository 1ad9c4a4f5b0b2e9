import { isFailure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import { personFrom } from '../people/diff-roster.ts';
import { hasOtherId } from '../people/find-roster-person.ts';
import { firstMembership } from '../people/member-history.ts';
import { ledUnits, type Person } from '../people/person.ts';
import { aadKey, upnKey } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { createRow } from '../people/person-store.ts';
import type { RosterPerson } from '../people/roster.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { type ApplyRosterNeeds, changePerson, type RosterDay } from './change-person.ts';
import { keepKey, keepOwnKey, notTheirKey } from './roster-keys.ts';

/** Storage calls at once. */
const atOnce = 24;
/** People who are made known together: enough to fill a unit's batch, few enough that each has a profile a moment after the keys. */
const together = 240;

type Newcomer = { row: RosterPerson; person: Person; isKnown: boolean };

/**
 * Those whom we do not know, unit by unit, since the members of one are written in one request. `count` hears of each, and swallows that a
 * key of the row names somebody else.
 */
export async function joinPeople(
  needs: ApplyRosterNeeds,
  rows: readonly RosterPerson[],
  day: RosterDay,
  count: (work: Promise<unknown>) => Promise<void>,
): Promise<void> {
  const byUnit = rows.toSorted((a, b) => (a.unitId < b.unitId ? -1 : Number(a.unitId > b.unitId)));
  for (let from = 0; from < byUnit.length; from += together) {
    const newcomers: Newcomer[] = [];
    await inParallel(byUnit.slice(from, from + together), atOnce, async (row) => {
      const keyed = makeKeys(needs, row);
      await keyed.then(
        (newcomer) => newcomers.push(newcomer),
        () => count(keyed),
      );
    });
    await indexNewcomers(needs, newcomers);
    await inParallel(newcomers, atOnce, (newcomer) => count(writeNewcomer(needs, newcomer, day)));
  }
}

/**
 * The keys come first: begun and broken off, the same person is found by them and gets no second id. Throws Failure `conflict` when a key of
 * the row names somebody else.
 */
async function makeKeys({ people, personKeys }: ApplyRosterNeeds, row: RosterPerson): Promise<Newcomer> {
  const ownId = newId();
  const personId = await keepKey(personKeys, upnKey(row.upn), ownId);
  // An id that was drawn a moment ago has no profile.
  const known = personId === ownId ? undefined : (await people.get(personId, profileRow))?.value;
  if (known && (known.upnKey !== upnKey(row.upn) || hasOtherId(known, row))) throw notTheirKey();
  if (row.aadObjectId !== undefined) await keepOwnKey(personKeys, aadKey(row.aadObjectId), personId);
  return { row, person: personFrom(row, known ?? { personId }), isKnown: known !== undefined };
}

async function indexNewcomers({ units }: ApplyRosterNeeds, newcomers: readonly Newcomer[]): Promise<void> {
  const byUnit = Map.groupBy(newcomers, ({ person }) => person.unitId);
  await inParallel(byUnit, atOnce, ([unitId, members]) =>
    units.createMembers(
      unitId,
      members.map(({ person }) => person.personId),
    ),
  );
  const leaders = newcomers.filter(({ person }) => ledUnits(person).length > 0);
  await inParallel(leaders, atOnce, async ({ person }) => {
    for (const unitId of ledUnits(person)) await units.createLeader(person.personId, unitId);
  });
}

async function writeNewcomer(
  needs: ApplyRosterNeeds,
  { row, person, isKnown }: Newcomer,
  day: RosterDay,
): Promise<void> {
  const { personId } = person;
  if (isKnown) return changePerson(needs, personId, row, day);
  const writes = [createRow(profileRow, person), firstMembership(person, row.employedOn, day.now)];
  try {
    await needs.people.commit({ personId, writes });
  } catch (error) {
    // Begun by an import that broke off, or by another one: what is there now is changed instead.
    if (!isFailure(error, 'conflict')) throw error;
    await changePerson(needs, personId, row, day);
  }
}

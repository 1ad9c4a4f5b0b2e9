import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { findModule } from '../catalogue/catalogue.ts';
import { completeInGroup } from '../groups/complete-in-group.ts';
import { writeMembership } from '../people/member-history.ts';
import { isEmployed, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { createRow, type PersonWrite, replaceRow, toArray } from '../people/person-store.ts';
import { sharesName } from '../people/same-name.ts';
import { introTickRow } from '../progress/intro-tick.ts';
import { progressRow } from '../progress/progress-rows.ts';
import { leave, loseUserName } from './apply-roster.ts';
import { createIndexes, type RosterDay } from './change-person.ts';
import { readIntroTicks } from './intro-ticks.ts';
import type { JoinNeeds } from './join-by-user-name.ts';
import { freeKey, keepKey } from './roster-keys.ts';

type Follow = {
  /** Whose the account is, and who has left, as far as the list knew. */
  formerId: string;
  /** Whom the list has under the user name that the account has now. */
  newcomer: Person;
  aadObjectId: string;
  key: string;
};

/**
 * A list without object ids takes a changed user name for one who left and one who is new. The account knows better: the former person has the row
 * from now on, with all that was done, and the newcomer's profile has ended. The former profile comes first: broken off after it the account is
 * somebody, and the next import ends the other one. Somebody who has nothing of the name is refused: Teams may tell an old user name for a while.
 */
export async function followAccount(
  needs: JoinNeeds,
  { formerId, newcomer, aadObjectId, key }: Follow,
  day: RosterDay,
): Promise<'joined' | 'nobody'> {
  const { people, personKeys, units } = needs;
  const isBack = await retryOnConflict(async () => {
    const stored = await people.get(formerId, profileRow);
    if (stored?.value.aadObjectId !== aadObjectId) return false;
    // Another turn of the same account was first, or there is nothing to follow.
    if (isEmployed(stored.value, day.today)) return stored.value.upnKey === key;
    if (!sharesName(stored.value, newcomer)) return false;
    await completeMeanwhile(needs, formerId, newcomer.personId);
    const after = asOne(stored.value, newcomer);
    await createIndexes(units, after);
    const members = await writeMembership(people, { before: stored.value, after }, day.today, day.now);
    const ticks = await ticksMeanwhile(needs, after, newcomer.personId);
    const writes = [replaceRow(profileRow, after, stored.etag), ...members, ...ticks];
    await people.commit({ personId: formerId, writes });
    return true;
  });
  if (!isBack) return 'nobody';
  await freeKey(personKeys, newcomer.personId, key);
  await keepKey(personKeys, key, formerId);
  // The newcomer's profile after the key: broken off between them, the next import finds two with the user name, and keeps the key.
  await loseUserName(needs, newcomer.personId, key);
  await leave(needs, newcomer.personId, day);
  return 'joined';
}

/**
 * The meetings that the leader has ticked the newcomer for, as if the former person had been ticked. Before the profile, so that what is broken off
 * here is done again at the next turn; a proof that is there is not written twice.
 */
async function completeMeanwhile({ people, rules }: JoinNeeds, formerId: string, newcomerId: string): Promise<void> {
  for (const { value } of await toArray(people.list(newcomerId, progressRow))) {
    if (value.state !== 'completed') continue;
    const { moduleId, moduleVersion, startedAt, completedAt, tickedBy } = value;
    const module = findModule(rules.catalogue, moduleId);
    const completion = { moduleId, moduleVersion, startedAt, completedAt, tickedBy, module };
    await completeInGroup({ people, zone: rules.calendar.zone }, formerId, completion);
  }
}

/** What leader and mentor have ticked for the newcomer. The first tick of a step counts, as ever. */
async function ticksMeanwhile(
  { people, rules }: JoinNeeds,
  after: Person,
  newcomerId: string,
): Promise<readonly PersonWrite[]> {
  const [own, counted, meanwhile] = await Promise.all([
    toArray(people.list(after.personId, introTickRow)),
    readIntroTicks({ people, zone: rules.calendar.zone }, after),
    toArray(people.list(newcomerId, introTickRow)),
  ]);
  const known = new Set(counted.map(({ stepId }) => stepId));
  const etags = new Map(own.map(({ value, etag }) => [value.stepId, etag]));
  return meanwhile
    .filter(({ value }) => !known.has(value.stepId))
    .map(({ value }) => {
      const etag = etags.get(value.stepId);
      return etag === undefined ? createRow(introTickRow, value) : replaceRow(introTickRow, value, etag);
    });
}

/** The row's facts, with what only the former profile knows, as an import by object id would have made it. */
function asOne(former: Person, newcomer: Person): Person {
  const { answersFor, exemptFrom, mentorKey, delegated = [], arrangements = [], aadObjectId } = former;
  const { delegated: given = [], arrangements: arranged = [], ...row } = newcomer;
  const isGiven = new Set(given.map(({ unitId }) => unitId));
  const isArranged = new Set(arranged.map(({ moduleId }) => moduleId));
  const allGiven = [...given, ...delegated.filter(({ unitId }) => !isGiven.has(unitId))];
  const allArranged = [...arranged, ...arrangements.filter(({ moduleId }) => !isArranged.has(moduleId))];
  return {
    ...(answersFor && { answersFor }),
    ...(exemptFrom && { exemptFrom }),
    ...(mentorKey !== undefined && { mentorKey }),
    ...row,
    ...{ personId: former.personId, aadObjectId },
    ...(allGiven.length > 0 && { delegated: allGiven }),
    ...(allArranged.length > 0 && { arrangements: allArranged }),
  };
}

import { addDays, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Versioned } from '../../core/versioned.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import { delegationRow, isToldEnded } from '../digests/send-delegation.ts';
import type { AuditStore } from '../people/audit-store.ts';
import { type Delegation, heldDelegations, liveDelegations } from '../people/delegation.ts';
import { isWorking, ledUnits, type Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { type PersonStore, replaceRow, toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';

export type DelegateNeeds = {
  people: PersonStore;
  units: UnitStore;
  audit: AuditStore;
  queue: Pick<WorkQueue, 'send'>;
  zone: TimeZone;
};

/** Longer than this is no absence, and belongs in the roster. */
export const mostDelegatedDays = 92;

const readsAtOnce = 16;
const byName = new Intl.Collator('nb');

/** Whom a leader can ask, and whom the leader has asked. `until`: absent where nothing is delegated. */
export type Deputy = { person: Person; until?: LocalDate };

/**
 * Everybody in the units that this person leads by the roster: only those can be given away. Throws Failure `unavailable` or `throttled`.
 */
export async function listDeputies(
  needs: Pick<DelegateNeeds, 'people' | 'units'>,
  leaderId: string,
  today: LocalDate,
): Promise<readonly Deputy[]> {
  const leader = (await needs.people.get(leaderId, profileRow))?.value;
  const members: string[] = [];
  for (const unitId of leader?.leads ?? []) members.push(...(await toArray(needs.units.listMembers(unitId))));
  const found = await mapWithLimit([...new Set(members)], readsAtOnce, async (personId): Promise<readonly Deputy[]> => {
    const person = (await needs.people.get(personId, profileRow))?.value;
    if (!leader || !person || !canFollow(leader, person, today)) return [];
    const until = liveDelegations(person, today).find(({ by }) => by === leaderId)?.until;
    return [{ person, ...(until && { until }) }];
  });
  return found.flat().toSorted((a, b) => byName.compare(a.person.displayName, b.person.displayName));
}

export type DelegateResult =
  | { outcome: 'given'; person: Person; until: LocalDate; at: Date }
  | { outcome: 'ended'; person: Person }
  | { outcome: 'bad-date' }
  | { outcome: 'not-yours' };

/**
 * Lets somebody of the staff follow all units that this leader leads, until and with a day: it lapses by itself, and sooner when the leader
 * leads no more. It is in the person's profile, which who they are is read from; the index of leaders comes first, so that the digest
 * finds them. Again with another day moves the day; the same again is what was given before, also in the log.
 */
export async function giveUnits(
  needs: DelegateNeeds,
  leaderId: string,
  { personId, until }: { personId: string; until: LocalDate | undefined },
  now: Date,
): Promise<DelegateResult> {
  const today = localDateAt(now, needs.zone);
  const result = await retryOnConflict(async (): Promise<DelegateResult> => {
    const found = await findDeputy(needs, leaderId, personId, today);
    if (!found) return { outcome: 'not-yours' };
    // Whose the person is comes before the day, so that a try at another one's is known as such.
    if (until === undefined || until < today || until > addDays(today, mostDelegatedDays))
      return { outcome: 'bad-date' };
    const { leader, stored } = found;
    for (const unitId of leader.leads) await needs.units.createLeader(personId, unitId);
    const live = liveDelegations(stored.value, today);
    const others = live.filter(({ by }) => by !== leaderId);
    const given = leader.leads.map((unitId) =>
      live.find((one) => one.by === leaderId && one.unitId === unitId && one.until === until),
    );
    const at = (given.every((one) => one !== undefined) && given[0]?.at) || now;
    const own = leader.leads.map((unitId) => ({ unitId, until, by: leaderId, at }));
    const after: Person = { ...stored.value, delegated: [...others, ...own] };
    await needs.people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag)] });
    await dropPlaces(needs, stored.value, after);
    return { outcome: 'given', person: after, until, at };
  });
  if (result.outcome === 'given') {
    await audit(needs, leaderId, personId, 'delegation.give', result.at);
    await tellThem(needs, personId, leaderId);
  }
  return result;
}

/** Takes it back before its day. */
export async function takeUnitsBack(
  needs: DelegateNeeds,
  leaderId: string,
  personId: string,
  now: Date,
): Promise<DelegateResult> {
  const today = localDateAt(now, needs.zone);
  const change = await retryOnConflict(async () => {
    const found = await findDeputy(needs, leaderId, personId, today);
    if (!found) return undefined;
    const before = found.stored.value;
    const delegated = (before.delegated ?? []).filter(({ by }) => by !== leaderId);
    const after: Person = { ...before, delegated };
    const isNew = delegated.length < (before.delegated ?? []).length;
    if (!isNew) return { before, after };
    // Afterwards nothing tells by whom or when, so what is not kept is not done.
    await audit(needs, leaderId, personId, 'delegation.end', now);
    await needs.people.commit({ personId, writes: [replaceRow(profileRow, after, found.stored.etag)] });
    return { before, after };
  });
  if (!change) return { outcome: 'not-yours' };
  await dropPlaces(needs, change.before, change.after);
  await tellThem(needs, personId, leaderId);
  return { outcome: 'ended', person: change.after };
}

/** After the rows, and at a second press too: the first may have been stored and not queued. Who has been told is told no more. */
const tellThem = ({ queue }: Pick<DelegateNeeds, 'queue'>, personId: string, leaderId: string): Promise<void> =>
  queue.send({ kind: 'delegation', personId, leaderId });

/**
 * What has days left and holds no more was ended by the staff list: somebody has left, leads no more or works elsewhere, and nobody has pressed
 * anything. Where somebody was told so and it holds again, as after a night when the leader was missing in the list, they are told that too. Each
 * night again until its day, so that it is not lost; the ledger knows who has been told.
 */
export async function tellOfChanged(
  needs: Pick<DelegateNeeds, 'people' | 'queue'>,
  person: Person,
  today: LocalDate,
): Promise<void> {
  const live = liveDelegations(person, today);
  if (live.length === 0) return;
  const held = await heldDelegations(needs, person, today);
  const told = (await toArray(needs.people.list(person.personId, delegationRow))).map(({ value }) => value);
  const isHeldNow = ({ unitId, by }: Delegation) => held.some((each) => each.unitId === unitId && each.by === by);
  const changed = live.filter((delegation) => !isHeldNow(delegation) || isToldEnded(delegation, told));
  for (const leaderId of new Set(changed.map(({ by }) => by))) await tellThem(needs, person.personId, leaderId);
}

/** Takes away what has lapsed, with the places in the index. It grants nothing any more. Throws Failure `conflict` where somebody changes the profile. */
export async function endLapsed(
  needs: Pick<DelegateNeeds, 'people' | 'units'>,
  { value: before, etag }: Versioned<Person>,
  today: LocalDate,
): Promise<void> {
  const delegated = [...liveDelegations(before, today)];
  if (delegated.length === (before.delegated ?? []).length) return;
  const after: Person = { ...before, delegated };
  await needs.people.commit({ personId: before.personId, writes: [replaceRow(profileRow, after, etag)] });
  await dropPlaces(needs, before, after);
}

/** The places in the index of leaders that `before` had and `after` has not. Who is given the unit anew meanwhile gets the place back. */
async function dropPlaces(
  { people, units }: Pick<DelegateNeeds, 'people' | 'units'>,
  before: Person,
  after: Person,
): Promise<void> {
  const { personId } = after;
  const wanted = ledUnits(after);
  const gone = ledUnits(before).filter((unitId) => !wanted.includes(unitId));
  if (gone.length === 0) return;
  for (const unitId of gone) await units.deleteLeader(personId, unitId);
  const profile = await people.get(personId, profileRow);
  const given = profile ? ledUnits(profile.value) : [];
  for (const unitId of gone.filter((id) => given.includes(id))) await units.createLeader(personId, unitId);
}

/** By the rows as they are now: what the leader leads in somebody else's place cannot be passed on. */
async function findDeputy({ people }: DelegateNeeds, leaderId: string, personId: string, today: LocalDate) {
  const [leader, stored] = await Promise.all([people.get(leaderId, profileRow), people.get(personId, profileRow)]);
  return leader && stored && canFollow(leader.value, stored.value, today)
    ? { leader: leader.value, stored }
    : undefined;
}

const canFollow = (leader: Person, person: Person, today: LocalDate): boolean =>
  leader.personId !== person.personId && leader.leads.includes(person.unitId) && isWorking(person, today);

async function audit(
  { audit: store }: DelegateNeeds,
  actorId: string,
  subjectId: string,
  action: 'delegation.give' | 'delegation.end',
  at: Date,
): Promise<void> {
  await store.create({ entryId: `${action}:${subjectId}`, at, actorId, action, subjectId });
}

import { isoWeekOf, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { isRemindable } from '../catalogue/catalogue.ts';
import { mapWithLimit } from '../digests/map-with-limit.ts';
import type { AuditStore } from '../people/audit-store.ts';
import { canSeeUnit } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { type OwnModule, readOwnModules } from '../progress/own-modules.ts';
import { type LeaderNudgeResult, nudgeForLeader, wasNudged } from '../reminders/leader-nudge.ts';
import type { MoveNeeds } from '../reminders/move-reminders.ts';
import { findStaff, isStaffOf } from './find-staff.ts';

type RemindedNeeds = MoveNeeds & { zone: TimeZone };
export type RemindNeeds = RemindedNeeds & { audit: AuditStore; units: UnitStore };

/** People handled at a time. */
const atOnce = 16;

export type RemindPersonResult =
  /** Whether it is sent is not told: it would say who has said no to reminders. */
  { outcome: 'asked' | 'nothing-open' | 'too-early'; person: Person } | { outcome: 'not-yours' };

/** Asks Undring to remind one of the staff, kindly, of what is late, or else of what is open. */
export async function remindPerson(
  needs: RemindNeeds,
  leader: Person,
  personId: string,
  now: Date,
): Promise<RemindPersonResult> {
  const today = localDateAt(now, needs.zone);
  const person = (await findStaff(needs, leader, personId, today))?.value;
  if (!person) return { outcome: 'not-yours' };
  const open = await readOpen(needs, person, today);
  if (open.length === 0) return { outcome: 'nothing-open', person };
  if (!isRemindable(needs.rules.catalogue, person, today)) return { outcome: 'too-early', person };
  const wanted = lateOf(open) ?? open;
  if (await wasNudged(needs, person, wanted, now)) return { outcome: 'asked', person };
  await audit(needs, leader, { action: 'staff.remind', subjectId: personId }, now);
  await nudgeForLeader(needs, person, wanted, now);
  return { outcome: 'asked', person };
}

/** Whether a leader has asked for it this week, about all that it would be about. */
export async function wasReminded(needs: RemindedNeeds, person: Person, now: Date): Promise<boolean> {
  const open = await readOpen(needs, person, localDateAt(now, needs.zone));
  const wanted = lateOf(open) ?? open;
  return wanted.length > 0 && (await wasNudged(needs, person, wanted, now));
}

export type RemindLateResult =
  | { outcome: 'nobody-late' }
  | { outcome: 'all-asked-before' }
  /** `people`: how many were asked about now. How many of them are sent one is not told: by subtraction it would say who has said no. */
  | { outcome: 'asked'; people: number }
  | { outcome: 'not-yours' };

/** The same for everybody in these units who is late with something. */
export async function remindLate(
  needs: RemindNeeds,
  leader: Person,
  unitIds: readonly string[],
  now: Date,
): Promise<RemindLateResult> {
  if (!unitIds.every((unitId) => canSeeUnit(leader, unitId))) return { outcome: 'not-yours' };
  const today = localDateAt(now, needs.zone);
  const members: string[] = [];
  for (const unitId of unitIds) members.push(...(await toArray(needs.units.listMembers(unitId))));
  const all = [...new Set(members)];
  const found = await mapWithLimit(all, atOnce, async (personId): Promise<Late | undefined> => {
    const person = (await needs.people.get(personId, profileRow))?.value;
    // A member row is an index: who has moved or left is passed over.
    if (!person || !unitIds.includes(person.unitId) || !isStaffOf(leader, person, today)) return undefined;
    if (!isRemindable(needs.rules.catalogue, person, today)) return undefined;
    const modules = lateOf(await readOpen(needs, person, today));
    return modules && { person, modules, wasAsked: await wasNudged(needs, person, modules, now) };
  });
  const late = found.filter((each) => each !== undefined);
  if (late.some(({ wasAsked }) => !wasAsked)) {
    for (const subjectId of unitIds) await audit(needs, leader, { action: 'staff.remind-unit', subjectId }, now);
  }
  const results = await mapWithLimit(late, atOnce, async ({ person, modules, wasAsked }) =>
    wasAsked ? 'asked-before' : nudgeForLeader(needs, person, modules, now),
  );
  return sumResults(results);
}

type Late = { person: Person; modules: readonly OwnModule[]; wasAsked: boolean };

/** Pure. It is the same whoever of them takes reminders. */
export function sumResults(results: readonly LeaderNudgeResult[]): Exclude<RemindLateResult, { outcome: 'not-yours' }> {
  if (results.length === 0) return { outcome: 'nobody-late' };
  const people = results.filter((result) => result !== 'asked-before').length;
  return people === 0 ? { outcome: 'all-asked-before' } : { outcome: 'asked', people };
}

/** The priority modules with a date that are not done. */
async function readOpen(needs: MoveNeeds, person: Person, today: LocalDate): Promise<readonly OwnModule[]> {
  const own = await readOwnModules({ people: needs.people, catalogue: needs.rules.catalogue }, person, today);
  return own.filter(({ module, standing, dueOn }) => module.isPriority && standing !== 'done' && dueOn !== undefined);
}

function lateOf(open: readonly OwnModule[]): readonly OwnModule[] | undefined {
  const late = open.filter(({ lateByDays }) => lateByDays > 0);
  return late.length > 0 ? late : undefined;
}

/** Before it is done: afterwards nothing tells who asked, so what is not kept is not done. */
async function audit(
  needs: RemindNeeds,
  { personId }: Person,
  about: { action: 'staff.remind' | 'staff.remind-unit'; subjectId: string },
  now: Date,
): Promise<void> {
  const week = isoWeekOf(localDateAt(now, needs.zone));
  await needs.audit.create({ ...about, entryId: `remind:${about.subjectId}:${week}`, at: now, actorId: personId });
}

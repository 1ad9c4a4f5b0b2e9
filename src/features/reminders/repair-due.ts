import { isFailure } from '../../core/failure.ts';
import { addDays, localDateAt } from '../../core/local-date.ts';
import type { PersonKeyStore } from '../people/person-key-store.ts';
import { profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { openRenewals } from '../progress/open-renewals.ts';
import type { Due } from './due-store.ts';
import { inParallel } from './in-parallel.ts';
import { lookBackDays, type MoveNeeds, moveReminders } from './move-reminders.ts';
import { readOwnRules } from './own-calendar.ts';
import { dueOf, reminderKey, reminderRow } from './reminder-rows.ts';
import { isPingWanted, repairPings } from './repair-pings.ts';
import { scheduleCertificates } from './schedule-certificates.ts';
import { scheduleFollowUps } from './schedule-follow-ups.ts';
import { scheduleMentoring } from './schedule-mentoring.ts';
import { scheduleReminders } from './schedule-reminders.ts';

/** `personKeys`: finds the mentors whom the staff list names; without it, nobody is paired. */
export type RepairDueNeeds = MoveNeeds & { units: UnitStore; personKeys?: Pick<PersonKeyStore, 'get'> };

/** Storage calls at once; the night's work shall leave room for the day's. */
const atOnce = 8;
/** Hints older than this are not looked for any more; nothing reads them. */
const sweepBackDays = 45;

/** `broken`: people whose rows cannot be read, and hints that cannot be read themselves; the others are not held up by them. */
export type RepairResult = { people: number; broken: number; removed: number };

/**
 * The nightly round that makes the index agree with the truth: opens renewals, plans what is missing (a new module, a changed policy,
 * what comes after a module that is done, a course that runs out), creates the
 * hints that are missing, brings back what is older than find-due looks, and deletes the hints that lead nowhere. Changes nothing
 * when all is well. Safe beside sending, and to stop anywhere.
 */
export async function repairDue(needs: RepairDueNeeds, now: Date): Promise<RepairResult> {
  let people = 0;
  let broken = 0;
  await inParallel(listEverybody(needs.units), atOnce, async (personId) => {
    people += 1;
    const isRepaired = await repairPerson(needs, personId, now).then(() => true, isOnlyThisPerson);
    if (!isRepaired) broken += 1;
  });
  const removed = await removeStray(needs, now, () => {
    broken += 1;
  });
  return { people, broken, removed };
}

/** Storage that is away concerns everybody and ends the round; a row that does not parse concerns one person. */
function isOnlyThisPerson(error: unknown): false {
  if (isFailure(error, 'unavailable') || isFailure(error, 'throttled')) throw error;
  return false;
}

/** May name somebody twice, who has been in two units. */
export const listEverybody = (units: Pick<UnitStore, 'listAllMembers'>): AsyncIterable<string> =>
  units.listAllMembers();

async function repairPerson(needs: RepairDueNeeds, personId: string, now: Date): Promise<void> {
  const profile = await needs.people.get(personId, profileRow);
  if (!profile) return;
  await repairPings(needs, personId, now);
  const { catalogue, calendar } = needs.rules;
  await openRenewals({ people: needs.people, catalogue, zone: calendar.zone }, profile.value, now);
  await scheduleReminders(needs, profile.value, needs.rules, now);
  await scheduleFollowUps(needs, profile.value, needs.rules, now);
  await scheduleCertificates(needs, profile.value, needs.rules, now);
  const { personKeys } = needs;
  if (personKeys) await scheduleMentoring({ ...needs, personKeys }, profile.value, needs.rules, now);
  const { zone } = calendar;
  const oldest = addDays(localDateAt(now, zone), -lookBackDays);
  const rows = await toArray(needs.people.list(personId, reminderRow));
  const planned = rows.map(({ value }) => value).filter(({ state }) => state === 'planned');
  for (const reminder of planned) await needs.due.create(dueOf(personId, reminder, zone));
  if (planned.some((reminder) => dueOf(personId, reminder, zone).dueOn < oldest)) {
    const rules = await readOwnRules(needs.people, profile.value, needs.rules);
    await moveReminders({ ...needs, rules }, personId, now);
  }
}

/** Only of days gone by: today's hint may belong to a reminder that is being planned this moment. */
async function removeStray(needs: RepairDueNeeds, now: Date, tellUnreadable: () => void): Promise<number> {
  const { due, rules } = needs;
  const today = localDateAt(now, rules.calendar.zone);
  let removed = 0;
  const hints = due.list(addDays(today, -sweepBackDays), addDays(today, -1), tellUnreadable);
  await inParallel(hints, atOnce, async (hint) => {
    const isKept = await isWanted(needs, hint).catch((error) => {
      isOnlyThisPerson(error);
      tellUnreadable();
      return true;
    });
    if (isKept) return;
    await due.delete(hint);
    removed += 1;
  });
  return removed;
}

async function isWanted(needs: RepairDueNeeds, hint: Due): Promise<boolean> {
  if ('kind' in hint) return isPingWanted(needs, hint);
  const stored = await needs.people.get(hint.personId, reminderRow, reminderKey(hint));
  const { zone } = needs.rules.calendar;
  return stored?.value.state === 'planned' && isSameHint(dueOf(hint.personId, stored.value, zone), hint);
}

const isSameHint = (a: Due, b: Due): boolean => a.dueOn === b.dueOn && a.dueTime === b.dueTime;

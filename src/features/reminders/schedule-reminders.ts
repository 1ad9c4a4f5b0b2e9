import { isDeepStrictEqual } from 'node:util';
import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { begunOn, type Catalogue, hasBegun, modulesFor } from '../catalogue/catalogue.ts';
import { isWorking, type Person } from '../people/person.ts';
import { conversationRow } from '../people/person-rows.ts';
import { createRow, type PersonStore, type PersonWrite, replaceRow, toArray } from '../people/person-store.ts';
import { type Assigned, assignedOn, assignedRow } from '../progress/assigned.ts';
import { roundFrom } from '../progress/next-round.ts';
import { dueOnOf } from '../progress/own-modules.ts';
import { firstCycle } from '../progress/progress.ts';
import { progressRow } from '../progress/progress-rows.ts';
import { type ProgressByModule, readProgress } from '../progress/read-progress.ts';
import { isAskedFor } from './asked-for.ts';
import { bringForward } from './bring-forward.ts';
import type { CalendarRules } from './calendar.ts';
import { decideAssigned, firstDates } from './decide-assigned.ts';
import type { DueStore } from './due-store.ts';
import { wasOutOfReach } from './find-address.ts';
import { isAfterModule } from './follow-up.ts';
import { readOwnRules } from './own-calendar.ts';
import { findStep, type ModuleDates, planReminders } from './plan.ts';
import { type ReminderPolicy, soonestSendTime } from './policy.ts';
import { reconcileReminders, type Wanted } from './reconcile-reminders.ts';
import { redateRenewals } from './redate-renewals.ts';
import { dueOf, type OpenReminder, type Reminder, reminderRow, settle } from './reminder-rows.ts';

/** What the municipality has decided, from the pack. */
export type ReminderRules = { catalogue: Catalogue; policy: ReminderPolicy; calendar: CalendarRules };

export type ScheduleNeeds = { people: PersonStore; due: DueStore };

/** The store takes 100 writes in one transaction. */
const chunkSize = 100;

/**
 * Plans what a person will be told and when, by the person's own calendar. The keys are decided by module and step, so doing it again
 * (after a crash, or every night) changes nothing but what other dates ask for. What else waits for a pause that is over comes as soon as
 * it may. The hints are created first: a crash leaves one too many, never one too few.
 */
export async function scheduleReminders(
  needs: ScheduleNeeds,
  person: Person,
  municipality: ReminderRules,
  now: Date,
): Promise<{ outcome: 'scheduled'; created: number }> {
  const { personId } = person;
  const rules = await readOwnRules(needs.people, person, municipality);
  const { policy, calendar } = rules;
  return retryOnConflict(async () => {
    const stored = await toArray(needs.people.list(personId, reminderRow));
    const assigned = await needs.people.get(personId, assignedRow);
    const before = await readProgress(needs, personId);
    const reminders = stored.map(({ value }) => value);
    const about = { person, before: assigned?.value, reminders, rules, now };
    const progress = redateRenewals({ ...about, progress: before });
    const since = decideAssigned({ ...about, progress });
    const dates = datesOf(person, { progress, assigned: since }, rules, now);
    const isReachable = reminders.some(isRefused) && (await hasOpenChat(needs.people, personId));
    const soonest = soonestSendTime(now, policy, calendar);
    const reconciled = reconcileReminders({
      ...{ stored, plan: plan(person, dates, rules, now), now },
      isOver: isOverBy(person, dates, rules),
      isOpen: isOpenBy(person, dates, rules, localDateAt(soonest, calendar.zone)),
      ...{ isReachable, soonest, zone: calendar.zone },
    });
    const forward = await bringForward(needs, person, { stored, rules, now });
    const planned = [...reconciled.planned, ...forward.planned];
    const left = [...reconciled.left, ...forward.left];
    const changes = [...reconciled.writes, ...forward.writes];
    const redated = [...progress].filter(([moduleId, row]) => row !== before.get(moduleId));
    const writes = [...redated.map(([, { value, etag }]) => replaceRow(progressRow, value, etag)), ...changes];
    for (const reminder of planned) await needs.due.create(dueOf(personId, reminder, calendar.zone));
    // In the same transaction as the reminders that follow from it.
    if (!isDeepStrictEqual(assigned?.value, since)) {
      writes.unshift(assigned ? replaceRow(assignedRow, since, assigned.etag) : createRow(assignedRow, since));
    }
    for (let from = 0; from < writes.length; from += chunkSize) {
      await needs.people.commit({ personId, writes: writes.slice(from, from + chunkSize) });
    }
    const kept = new Set(planned.map((reminder) => JSON.stringify(dueOf(personId, reminder, calendar.zone))));
    const gone = left.map((reminder) => dueOf(personId, reminder, calendar.zone));
    for (const hint of gone) if (!kept.has(JSON.stringify(hint))) await needs.due.delete(hint);
    return { outcome: 'scheduled', created: planned.length };
  });
}

const isRefused = (reminder: Reminder): boolean => reminder.state === 'rejected' && wasOutOfReach(reminder.reason);

const hasOpenChat = async (people: PersonStore, personId: string): Promise<boolean> =>
  (await people.get(personId, conversationRow))?.value.state === 'open';

/** The modules that have a date. */
function datesOf(
  person: Person,
  { progress, assigned }: PlannedFrom,
  rules: ReminderRules,
  now: Date,
): readonly ModuleDates[] {
  const { catalogue, calendar } = rules;
  const today = localDateAt(now, calendar.zone);
  return modulesFor(catalogue, person).flatMap((module): ModuleDates[] => {
    const { moduleId } = module;
    const stored = progress.get(moduleId)?.value;
    const isDone = stored?.state === 'completed';
    const since = assignedOn(assigned, moduleId, today);
    const deadlineOn = dueOnOf(catalogue, module, person, { stored, since });
    if (deadlineOn === undefined) return [];
    if (stored?.renewal) {
      return [{ moduleId, cycle: stored.cycle, countedFrom: roundFrom(stored.renewal), deadlineOn, isDone }];
    }
    const dates = firstDates(rules, module, person, since);
    return dates ? [{ ...dates, deadlineOn, isDone }] : [];
  });
}

function plan(person: Person, dates: readonly ModuleDates[], rules: ReminderRules, now: Date): readonly Wanted[] {
  const { catalogue, policy, calendar } = rules;
  const today = localDateAt(now, calendar.zone);
  const isThere = person.employedOn <= today && hasBegun(catalogue, person.unitId, today);
  // Who comes back, or to a unit that has not begun, hears of what was done before from that day on.
  const modules = dates.filter(({ cycle }) => isThere || cycle === firstCycle);
  const from = begunOn(catalogue, person);
  const planned = planReminders({ endsOn: person.endsOn, begunOn: from, modules, policy, calendar, now });
  return planned.map(({ wantedOn, insteadOf, ...reminder }) => ({
    reminder: { ...reminder, state: 'planned', origin: 'step', doubtfulSends: 0 },
    ...{ wantedOn, insteadOf },
  }));
}

/** Of the person's modules only: what is not theirs just now may come back, and ends when it is due. */
function isOverBy(person: Person, dates: readonly ModuleDates[], { catalogue, policy }: ReminderRules) {
  const own = new Set(modulesFor(catalogue, person).map(({ moduleId }) => moduleId));
  const dated = new Set(dates.map(({ moduleId }) => moduleId));
  return ({ moduleId, stepId }: OpenReminder): boolean =>
    own.has(moduleId) && (!dated.has(moduleId) || !findStep(policy, stepId));
}

/** Nobody is told before the first day, nor before the unit begins of what they have not asked for. */
function isOpenBy(person: Person, dates: readonly ModuleDates[], { catalogue }: ReminderRules, on: LocalDate) {
  const isBegun = hasBegun(catalogue, person.unitId, on);
  const open = dates.filter(({ isDone, countedFrom }) => !isDone && (countedFrom <= on || !isBegun));
  return (reminder: Reminder): boolean =>
    isWorking(person, on) &&
    (isBegun || isAskedFor(reminder)) &&
    open.some(({ moduleId, cycle }) => moduleId === reminder.moduleId && cycle === reminder.cycle);
}

type PlannedFrom = { progress: ProgressByModule; assigned: Assigned };

/**
 * The writes that end what is still planned for a module, for the transaction that completes it. Their hints stay behind and are
 * found empty later.
 */
export async function endReminders(
  needs: { people: PersonStore },
  personId: string,
  { moduleId, cycle }: { moduleId: string; cycle: number },
  now: Date,
): Promise<PersonWrite[]> {
  const rows = await toArray(needs.people.list(personId, reminderRow));
  return rows.flatMap(({ value, etag }) => {
    // Whatever was planned about an earlier time round is over with the new one.
    const isAbout = value.moduleId === moduleId ? value.cycle === cycle : isAfterModule(value, moduleId);
    if (value.state !== 'planned' || !isAbout) return [];
    return [replaceRow(reminderRow, settle(value, 'cancelled', now, 'completed'), etag)];
  });
}

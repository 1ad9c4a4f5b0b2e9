import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { begunOn, hasBegun, modulesFor } from '../catalogue/catalogue.ts';
import { isWorking, type Person } from '../people/person.ts';
import { type Assigned, assignedOn } from '../progress/assigned.ts';
import { roundFrom } from '../progress/next-round.ts';
import { dueOnOf } from '../progress/own-modules.ts';
import { firstCycle } from '../progress/progress.ts';
import type { ProgressByModule } from '../progress/read-progress.ts';
import { isAskedFor } from './asked-for.ts';
import { decideAssigned, firstDates } from './decide-assigned.ts';
import { type Chat, wasOutOfReach } from './find-address.ts';
import { findStep, type ModuleDates, planReminders } from './plan.ts';
import { soonestSendTime } from './policy.ts';
import { type Reconciled, reconcileReminders, type Wanted } from './reconcile-reminders.ts';
import { redateRenewals } from './redate-renewals.ts';
import { datesChanged, moduleGone, type OpenReminder, type Reminder } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** Of one person, what is planned from. `assigned`: `undefined` before the first planning. */
export type PlannedRows = {
  stored: readonly Versioned<Reminder>[];
  assigned: Assigned | undefined;
  progress: ProgressByModule;
};

/** `rules`: with the person's own calendar. `chat`: looked at where something was refused. */
export type PlanAt = { rules: ReminderRules; chat: Chat; now: Date };

export type PlannedAnew = { assigned: Assigned; progress: ProgressByModule; reconciled: Reconciled };

/** Pure: what a planning makes of somebody's rows: since when each module is theirs, until when, and what is planned of it. */
export function planAnew(person: Person, rows: PlannedRows, { rules, chat, now }: PlanAt): PlannedAnew {
  const { stored } = rows;
  const { policy, calendar } = rules;
  const reminders = stored.map(({ value }) => value);
  const about = { person, before: rows.assigned, reminders, rules, now };
  const progress = redateRenewals({ ...about, progress: rows.progress });
  const assigned = decideAssigned({ ...about, progress });
  const dates = datesOf(person, { progress, assigned }, rules, now);
  const soonest = soonestSendTime(now, policy, calendar);
  const reconciled = reconcileReminders({
    ...{ stored, plan: plan(person, dates, rules, now), now },
    whyOver: whyOverBy(person, dates, rules),
    isOpen: isOpenBy(person, dates, rules, localDateAt(soonest, calendar.zone)),
    ...{ chat, soonest, zone: calendar.zone },
  });
  return { assigned, progress, reconciled };
}

export const isRefused = ({ value }: { value: Reminder }): boolean =>
  value.state === 'rejected' && wasOutOfReach(value.reason);

/** The modules that have a date. */
function datesOf(
  person: Person,
  { progress, assigned }: { progress: ProgressByModule; assigned: Assigned },
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

/**
 * Of the person's modules only: what is not theirs just now may come back, and ends when it is due. A renewal that is asked for no more may come
 * back with the date that was told.
 */
function whyOverBy(person: Person, dates: readonly ModuleDates[], { catalogue, policy }: ReminderRules) {
  const own = new Set(modulesFor(catalogue, person).map(({ moduleId }) => moduleId));
  const dated = new Set(dates.map(({ moduleId }) => moduleId));
  return ({ moduleId, cycle, stepId }: OpenReminder): string | undefined => {
    if (!own.has(moduleId)) return undefined;
    if (!dated.has(moduleId)) return cycle === firstCycle ? datesChanged : moduleGone;
    return findStep(policy, stepId) ? undefined : datesChanged;
  };
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

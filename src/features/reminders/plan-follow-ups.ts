import { addDays, daysBetween, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { OwnPolicy } from '../progress/policy-reads.ts';
import { type Done, firstCycle } from '../progress/progress.ts';
import { type Reread, unreadChange } from '../progress/rereads.ts';
import type { CalendarRules } from './calendar.ts';
import { type FollowUpKind, followUpSubject, isFriendly, refresherStep, useItStep, versionStep } from './follow-up.ts';
import { type FollowUpPolicy, type ReminderPolicy, sendTimeOn, soonestSendTime } from './policy.ts';
import { type OpenReminder, type Reminder, wasRefusedWithoutReason } from './reminder-rows.ts';

/** A module that a person has done, and is still meant for them. Of several times round, the latest. */
export type DoneModule = { module: Module } & Pick<Done, 'cycle' | 'completedAt' | 'moduleVersion' | 'form'>;

export type FollowUpInput = {
  /** In the order of the pack. */
  done: readonly DoneModule[];
  rereads: readonly Reread[];
  /** The guidelines that are meant for the person. */
  policies: readonly OwnPolicy[];
  /** All that was ever planned for the person. */
  reminders: readonly Reminder[];
  /** What the person has chosen. */
  friendly: 'wanted' | 'declined';
  /** Last day of employment, if known. */
  endsOn?: LocalDate;
  policy: ReminderPolicy;
  calendar: CalendarRules;
  now: Date;
};

/** Planned so many days ahead. Shorter than any wait, so that nothing that comes later would have had to come first. */
const lookAheadDays = 7;
/** "Hva vil du prøve?" helps nobody who finished the module long ago. */
const useItKeptDays = 28;

/** Whether it was held back for so long, by a leave of the person for example. It is not planned again. */
export const isUseItOver = ({ deadlineOn }: Pick<OpenReminder, 'deadlineOn'>, today: LocalDate): boolean =>
  addDays(deadlineOn, useItKeptDays) < today;

/**
 * Pure: what has to be planned now and is not. Of the friendly ones there is never more than one planned, over all modules: the one
 * that has waited longest. Asking again when it is planned gives nothing, so that it can be asked every night.
 */
export function planFollowUps(input: FollowUpInput): readonly OpenReminder[] {
  const planned = [
    ...input.done.flatMap((done) => planReread(done, input)),
    ...input.policies.flatMap((own) => planPolicy(own, input)),
    ...planFriendly(input),
  ];
  const { zone } = input.calendar;
  return planned.filter(({ dueAt }) => input.endsOn === undefined || localDateAt(dueAt, zone) <= input.endsOn);
}

function planReread({ module, cycle, moduleVersion }: DoneModule, input: FollowUpInput): OpenReminder[] {
  const change = unreadChange(module, { moduleVersion, rereads: input.rereads });
  const moduleId = followUpSubject('reread', module.moduleId);
  return change ? planChange({ moduleId, cycle, stepId: versionStep(change.version) }, input) : [];
}

function planPolicy(own: OwnPolicy, input: FollowUpInput): OpenReminder[] {
  if (own.standing !== 'read-again') return [];
  const moduleId = followUpSubject('policy', own.policy.policyId);
  return planChange({ moduleId, cycle: firstCycle, stepId: versionStep(own.changed) }, input);
}

/** What is new in a version has to be told, once, also where Teams refused it for no reason; the others are better lost than sent twice. */
function planChange(about: About, { reminders, policy, calendar, now }: FollowUpInput): OpenReminder[] {
  const isTold = live(reminders).some(
    (one) => one.moduleId === about.moduleId && one.stepId === about.stepId && !wasRefusedWithoutReason(one),
  );
  return isTold ? [] : [open(about, 'deadline', soonestSendTime(now, policy, calendar), calendar)];
}

function planFriendly(input: FollowUpInput): OpenReminder[] {
  const { done, reminders, friendly, policy, calendar, now } = input;
  const { followUps } = policy;
  if (!followUps || friendly === 'declined') return [];
  const earlier = live(reminders).filter(isFriendly);
  if (earlier.some(({ state }) => state === 'planned')) return [];
  const wanted = done.flatMap((one) => [...wantUseIt(one, followUps, input), ...wantRefresher(one, followUps, input)]);
  const [first] = wanted.toSorted((a, b) => daysBetween(b.on, a.on));
  if (!first) return [];
  const today = localDateAt(now, calendar.zone);
  const last = lastOf(earlier, calendar);
  const on = latestOf(first.on, today, ...(last === undefined ? [] : [addDays(last, followUps.daysBetween)]));
  if (on > addDays(today, lookAheadDays)) return [];
  const dueAt = on === today ? soonestSendTime(now, policy, calendar) : sendTimeOn(on, policy, calendar);
  const { module, cycle } = first.done;
  const moduleId = followUpSubject(first.kind, module.moduleId);
  return [open({ moduleId, cycle, stepId: first.stepId }, 'nudge', dueAt, calendar)];
}

type Wanted = { on: LocalDate; done: DoneModule; kind: FollowUpKind; stepId: string };

/** Once for each module, and not for what was learnt elsewhere. */
function wantUseIt(
  done: DoneModule,
  { useItAfterDays }: FollowUpPolicy,
  { reminders, calendar, now }: FollowUpInput,
): readonly Wanted[] {
  if (useItAfterDays === undefined || done.form === 'prior') return [];
  const on = addDays(localDateAt(done.completedAt, calendar.zone), useItAfterDays);
  if (localDateAt(now, calendar.zone) > addDays(on, useItKeptDays)) return [];
  const subject = followUpSubject('use-it', done.module.moduleId);
  if (live(reminders).some(({ moduleId }) => moduleId === subject)) return [];
  return [{ on, done, kind: 'use-it', stepId: useItStep }];
}

/** Counted over all times round, so that the waits never shrink. Whatever became of a question, its turn is over. */
function wantRefresher(
  done: DoneModule,
  { refresherDays }: FollowUpPolicy,
  { reminders, calendar }: FollowUpInput,
): readonly Wanted[] {
  const subject = followUpSubject('refresher', done.module.moduleId);
  const asked = live(reminders).filter(({ moduleId }) => moduleId === subject);
  const wait = refresherDays[Math.min(asked.length, refresherDays.length - 1)];
  if (wait === undefined || done.module.quiz.length === 0) return [];
  const last = lastOf(asked, calendar);
  const from = latestOf(localDateAt(done.completedAt, calendar.zone), ...(last === undefined ? [] : [last]));
  return [{ on: addDays(from, wait), done, kind: 'refresher', stepId: refresherStep(asked.length + 1) }];
}

/** Without what was called off: that may be planned again. */
const live = (reminders: readonly Reminder[]): readonly Reminder[] =>
  reminders.filter(({ state }) => state !== 'cancelled');

function lastOf(reminders: readonly Reminder[], { zone }: CalendarRules): LocalDate | undefined {
  const days = reminders.flatMap((one) => ('settledAt' in one ? [localDateAt(one.settledAt, zone)] : []));
  return days.toSorted().at(-1);
}

const latestOf = (first: LocalDate, ...more: readonly LocalDate[]): LocalDate =>
  more.reduce((latest, each) => (each > latest ? each : latest), first);

type About = Pick<OpenReminder, 'moduleId' | 'cycle' | 'stepId'>;

const open = (about: About, of: OpenReminder['class'], dueAt: Date, { zone }: CalendarRules): OpenReminder => ({
  ...{ ...about, dueAt, class: of, origin: 'step', deadlineOn: localDateAt(dueAt, zone) },
  ...{ doubtfulSends: 0, state: 'planned' },
});

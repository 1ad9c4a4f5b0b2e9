import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import type { CalendarRules } from './calendar.ts';
import {
  introductionStep,
  lastSendTimeBefore,
  type ReminderClass,
  type ReminderPolicy,
  type ReminderStep,
  sendTimeOn,
  soonestSendTime,
} from './policy.ts';

/** A module as the planner sees it: its deadline, and the day that the deadline is counted from. */
export type ModuleDates = {
  moduleId: string;
  cycle: number;
  countedFrom: LocalDate;
  deadlineOn: LocalDate;
  isDone: boolean;
  /** The person was there before the unit began: the first that comes says what Undring is. */
  isIntroduced?: boolean;
};

export type PlannedReminder = {
  moduleId: string;
  cycle: number;
  stepId: string;
  class: ReminderClass;
  deadlineOn: LocalDate;
  dueAt: Date;
  /** Its own day, before the calendar moves it. */
  wantedOn: LocalDate;
  /** The steps that would have come on the same day, and are told with it. */
  insteadOf: readonly string[];
};

export type PlanInput = {
  /** Last day of employment, if known. */
  endsOn?: LocalDate;
  /** The day that the unit began. */
  begunOn: LocalDate;
  modules: readonly ModuleDates[];
  policy: ReminderPolicy;
  calendar: CalendarRules;
  now: Date;
};

/**
 * What a person will be told and when. Steps that have passed become one, so that a late start is no burst; steps of a module that the calendar
 * moves to the same date become the last of them, and a deadline notice where one of them is. Never earlier than `now` or the day
 * that the unit begins, never after the last day.
 */
export function planReminders(input: PlanInput): PlannedReminder[] {
  const open = input.modules.filter((module) => !module.isDone);
  return open.flatMap((module) => planModule(module, input));
}

function planModule(module: ModuleDates, input: PlanInput): PlannedReminder[] {
  const { endsOn, begunOn, policy, calendar, now } = input;
  const byDate = new Map<LocalDate, PlannedReminder>();
  const steps = stepsOf(module, policy).sort((a, b) => compare(anchoredOn(module, a), anchoredOn(module, b)));
  for (const step of steps) {
    const on = wantedOn(module, step, begunOn);
    const wanted = noticeBefore(module, step, input) ?? sendTimeOn(on, policy, calendar);
    const dueAt = wanted < now ? soonestSendTime(now, policy, calendar) : wanted;
    const date = localDateAt(dueAt, calendar.zone);
    if (endsOn !== undefined && date > endsOn) continue;
    const { moduleId, cycle, deadlineOn } = module;
    const before = byDate.get(date);
    const insteadOf = before ? [...before.insteadOf, before.stepId] : [];
    const told = before?.class === 'deadline' ? before.class : step.class;
    const about = { moduleId, cycle, stepId: step.stepId, class: told, deadlineOn };
    byDate.set(date, { ...about, dueAt, wantedOn: on, insteadOf });
  }
  return [...byDate.values()];
}

/**
 * When a notice before the deadline goes out that the calendar would move to the deadline or past it, as the summer does: on the last working
 * day before its own. `undefined` where that is no use: it comes in time, no such day is left, or it would be the first word of the module;
 * then the deadline is counted anew once it has passed.
 */
function noticeBefore(
  module: ModuleDates,
  step: ReminderStep,
  { begunOn, policy, calendar, now }: PlanInput,
): Date | undefined {
  if (!isBeforeDeadline(step)) return undefined;
  const on = wantedOn(module, step, begunOn);
  const deadline = sendTimeOn(module.deadlineOn, policy, calendar);
  if (sendTimeOn(on, policy, calendar) < deadline) return undefined;
  const at = lastSendTimeBefore(on, now, policy, calendar);
  if (!at) return undefined;
  const date = localDateAt(at, calendar.zone);
  if (date < begunOn || date < module.countedFrom) return undefined;
  const others = stepsOf(module, policy).filter((each) => !isBeforeDeadline(each));
  const isTold = others.some((each) => sendTimeOn(wantedOn(module, each, begunOn), policy, calendar) <= at);
  return isTold ? at : undefined;
}

const stepsOf = ({ isIntroduced }: ModuleDates, { steps }: ReminderPolicy): ReminderStep[] => [
  ...(isIntroduced ? [introduction] : []),
  ...steps,
];

/** A notice that is of no use once the deadline has come. */
export const isBeforeDeadline = ({ anchor, offsetDays }: ReminderStep): boolean => anchor === 'due' && offsetDays < 0;

/** On the day that the unit begins, about every module that has a date: one card. */
const introduction: ReminderStep = { stepId: introductionStep, anchor: 'employed', offsetDays: 0, class: 'nudge' };

/** `undefined` for one that the municipality has taken away since it was planned. */
export const findStep = ({ steps }: ReminderPolicy, stepId: string): ReminderStep | undefined =>
  stepId === introductionStep ? introduction : steps.find((step) => step.stepId === stepId);

type Anchors = Pick<ModuleDates, 'countedFrom' | 'deadlineOn'>;

/** The day that a step falls on, before the calendar moves it. Some come before the first day or long before the deadline; none before the unit begins. */
export function wantedOn(module: Anchors, step: ReminderStep, begunOn: LocalDate): LocalDate {
  const on = anchoredOn(module, step);
  return on < begunOn ? begunOn : on;
}

const anchoredOn = (module: Anchors, step: ReminderStep): LocalDate =>
  addDays(step.anchor === 'due' ? module.deadlineOn : module.countedFrom, step.offsetDays);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

import { addDays, instantOf, type LocalDate, type LocalTime, localDateAt } from '../../core/local-date.ts';
import { type CalendarRules, isWorkingDay, nextSendTime } from './calendar.ts';

/** `nudge`: friendly, better lost than sent twice. `deadline`: has to be told, sent again once when nobody knows whether it arrived. */
export const reminderClasses = ['nudge', 'deadline'] as const;
export type ReminderClass = (typeof reminderClasses)[number];

export type ReminderStep = {
  /** Part of a row key; never reused for another meaning. */
  stepId: string;
  /** `employed`: the day that the deadline is counted from. `due`: the deadline. */
  anchor: 'employed' | 'due';
  /** Calendar days after the anchor; negative is before. Moved to a working day afterwards. */
  offsetDays: number;
  class: ReminderClass;
};

/** The step that is not the pack's: what comes when a unit begins, to those who were there before. */
export const introductionStep = 'introduction';

/** What the municipality has decided about reminders. */
export type ReminderPolicy = {
  steps: readonly ReminderStep[];
  /** When in the day; inside the calendar's window. */
  sendAt: LocalTime;
  /** After so many nudges without any progress the bot keeps quiet; deadline notices still come. */
  maxNudges: number;
  /** How many times one module can be put off with "Minn meg i morgen". */
  maxSnoozes: number;
  /** What comes after a module is done. Absent: nothing but what a new version brings. */
  followUps?: FollowUpPolicy;
};

/** All in calendar days; what falls on a day off moves to the next working day. */
export type FollowUpPolicy = {
  /** From completion to the first question, at least 30, then from each question to the next. Never shrinks; the last one repeats. Empty: none. */
  refresherDays: readonly number[];
  /** From completion to "hva vil du prøve?". Absent: it never comes. */
  useItAfterDays?: number;
  /** At least so many between two of these cards, whatever they are about; at least 7. */
  daysBetween: number;
};

/** When a reminder for this date goes out: at `sendAt`, or the next time that the calendar allows. */
export function sendTimeOn(date: LocalDate, policy: ReminderPolicy, rules: CalendarRules): Date {
  const sendAt = sendAtIn(policy, rules);
  const first = nextSendTime(instantOf(date, sendAt, rules.zone), rules);
  const day = localDateAt(first, rules.zone);
  return day === date ? first : nextSendTime(instantOf(day, sendAt, rules.zone), rules);
}

/**
 * The last time before this date, and not before `from`, at which something goes out; `undefined` where there is none. For what has to be told
 * before a date, where the calendar would move it past that.
 */
export function lastSendTimeBefore(
  date: LocalDate,
  from: Date,
  policy: ReminderPolicy,
  rules: CalendarRules,
): Date | undefined {
  const first = localDateAt(from, rules.zone);
  for (let day = addDays(date, -1); day >= first; day = addDays(day, -1)) {
    if (!isWorkingDay(day, rules)) continue;
    const at = sendTimeOn(day, policy, rules);
    // On a half day the window of some shifts is shut.
    if (localDateAt(at, rules.zone) === day) return at < from ? undefined : at;
  }
  return undefined;
}

/** In a shift that the pack's time of day lies outside, when it begins. */
function sendAtIn({ sendAt }: ReminderPolicy, { window }: CalendarRules): LocalTime {
  return window.from <= sendAt && sendAt < window.to ? sendAt : window.from;
}

/** When what should have been told already goes out: with the rest of today's at `sendAt`, or now, or the next working day. */
export function soonestSendTime(now: Date, policy: ReminderPolicy, rules: CalendarRules): Date {
  const today = localDateAt(now, rules.zone);
  if (now <= instantOf(today, sendAtIn(policy, rules), rules.zone)) return sendTimeOn(today, policy, rules);
  const open = nextSendTime(now, rules);
  const day = localDateAt(open, rules.zone);
  return day === today ? open : sendTimeOn(day, policy, rules);
}

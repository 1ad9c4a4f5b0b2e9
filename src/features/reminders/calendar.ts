import { Failure } from '../../core/failure.ts';
import {
  addDays,
  instantOf,
  type LocalDate,
  type LocalTime,
  localDateAt,
  type TimeZone,
  weekdayOf,
} from '../../core/local-date.ts';
import { easterSunday, norwegianHolidays } from './holidays.ts';

/** Month and day, `MM-DD`: the same every year. */
export type YearlyDate = `${number}-${number}`;

/** Days that come every year and are often half days by local agreement. */
export const customHalfDays = ['wednesday-before-easter', 'christmas-eve', 'new-years-eve'] as const;
export type CustomHalfDay = (typeof customHalfDays)[number];

export type HalfDay = { on: LocalDate | CustomHalfDay; until: LocalTime; label?: string };

/** From and to inclusive; both with a year, or both without. Without a year it may run over New Year. */
export type Pause =
  | { from: LocalDate; to: LocalDate; label?: string }
  | { from: YearlyDate; to: YearlyDate; label?: string };

/** When the municipality lets Undring write to people. */
export type CalendarRules = {
  zone: TimeZone;
  /** Wall-clock time; `from` is inside, `to` is not. Both on one day. */
  window: { from: LocalTime; to: LocalTime };
  /** Units that work at other times of the day. */
  shifts?: readonly { units: readonly string[]; window: { from: LocalTime; to: LocalTime } }[];
  /** Days off besides weekends and public holidays, for example planning days. */
  localDaysOff: readonly { date: LocalDate; label?: string }[];
  halfDays: readonly HalfDay[];
  /** Whole stretches without reminders, for example the summer. */
  pauses: readonly Pause[];
  useHolidays: boolean;
};

/** For what has to come also in the summer: a pause holds back reminders. */
export const withoutPauses = (rules: CalendarRules): CalendarRules => ({ ...rules, pauses: [] });

/** Monday to Friday, and no holiday, local day off or pause. */
export function isWorkingDay(date: LocalDate, rules: CalendarRules): boolean {
  if (weekdayOf(date) > 5) return false;
  if (rules.useHolidays && norwegianHolidays(yearOf(date)).has(date)) return false;
  if (rules.localDaysOff.some((off) => off.date === date)) return false;
  return !rules.pauses.some((pause) => isInPause(date, pause));
}

/** When offices close on a date: all day on a public holiday, early on a half day. Planning days and pauses close no telephone. */
export function officeClosesOn(date: LocalDate, rules: CalendarRules): LocalTime | 'all-day' | undefined {
  if (rules.useHolidays && norwegianHolidays(yearOf(date)).has(date)) return 'all-day';
  return halfDayOn(date, rules)?.until;
}

/** The first instant that is not before `wanted` and lies in the window of a working day. Throws Failure `invalid` when the rules leave no day in two years. */
export function nextSendTime(wanted: Date, rules: CalendarRules): Date {
  const first = localDateAt(wanted, rules.zone);
  for (let ahead = 0; ahead <= furthestAhead; ahead += 1) {
    const date = addDays(first, ahead);
    if (!isWorkingDay(date, rules)) continue;
    const window = windowOf(date, rules);
    if (window.to <= window.from || wanted >= window.to) continue;
    return wanted < window.from ? window.from : wanted;
  }
  throw noDayLeft();
}

/** Whether people may be written to at this instant. */
export const isInWindow = (now: Date, rules: CalendarRules): boolean =>
  nextSendTime(now, rules).getTime() === now.getTime();

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate, rules: CalendarRules): LocalDate {
  for (let ahead = 1; ahead <= furthestAhead; ahead += 1) {
    const candidate = addDays(date, ahead);
    if (isWorkingDay(candidate, rules)) return candidate;
  }
  throw noDayLeft();
}

/** The next day on which somebody is at work, also in a pause: it holds back reminders, and neither figures nor what a second person has to read. */
export const nextOfficeDay = (date: LocalDate, rules: CalendarRules): LocalDate =>
  nextWorkingDay(date, withoutPauses(rules));

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, rules: CalendarRules): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, rules)) count += 1;
  }
  return count;
}

const furthestAhead = 731;

const noDayLeft = (): Failure =>
  new Failure(
    'invalid',
    'the calendar leaves no working day in two years; check pauses and the window in calendar.yaml',
  );

/** When somebody is written to, or may be asked for something, on a working day. On a half day it ends early. */
export function windowOf(date: LocalDate, rules: CalendarRules): { from: Date; to: Date } {
  const half = halfDayOn(date, rules);
  const { from, to } = rules.window;
  const end = half && half.until < to ? half.until : to;
  return { from: instantOf(date, from, rules.zone), to: instantOf(date, end, rules.zone) };
}

function halfDayOn(date: LocalDate, rules: CalendarRules): HalfDay | undefined {
  return rules.halfDays.find(({ on }) => on === date || on === customHalfDayOn(date));
}

function customHalfDayOn(date: LocalDate): CustomHalfDay | undefined {
  if (date.endsWith('-12-24')) return 'christmas-eve';
  if (date.endsWith('-12-31')) return 'new-years-eve';
  return date === addDays(easterSunday(yearOf(date)), -4) ? 'wednesday-before-easter' : undefined;
}

function isInPause(date: LocalDate, { from, to }: Pause): boolean {
  const day = from.length === yearlyLength ? date.slice(5) : date;
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

const yearlyLength = 'MM-DD'.length;

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

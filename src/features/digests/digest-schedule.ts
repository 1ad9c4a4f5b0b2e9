import { addDays, instantOf, isoWeekOf, type LocalTime, localDateAt, weekdayOf } from '../../core/local-date.ts';
import { type CalendarRules, nextSendTime } from '../reminders/calendar.ts';

/** When leaders are told, each week. `weekday` 1 is Monday. */
export type DigestSchedule = {
  weekday: number;
  time: LocalTime;
  /** Whether a leader is told that all is well and nothing is new. */
  whenNothingNew?: 'silent' | 'send';
  /** How often those are told who lead nothing but units with units below. */
  areaLeaders?: 'monthly' | 'weekly';
};

/** One week's round: `period` is the ISO week, for example `2026-W49`. */
export type DigestRound = { period: string; sendAt: Date };

/** A round that was not begun two days after its time (an outage, a first start) is left out; the next one tells the same and more. */
export const catchUpMs = 48 * 60 * 60_000;

/** The round of the week that lies `weeksAhead` of the one at `now`; a day off moves it to the next working day. */
function roundOf(schedule: DigestSchedule, calendar: CalendarRules, now: Date, weeksAhead: number): DigestRound {
  const today = localDateAt(now, calendar.zone);
  const day = addDays(today, schedule.weekday - weekdayOf(today) + 7 * weeksAhead);
  const wanted = instantOf(day, schedule.time, calendar.zone);
  const open = nextSendTime(wanted, calendar);
  const openDay = localDateAt(open, calendar.zone);
  const sendAt = openDay === day ? open : nextSendTime(instantOf(openDay, schedule.time, calendar.zone), calendar);
  return { period: isoWeekOf(day), sendAt };
}

/** The newest round whose time has come. Rounds that a pause moved to one day become the newest. */
export function newestRound(schedule: DigestSchedule, calendar: CalendarRules, now: Date): DigestRound | undefined {
  const rounds = [0, -1].map((weeksAhead) => roundOf(schedule, calendar, now, weeksAhead));
  return rounds.find(({ sendAt }) => sendAt <= now);
}

/** The newest round, unless it is too late to begin it. */
export function dueDigestRound(schedule: DigestSchedule, calendar: CalendarRules, now: Date): DigestRound | undefined {
  const newest = newestRound(schedule, calendar, now);
  return newest && now.getTime() - newest.sendAt.getTime() < catchUpMs ? newest : undefined;
}

/** The next time at which a digest goes out, after `after`. */
export function nextDigestTime(schedule: DigestSchedule, calendar: CalendarRules, after: Date): Date {
  for (let weeksAhead = -1; ; weeksAhead += 1) {
    const { sendAt } = roundOf(schedule, calendar, after, weeksAhead);
    if (sendAt > after) return sendAt;
  }
}

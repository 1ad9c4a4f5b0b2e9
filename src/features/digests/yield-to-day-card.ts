import { instantOf, localDateAt } from '../../core/local-date.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import { type CalendarRules, nextSendTime, nextWorkingDay } from '../reminders/calendar.ts';
import { isForToday } from '../reminders/check-reminders.ts';
import { dayRow, reminderRow } from '../reminders/reminder-rows.ts';
import { catchUpMs, type DigestRound, type DigestSchedule } from './digest-schedule.ts';

const minuteMs = 60_000;
/** Longer than sending to a whole municipality takes, and than the wait before a digest that may not have arrived is sent again. */
const lateMs = 60 * minuteMs;
/** Until the card of the day has gone, or turned out to be none. */
const againMs = 30 * minuteMs;

type Needs = { people: PersonStore; calendar: CalendarRules; digest: DigestSchedule };

/**
 * After an outage a person gets one message: a late digest waits for the next working day where the leader is told of the own modules
 * today, or will be. Two days at most, so that no digest is left out. How many milliseconds; `undefined`: not at all.
 */
export async function yieldToDayCard(
  { people, calendar, digest }: Needs,
  personId: string,
  { sendAt }: DigestRound,
  now: Date,
): Promise<number | undefined> {
  const late = now.getTime() - sendAt.getTime();
  if (late < lateMs || late >= catchUpMs) return undefined;
  const today = localDateAt(now, calendar.zone);
  const [day, reminders] = await Promise.all([
    people.get(personId, dayRow, today),
    toArray(people.list(personId, reminderRow)),
  ]);
  const state = day?.value.state;
  if (state === 'sent' || state === 'uncertain') {
    const next = nextSendTime(instantOf(nextWorkingDay(today, calendar), digest.time, calendar.zone), calendar);
    return next.getTime() - now.getTime();
  }
  return reminders.some(({ value }) => isForToday(value, today, calendar.zone)) ? againMs : undefined;
}

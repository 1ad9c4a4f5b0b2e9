import { instantOf, localDateAt } from '../../core/local-date.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import { type CalendarRules, nextSendTime, nextWorkingDay } from '../reminders/calendar.ts';
import { isForToday } from '../reminders/check-reminders.ts';
import type { Ledger } from '../reminders/ledger.ts';
import { readShift } from '../reminders/own-calendar.ts';
import { dayRow, reminderRow } from '../reminders/reminder-rows.ts';
import { catchUpMs, type DigestRound, type DigestSchedule, newestRound } from './digest-schedule.ts';

const minuteMs = 60_000;
/** Why a card is not sent today. */
export const waitsForOtherCard = 'waits-for-another-card';

/** Longer than sending to a whole municipality takes, and than the wait before a digest that may not have arrived is sent again. */
export const lateMs = 60 * minuteMs;
/** Until the other card has gone, or turned out to be none. */
export const againMs = 30 * minuteMs;

export type YieldNeeds = { people: PersonStore; calendar: CalendarRules; digest: DigestSchedule };

/** By the shift of the person's unit: a round is late only where the person could have been told earlier. */
export async function inShift<Needs extends YieldNeeds>(
  needs: Needs,
  personId: string,
  round: DigestRound,
): Promise<{ needs: Needs; round: DigestRound }> {
  const calendar = await readShift(needs.people, personId, needs.calendar);
  return { needs: { ...needs, calendar }, round: { ...round, sendAt: nextSendTime(round.sendAt, calendar) } };
}

/**
 * After an outage a person gets one card a day: a late digest waits for the next working day where the leader is told of the own modules
 * today, or will be. After `atMostMs` as long as the next working day comes before the next round: on the last one it is sent whatever else
 * there is, so that none is left out. How many milliseconds; `undefined`: not at all.
 */
export async function yieldToDayCard(
  needs: YieldNeeds,
  personId: string,
  { period, sendAt }: DigestRound,
  now: Date,
  atMostMs = catchUpMs,
): Promise<number | undefined> {
  const { people, calendar } = needs;
  const late = now.getTime() - sendAt.getTime();
  if (late < lateMs) return undefined;
  const nextDay = untilNextDay(needs, now);
  if (late >= atMostMs && !isNewest(needs, period, new Date(now.getTime() + nextDay))) return undefined;
  const today = localDateAt(now, calendar.zone);
  const [day, reminders] = await Promise.all([
    people.get(personId, dayRow, today),
    toArray(people.list(personId, reminderRow)),
  ]);
  if (isTold(day?.value)) return nextDay;
  return reminders.some(({ value }) => isForToday(value, today, calendar.zone)) ? againMs : undefined;
}

/** Whether it is with the person, as far as anybody knows. */
export const isTold = (ledger: Ledger | undefined): ledger is Extract<Ledger, { state: 'sent' | 'uncertain' }> =>
  ledger?.state === 'sent' || ledger?.state === 'uncertain';

const isNewest = ({ calendar, digest }: YieldNeeds, period: string, at: Date): boolean =>
  newestRound(digest, calendar, at)?.period === period;

/** To the morning of the next working day. */
export function untilNextDay({ calendar, digest }: Omit<YieldNeeds, 'people'>, now: Date): number {
  const nextDay = nextWorkingDay(localDateAt(now, calendar.zone), calendar);
  const next = nextSendTime(instantOf(nextDay, digest.time, calendar.zone), calendar);
  return next.getTime() - now.getTime();
}

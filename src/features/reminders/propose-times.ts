import { type LocalDate, localDateAt } from '../../core/local-date.ts';
import { type CalendarRules, nextWorkingDay, windowOf } from './calendar.ts';

/** A stretch of working time. */
export type TimeSlot = { from: Date; to: Date };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const quarter = 15;
/** So much at a time is as long as anybody reads. */
const mostMinutes = 120;
const proposals = 3;
const daysLookedAt = 15;

/**
 * Pure: some stretches of the coming working days, at least `minutes` long in whole quarters, in the hours that this calendar has; where an ordinary
 * day has fewer, all of them. By turns in the morning and at the end of the day, since some have children before them in the one and some in the
 * other. Which of them follows from the date, so that a time is still proposed the next day. A day that is shorter still is passed over.
 */
export function proposeTimes(minutes: number, rules: CalendarRules, now: Date): readonly TimeSlot[] {
  const needed = Math.min(mostMinutes, Math.max(1, Math.ceil(minutes / quarter)) * quarter) * minuteMs;
  const wanted = Math.min(needed, lengthOf(rules));
  const found: TimeSlot[] = [];
  let date: LocalDate = localDateAt(now, rules.zone);
  for (let day = 0; day < daysLookedAt && found.length < proposals; day += 1) {
    date = nextWorkingDay(date, rules);
    const { from, to } = windowOf(date, rules);
    if (to.getTime() - from.getTime() < wanted) continue;
    const start = isEarly(date) ? from.getTime() : to.getTime() - wanted;
    found.push({ from: new Date(start), to: new Date(start + wanted) });
  }
  return found;
}

const lengthOf = ({ window: { from, to } }: CalendarRules): number =>
  Date.parse(`1970-01-01T${to}Z`) - Date.parse(`1970-01-01T${from}Z`);

/** Every other day; after a weekend too it is the other one's turn. */
const isEarly = (date: LocalDate): boolean => (Date.parse(date) / dayMs) % 2 === 1;

import { instantOf, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { type DigestRound, type DigestSchedule, newestRound } from '../digests/digest-schedule.ts';
import { type CalendarRules, nextSendTime, withoutPauses } from '../reminders/calendar.ts';

/**
 * The round of this morning, when its time has come: every working day, at the time of the digest, also in a pause: a number that one person
 * has changed is shown all summer. None on the day of the digest itself, since the card of the week is about the same and more.
 */
export function dueMorning(schedule: DigestSchedule, calendar: CalendarRules, now: Date): DigestRound | undefined {
  const { zone } = calendar;
  const period = localDateAt(now, zone);
  const sendAt = nextSendTime(instantOf(period, schedule.time, zone), withoutPauses(calendar));
  if (localDateAt(sendAt, zone) !== period || now < sendAt) return undefined;
  const weekly = newestRound(schedule, calendar, now);
  return weekly && localDateAt(weekly.sendAt, zone) === period ? undefined : { period, sendAt };
}

/** Whether a card is that of a morning, and not of a week. */
export const isMorningKey = (period: string): period is LocalDate => /^\d{4}-\d{2}-\d{2}$/.test(period);

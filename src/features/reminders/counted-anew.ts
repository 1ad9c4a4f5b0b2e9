import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { begunOn } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { withoutOwnPause } from './own-calendar.ts';
import { wantedOn } from './plan.ts';
import { sendTimeOn, soonestSendTime } from './policy.ts';
import type { ReminderRules } from './schedule-reminders.ts';

export type AnewInput = { person: Person; rules: ReminderRules; now: Date };

/**
 * Pure: the day from which a date that nobody has been told of is counted anew; `undefined` where it stands. Where nothing can be told before
 * the date, as in the summer, it is the first day on which something can, or else the first word would be that it is due. A date that has
 * passed is counted from today. A pause of the person's own may end before its day, and is not heeded. `days`: how many the date is after
 * the day that it is counted from.
 */
export function anewFrom(dueOn: LocalDate, days: number, { person, rules, now }: AnewInput): LocalDate | undefined {
  const { catalogue, policy } = rules;
  const calendar = withoutOwnPause(rules.calendar);
  const today = localDateAt(now, calendar.zone);
  const tellOn = localDateAt(soonestSendTime(now, policy, calendar), calendar.zone);
  // Only ahead, and only where a step then comes before the date: it would be moved again and again where the first of them falls on it.
  if (tellOn > today && dueOn <= tellOn) {
    const dates = { countedFrom: tellOn, deadlineOn: addDays(tellOn, days) };
    const isToldInTime = policy.steps.some((step) => {
      const at = sendTimeOn(wantedOn(dates, step, begunOn(catalogue, person)), policy, calendar);
      return localDateAt(at, calendar.zone) < dates.deadlineOn;
    });
    if (isToldInTime) return tellOn;
  }
  return dueOn < today ? today : undefined;
}

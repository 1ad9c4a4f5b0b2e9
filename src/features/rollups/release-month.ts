import { addDays, addMonths, type LocalDate } from '../../core/local-date.ts';
import { type CalendarRules, isWorkingDay, nextOfficeDay, withoutPauses } from '../reminders/calendar.ts';
import type { Quarter } from './read-figures.ts';

/** `YYYY-MM`. Sorts as text. */
export type Month = string;

export const monthOf = (date: LocalDate): Month => date.slice(0, 'YYYY-MM'.length);

export const firstDayOf = (month: Month): LocalDate => `${month}-01` as LocalDate;

/** The month so many months before. */
export const monthsBefore = (month: Month, months: number): Month => monthOf(addMonths(firstDayOf(month), -months));

/** From the first working day of the month on. A pause, such as the summer, holds back messages and no figures. */
export function isReleaseDue(today: LocalDate, calendar: CalendarRules): boolean {
  const rules = withoutPauses(calendar);
  for (let day = firstDayOf(monthOf(today)); day <= today; day = addDays(day, 1)) {
    if (isWorkingDay(day, rules)) return true;
  }
  return false;
}

/** Four times a year the newcomers of a quarter are told of, once: of the one that ended more than six weeks ago. */
export function quarterToldIn(month: Month): Quarter | undefined {
  if (Number(month.slice(5)) % 3 !== 0) return undefined;
  const from = firstDayOf(monthsBefore(month, 5));
  const number = Math.ceil(Number(from.slice(5, 7)) / 3);
  return { name: `${from.slice(0, 4)}-Q${number}`, from, to: addDays(addMonths(from, 3), -1) };
}

/** The morning when the figures of a month come next. `told`: the newest month that has been told. */
export function nextReleaseOn(today: LocalDate, calendar: CalendarRules, told?: Month): LocalDate {
  const month = monthOf(today);
  if (told === month) return nextOfficeDay(addDays(addMonths(firstDayOf(month), 1), -1), calendar);
  const tomorrow = addDays(today, 1);
  return isReleaseDue(tomorrow, calendar) ? tomorrow : nextOfficeDay(today, calendar);
}

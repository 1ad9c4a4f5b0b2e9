import { addDays, type LocalDate, type LocalTime } from '../../core/local-date.ts';
import type { Person, Preferences } from '../people/person.ts';
import { preferencesRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { CalendarRules } from './calendar.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** What is this person's own: the unit, and what was chosen. */
export type OwnTimes = {
  unitId: string;
  /** When in the day the person wants to be written to. Wall-clock times of one day; `to` is not inside. */
  hours?: { from: LocalTime; to: LocalTime };
  /** Not at work, both days included. Nobody is told why, nor asks. */
  away?: { from: LocalDate; to: LocalDate };
};

/** A longer one is taken to be this long: whoever is away for years comes back by a change in the roster. */
const longestAwayDays = 366;

/**
 * Pure: the calendar as it holds for one person: the shift of the unit, narrowed by the hours that were chosen, and a leave as a stretch
 * without reminders. Hours that leave nothing of the shift are not heeded. A deadline is not moved by any of it.
 */
export function ownCalendar(calendar: CalendarRules, { unitId, hours, away }: OwnTimes): CalendarRules {
  const shift = calendar.shifts?.find(({ units }) => units.includes(unitId))?.window ?? calendar.window;
  const window = hours ? narrowed(shift, hours) : shift;
  if (window === calendar.window && !away) return calendar;
  return { ...calendar, window, pauses: [...calendar.pauses, ...(away ? [capped(away)] : [])] };
}

/** The rules with this person's own calendar. One read. */
export async function readOwnRules(people: PersonStore, person: Person, rules: ReminderRules): Promise<ReminderRules> {
  const preferences = await people.get(person.personId, preferencesRow);
  return ownRules(rules, person, preferences?.value);
}

export function ownRules(
  rules: ReminderRules,
  { unitId }: Person,
  preferences: Preferences | undefined,
): ReminderRules {
  const { hours, away } = preferences ?? {};
  const calendar = ownCalendar(rules.calendar, { unitId, ...(hours && { hours }), ...(away && { away }) });
  return calendar === rules.calendar ? rules : { catalogue: rules.catalogue, policy: rules.policy, calendar };
}

function narrowed(shift: CalendarRules['window'], hours: CalendarRules['window']): CalendarRules['window'] {
  const from = hours.from > shift.from ? hours.from : shift.from;
  const to = hours.to < shift.to ? hours.to : shift.to;
  return from < to ? { from, to } : shift;
}

function capped({ from, to }: NonNullable<OwnTimes['away']>): NonNullable<OwnTimes['away']> {
  const last = addDays(from, longestAwayDays);
  return { from, to: to > last ? last : to };
}

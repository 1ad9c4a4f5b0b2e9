import type { LocalDate, LocalTime } from '../../core/local-date.ts';
import type { Person, Preferences } from '../people/person.ts';
import { preferencesRow, profileRow } from '../people/person-rows.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { CalendarRules } from './calendar.ts';
import type { ReminderRules } from './schedule-reminders.ts';

/** What is this person's own: the unit, and what was chosen. */
export type OwnTimes = { unitId: string } & Pick<Preferences, 'window' | 'pausedUntil'>;

const noon: LocalTime = '12:00';
const longAgo: LocalDate = '1970-01-01';

/**
 * Pure: the calendar as it holds for one person: the shift of the unit, the half of it that was chosen, and a pause as a stretch
 * without reminders. A half in which the unit is never written to is not heeded. A deadline is not moved by any of it.
 */
export function ownCalendar(calendar: CalendarRules, { unitId, window: half, pausedUntil }: OwnTimes): CalendarRules {
  const shift = calendar.shifts?.find(({ units }) => units.includes(unitId))?.window ?? calendar.window;
  const window = halfOf(shift, half);
  if (window === calendar.window && !pausedUntil) return calendar;
  const pauses = pausedUntil ? [...calendar.pauses, { from: longAgo, to: pausedUntil }] : calendar.pauses;
  return { ...calendar, window, pauses };
}

/** Pure: the same without the person's pause, which may end before its day. */
export const withoutOwnPause = (calendar: CalendarRules): CalendarRules => ({
  ...calendar,
  pauses: calendar.pauses.filter(({ from }) => from !== longAgo),
});

/** The rules with this person's own calendar. One read. */
export async function readOwnRules(people: PersonStore, person: Person, rules: ReminderRules): Promise<ReminderRules> {
  const preferences = await people.get(person.personId, preferencesRow);
  return ownRules(rules, person, preferences?.value);
}

export function ownRules(
  rules: ReminderRules,
  { unitId }: Person,
  preferences: Omit<OwnTimes, 'unitId'> | undefined,
): ReminderRules {
  const calendar = ownCalendar(rules.calendar, { ...preferences, unitId });
  return calendar === rules.calendar ? rules : { catalogue: rules.catalogue, policy: rules.policy, calendar };
}

/** The rules with the shift of the unit alone. Whoever asked for a date meant it, whatever they chose of reminders. */
export const shiftRules = (rules: ReminderRules, person: Person): ReminderRules => ownRules(rules, person, undefined);

export async function readShiftRules(
  people: PersonStore,
  personId: string,
  rules: ReminderRules,
): Promise<ReminderRules> {
  const calendar = await readShift(people, personId, rules.calendar);
  return calendar === rules.calendar ? rules : { catalogue: rules.catalogue, policy: rules.policy, calendar };
}

/** The calendar with the shift of the unit alone. Reads nothing where no unit has one. */
export async function readShift(
  people: PersonStore,
  personId: string,
  calendar: CalendarRules,
): Promise<CalendarRules> {
  if (!calendar.shifts?.length) return calendar;
  const profile = await people.get(personId, profileRow);
  return profile ? ownCalendar(calendar, { unitId: profile.value.unitId }) : calendar;
}

/** Whether nothing may be sent to somebody on this day. */
export const isPaused = (preferences: Preferences | undefined, today: LocalDate): boolean =>
  preferences?.pausedUntil !== undefined && today <= preferences.pausedUntil;

function halfOf(shift: CalendarRules['window'], half: Preferences['window']): CalendarRules['window'] {
  if (!half || shift.from >= noon || noon >= shift.to) return shift;
  return half === 'morning' ? { ...shift, to: noon } : { ...shift, from: noon };
}

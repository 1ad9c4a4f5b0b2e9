import type { LocalDate, LocalTime } from '../../core/local-date.ts';
import type { Preferences } from '../people/person.ts';
import type { CalendarRules } from './calendar.ts';
import type { ReminderRules } from './schedule-reminders.ts';

const noon: LocalTime = '12:00';
const longAgo: LocalDate = '1970-01-01';

/** Pure: the rules as they are for somebody with these choices. A part of the day that the municipality never writes in is not chosen. */
export function personalRules(rules: ReminderRules, preferences: Preferences | undefined): ReminderRules {
  const { window, pausedUntil } = preferences ?? {};
  const { calendar } = rules;
  const pauses = pausedUntil ? [...calendar.pauses, { from: longAgo, to: pausedUntil }] : calendar.pauses;
  return { ...rules, calendar: { ...calendar, pauses, window: windowOf(calendar, window) } };
}

function windowOf({ window }: CalendarRules, chosen: Preferences['window']): CalendarRules['window'] {
  if (chosen === 'morning' && window.from < noon && noon < window.to) return { ...window, to: noon };
  if (chosen === 'afternoon' && window.from < noon && noon < window.to) return { ...window, from: noon };
  return window;
}

/** Whether nothing may be sent to somebody on this day. */
export const isPaused = (preferences: Preferences | undefined, today: LocalDate): boolean =>
  preferences?.pausedUntil !== undefined && today <= preferences.pausedUntil;

import type { TimeZone } from '../core/local-date.ts';
import type { CalendarRules } from '../features/reminders/calendar.ts';
import type { ReminderPolicy } from '../features/reminders/policy.ts';

/** What holds when calendar.yaml cannot be read: ordinary office hours. */
export const fallbackCalendar = (zone: TimeZone): CalendarRules => ({
  zone,
  window: { from: '08:00', to: '15:30' },
  localDaysOff: [],
  halfDays: [],
  pauses: [],
  useHolidays: true,
});

/** What holds when reminders.yaml cannot be read: nobody is reminded until it is mended. */
export const fallbackPolicy: ReminderPolicy = { steps: [], sendAt: '09:00', maxNudges: 0, maxSnoozes: 0 };

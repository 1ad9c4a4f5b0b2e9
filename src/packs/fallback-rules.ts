import type { TimeZone } from '../core/local-date.ts';
import type { CalendarRules } from '../features/reminders/calendar.ts';
import type { ReminderPolicy } from '../features/reminders/policy.ts';
import { calendarRulesSchema } from './calendar-schema.ts';

/** What holds when calendar.yaml cannot be read: the defaults of the schema, as of an empty file. */
export const fallbackCalendar = (zone: TimeZone): CalendarRules => ({ ...calendarRulesSchema.parse({}), zone });

/** What holds when reminders.yaml cannot be read: nobody is reminded until it is mended. */
export const fallbackPolicy: ReminderPolicy = { steps: [], sendAt: '09:00', maxNudges: 0, maxSnoozes: 0 };

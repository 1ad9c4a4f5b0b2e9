import type { TimeZone } from '../core/local-date.ts';
import type { CalendarRules } from '../features/reminders/calendar.ts';
import type { ReminderPolicy } from '../features/reminders/policy.ts';
import { calendarRulesSchema } from './calendar-schema.ts';
import type { PackFile } from './pack-schema.ts';

/** What is answered by when calendar.yaml cannot be read: the defaults of the schema, as of an empty file. Nothing is sent by it. */
export const fallbackCalendar = (zone: TimeZone): CalendarRules => ({ ...calendarRulesSchema.parse({}), zone });

/** What holds when reminders.yaml cannot be read: nobody is reminded until it is mended. */
export const fallbackPolicy: ReminderPolicy = { steps: [], sendAt: '09:00', maxNudges: 0, maxSnoozes: 0 };

/** What holds when pack.yaml cannot be read: enough to help by. No module, no list by name, and nobody has begun. */
export const fallbackPackFile: PackFile = {
  version: 'none',
  municipality: { name: 'kommunen' },
  zone: 'Europe/Oslo',
  defaultLocale: 'nb',
  startsOn: '2100-01-01',
  obligation: 'recommended',
  digest: { weekday: 1, time: '08:30', whenNothingNew: 'silent', areaLeaders: 'monthly' },
  namedLists: {},
  areas: [],
  modules: [],
};

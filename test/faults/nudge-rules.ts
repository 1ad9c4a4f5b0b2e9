import type { ReminderRules } from '../../src/features/reminders/schedule-reminders.ts';
import { aCatalogue, aModule, words } from '../support/module-builder.ts';

/** One module and one nudge, three days after the first day of work. */
export const nudgeRules: ReminderRules = {
  policy: {
    ...{ sendAt: '09:00', maxNudges: 3, maxSnoozes: 3 },
    steps: [{ stepId: 'day-3', anchor: 'employed', offsetDays: 3, class: 'nudge' }],
  },
  calendar: {
    ...{ zone: 'Europe/Oslo', window: { from: '08:30', to: '15:00' } },
    ...{ localDaysOff: [], halfDays: [], pauses: [], useHolidays: true },
  },
  catalogue: aCatalogue([aModule('meldeplikt', { title: words('Meldeplikt'), dueAfterDays: 18 })]),
};

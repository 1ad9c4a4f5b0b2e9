import type { ReminderRules } from '../../src/features/reminders/schedule-reminders.ts';

const words = { nb: 'Meldeplikt', nn: 'Meldeplikt', en: 'Meldeplikt' };

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
  catalogue: {
    startsOn: '2026-08-17',
    modules: [
      {
        ...{ moduleId: 'meldeplikt', version: 1, title: words, summary: words, minutes: 12, isPriority: true },
        ...{ obligation: 'recommended', dueAfterDays: 18, audience: { sectors: [], roles: [] } },
        ...{
          approval: { status: 'utkast', owner: 'test' },
          sources: [],
          quiz: [],
          passShare: 1,
          dialogues: [],
          reflection: [],
        },
        ...{ cards: [{ cardId: 'a', heading: words, text: words, links: [] }], group: { minutes: 20, questions: [] } },
      },
    ],
  },
};

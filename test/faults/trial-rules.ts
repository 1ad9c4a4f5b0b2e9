import type { DigestSchedule } from '../../src/features/digests/digest-schedule.ts';
import type { ReminderRules } from '../../src/features/reminders/schedule-reminders.ts';
import { nudgeRules } from './nudge-rules.ts';

/** Thursday 26 November 2026: nudges for those who began on Monday, deadlines for those who began 18 days ago, and the digests. */
export const trialDay = '2026-11-26';
export const trialPeriod = '2026-W48';
export const trialStart = new Date(`${trialDay}T08:05:00Z`);

export const trialRules: ReminderRules = {
  ...nudgeRules,
  policy: {
    ...nudgeRules.policy,
    steps: [
      { stepId: 'day-3', anchor: 'employed', offsetDays: 3, class: 'nudge' },
      { stepId: 'due', anchor: 'due', offsetDays: 0, class: 'deadline' },
    ],
  },
};

export const trialDigest: DigestSchedule = { weekday: 4, time: '09:00' };

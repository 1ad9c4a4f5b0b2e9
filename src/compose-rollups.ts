import type { ReminderRules } from './features/reminders/schedule-reminders.ts';
import { type MakeReleaseNeeds, makeRelease } from './features/rollups/make-release.ts';
import type { TickNeeds } from './inbound/jobs/tick.ts';

/** The figures of each month, with the modules as they are then. */
export function composeRollups(
  needs: Omit<MakeReleaseNeeds, 'catalogue' | 'calendar' | 'zone'> & { rules: ReminderRules },
): Pick<TickNeeds, 'makeRelease'> {
  const { rules } = needs;
  const { calendar } = rules;
  return {
    makeRelease: (now) => makeRelease({ ...needs, catalogue: rules.catalogue, calendar, zone: calendar.zone }, now),
  };
}

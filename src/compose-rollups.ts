import { setTimeout } from 'node:timers/promises';
import type { Clock } from './core/clock.ts';
import type { TimeZone } from './core/local-date.ts';
import { createUseCounter, type UseCounter, type UseStore } from './features/guide/count-use.ts';
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

/** Counts as long as the process lives, and never keeps it alive. */
export const composeUseCounter = (uses: UseStore, clock: Clock, zone: TimeZone): UseCounter =>
  createUseCounter({ uses, clock, zone, wait: async (ms) => void (await setTimeout(ms, undefined, { ref: false })) });

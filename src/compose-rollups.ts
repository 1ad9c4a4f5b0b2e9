import { setTimeout } from 'node:timers/promises';
import { type Clock, systemClock } from './core/clock.ts';
import type { TimeZone } from './core/local-date.ts';
import { createUseCounter, type UseCounter, type UseStore } from './features/guide/count-use.ts';
import type { ReminderRules } from './features/reminders/schedule-reminders.ts';
import { type MakeReleaseNeeds, makeRelease } from './features/rollups/make-release.ts';
import type { TickNeeds } from './inbound/jobs/tick.ts';

export type RollupStores = Omit<MakeReleaseNeeds, 'catalogue' | 'calendar' | 'zone'> & { rules: ReminderRules };

/** The figures of each month, with the modules and the calendar as they are then. */
export const composeRollups = ({ rules, ...stores }: RollupStores): Pick<TickNeeds, 'makeRelease' | 'machineNow'> => ({
  // Storage counts in real time, also where the service's own clock is moved.
  machineNow: systemClock.now,
  makeRelease(now) {
    const { catalogue, calendar } = rules;
    return makeRelease({ ...stores, catalogue, calendar, zone: calendar.zone }, now);
  },
});

/** Counts as long as the process lives, and never keeps it alive. */
export const composeUseCounter = (uses: UseStore, clock: Clock, zone: TimeZone): UseCounter =>
  createUseCounter({ uses, clock, zone, wait: async (ms) => void (await setTimeout(ms, undefined, { ref: false })) });

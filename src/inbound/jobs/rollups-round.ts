import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import { localTimeAt, type TimeZone } from '../../core/local-date.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';
import type { MakeReleaseResult } from '../../features/rollups/make-release.ts';
import { takeHour } from './take-hour.ts';

export type RollupsRoundNeeds = {
  ticks: TickStore;
  telemetry: Telemetry;
  clock: Clock;
  rules: { calendar: { zone: TimeZone } };
  /** Tells the figures of the month, once. Absent: nobody is told. */
  makeRelease?: (now: Date) => Promise<MakeReleaseResult>;
  /** By this machine's own clock, where the service's is moved on purpose. */
  machineNow?: () => Date;
};

/** Local time; after deletion and repair, and before anybody looks. */
const rollupsFrom = '04:00';

/** Further ahead of storage's clock than this, a clock is wrong. */
const mostAheadMs = 60 * 60_000;

/**
 * Once an hour from the night on, so that what was cut off goes on. Which replica has an hour is decided in storage. One whose clock has jumped
 * ahead leaves it: the figures of a month to come would be made of the rows of today, and stay so.
 */
export function createRollupsRound(needs: RollupsRoundNeeds): (now: Date) => Promise<MakeReleaseResult | undefined> {
  const { ticks, telemetry, clock, makeRelease, machineNow = clock.now } = needs;
  const { zone } = needs.rules.calendar;
  return async (now) => {
    const time = localTimeAt(now, zone);
    if (!makeRelease || time < rollupsFrom) return undefined;
    const taken = await takeHour(ticks, 'rollups', now, zone);
    if (!taken) return undefined;
    // The row that has just been taken bears storage's own time.
    const there = await ticks.writtenAt('rollups');
    if (there && machineNow().getTime() - there.getTime() > mostAheadMs) {
      telemetry.record({ event: 'background-failed', at: 'rollups', kind: 'clock-ahead' });
      return undefined;
    }
    const startedMs = clock.now().getTime();
    const result = await makeRelease(now);
    await ticks.finish('rollups', taken.hour);
    const durationMs = clock.now().getTime() - startedMs;
    if (result.outcome === 'made') {
      telemetry.record({ event: 'tick-finished', job: 'rollups', found: result.areas, durationMs });
    }
    return result;
  };
}

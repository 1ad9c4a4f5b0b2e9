import type { Telemetry } from '../../core/events.ts';
import { localTimeAt, type TimeZone } from '../../core/local-date.ts';
import { type RosterRun, rosterTroubles } from '../../features/people/roster-run-store.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';
import { takeHour } from './take-hour.ts';

export type DirectoryRoundNeeds = {
  ticks: TickStore;
  telemetry: Telemetry;
  rules: { calendar: { zone: TimeZone } };
  /** Fetches the staff list. Absent where it comes as a file. `undefined` when today's is done. */
  keepDirectory?: (now: Date) => Promise<RosterRun | undefined>;
};

/** Local time; before deletion and repair, so that who is new gets dates the same night. */
const directoryFrom = '01:00';
/** What somebody must look at. */
const alarms: ReadonlySet<RosterRun['outcome']> = new Set(['no-answer', ...rosterTroubles]);

/** Fetches the staff list once a night, and again each hour until it came through. Which replica has an hour is decided in storage. */
export function createDirectoryRound(needs: DirectoryRoundNeeds): (now: Date) => Promise<RosterRun | undefined> {
  const { ticks, telemetry, keepDirectory } = needs;
  const { zone } = needs.rules.calendar;
  return async (now) => {
    const time = localTimeAt(now, zone);
    if (!keepDirectory || time < directoryFrom) return undefined;
    const taken = await takeHour(ticks, 'directory', now, zone);
    if (!taken) return undefined;
    const run = await keepDirectory(now);
    await ticks.finish('directory', taken.hour);
    if (!run) return undefined;
    const { outcome, joined, changed, moved, left, refused } = run;
    telemetry.record({ event: 'directory-kept', outcome, joined, changed: changed + moved, left, refused });
    if (alarms.has(outcome)) telemetry.record({ event: 'background-failed', at: 'directory', kind: outcome });
    return run;
  };
}

import { localDateAt } from '../../core/local-date.ts';
import { createTellExpiry, type TellExpiryNeeds } from '../../features/credentials/tell-expiry.ts';
import { type DigestSchedule, dueDigestRound } from '../../features/digests/digest-schedule.ts';
import { queueDigests } from '../../features/digests/queue-digests.ts';
import type { GroupStore } from '../../features/groups/group-store.ts';
import { tendGroups } from '../../features/groups/tend-groups.ts';
import type { ReadOwnerCards } from '../../features/owners/read-owner-cards.ts';
import type { RosterRun } from '../../features/people/roster-run-store.ts';
import { isInWindow, withoutPauses } from '../../features/reminders/calendar.ts';
import { findDue } from '../../features/reminders/find-due.ts';
import { silentAfterMs } from '../../features/reminders/lost-pointers.ts';
import type { RepairResult } from '../../features/reminders/repair-due.ts';
import type { SendingSwitch } from '../../features/reminders/sending-switch.ts';
import { minutesBetween } from '../../features/reminders/tick-minutes.ts';
import type { WorkQueue } from '../../features/reminders/work-queue.ts';
import type { MakeReleaseResult } from '../../features/rollups/make-release.ts';
import type { KeepRetentionResult } from '../../features/use-cases/keep-retention.ts';
import { createDirectoryRound, type DirectoryRoundNeeds } from './directory-round.ts';
import { createNights, type NightsNeeds } from './nights.ts';
import { createRollupsRound, type RollupsRoundNeeds } from './rollups-round.ts';
import { createOwnerRounds, eachRound } from './rounds.ts';

export type TickNeeds = NightsNeeds &
  Omit<TellExpiryNeeds, 'calendar'> &
  Pick<DirectoryRoundNeeds & RollupsRoundNeeds, 'keepDirectory' | 'makeRelease' | 'machineNow'> & {
    queue: WorkQueue;
    groups: GroupStore;
    sendingSwitch: Pick<SendingSwitch, 'isStopped'>;
    /** Owners are told at the same time. */
    digest: DigestSchedule;
    readOwnerCards: ReadOwnerCards;
  };

export type TickResult =
  /** `minutesSince`: how long ago the latest one that was finished began; absent when none is known. */
  { outcome: 'taken'; minutesSince?: number } | { outcome: 'ticked'; found: number; digests: number };

/** One process's ticking. Which replica owns a minute is decided in storage; nothing here has to survive. */
export type Tick = {
  /** Once a minute: what is due goes into the queue. `taken` when another replica has this minute. */
  runTick(now: Date): Promise<TickResult>;
  /** Once a minute: group sessions that need something. `undefined` when another replica has this minute. */
  runGroups(now: Date): Promise<number | undefined>;
  /** Once a minute: who answers for texts that somebody should see to. `undefined` when another replica has this minute. */
  runOwners(now: Date): Promise<number | undefined>;
  /** Once a night, and again each hour until it came through; `undefined` when it is not time, or done. */
  runRepair(now: Date): Promise<RepairResult | undefined>;
  /** Once a working day: that the bot's secret runs out. `undefined` when it is not time, or done. */
  runExpiry(now: Date): Promise<number | undefined>;
  /** The same. */
  runRetention(now: Date): Promise<KeepRetentionResult | undefined>;
  /** Once a minute: those two of this replica that are still at work keep the others from beginning them anew. */
  holdNights(now: Date): Promise<void>;
  /** Once an hour from the night on; `undefined` when it is not time. */
  runRollups(now: Date): Promise<MakeReleaseResult | undefined>;
  /** Once a night, and again each hour until it came through; `undefined` when it is not time, or done. */
  runDirectory(now: Date): Promise<RosterRun | undefined>;
};

const minuteMs = 60_000;

export function createTick(needs: TickNeeds): Tick {
  const { zone } = needs.rules.calendar;
  /** As it is at the time: a day off may be added while this runs. In the summer, too, a secret runs out. */
  const expiryCalendar = () => withoutPauses(needs.rules.calendar);
  const tellExpiry = createTellExpiry({
    ...needs,
    get calendar() {
      return expiryCalendar();
    },
  });
  const queueDigestRound = eachRound(
    (now) => dueDigestRound(needs.digest, needs.rules.calendar, now),
    ({ period }, now, messages) => queueDigests(needs, period, now, messages),
  );
  const queueOwnerRounds = createOwnerRounds(needs);

  const { repair, retention } = createNights(needs);
  const told = new Set<string>();

  /** Once in a process's life, and each night by the repair or the retention: the row lies there for every tick. */
  function tellUnreadable(at: 'due' | 'groups'): void {
    if (!told.has(at)) needs.telemetry.record({ event: 'background-failed', at, kind: 'bug' });
    told.add(at);
  }

  /**
   * How many messages may be taken for pointers that are still on their way. None when the last tick was long ago, or is still to come: then
   * the clock was moved, which the queue does not know of when it hides a message, or all stood still, and everything is doubted once.
   */
  async function countMessages(minutesSince: number): Promise<number> {
    return Math.abs(minutesSince) * minuteMs < silentAfterMs ? needs.queue.count() : 0;
  }

  /** Nothing while all sending is stopped: what is due stays in the index, and is found by the first tick after it. */
  async function queueDue(now: Date, minutesSince: number): Promise<{ found: number; digests: number }> {
    if (await needs.sendingSwitch.isStopped()) return { found: 0, digests: 0 };
    // Before the marks are read: what is handled in between must not look lost.
    const messages = await countMessages(minutesSince);
    const { found } = await findDue({ ...needs, zone, tellUnreadable: () => tellUnreadable('due') }, now, messages);
    return { found, digests: await queueDigestRound(now, messages) };
  }

  return {
    async runTick(now) {
      const minute = minuteOf(now);
      const taken = await needs.ticks.takeMinute('tick', minute);
      if (taken.outcome === 'taken') {
        const { finished } = taken;
        return { outcome: 'taken', ...(finished && { minutesSince: minutesBetween(finished, minute) }) };
      }
      const minutesSince = taken.previous === undefined ? 1 : minutesBetween(taken.previous, minute);
      if (minutesSince < 0) needs.telemetry.record({ event: 'background-failed', at: 'tick', kind: 'clock-ahead' });
      const missedMinutes = minutesSince - 1;
      if (missedMinutes > 0) needs.telemetry.record({ event: 'tick-missed', job: 'tick', missedMinutes });
      const startedMs = needs.clock.now().getTime();
      const { found, digests } = await queueDue(now, minutesSince);
      await needs.ticks.finish('tick', minute);
      const durationMs = needs.clock.now().getTime() - startedMs;
      needs.telemetry.record({ event: 'tick-finished', job: 'tick', found: found + digests, durationMs });
      return { outcome: 'ticked', found, digests };
    },

    async runGroups(now) {
      const minute = minuteOf(now);
      const taken = await needs.ticks.takeMinute('groups', minute);
      if (taken.outcome === 'taken') return undefined;
      const found = await tendGroups({ ...needs, tellUnreadable: () => tellUnreadable('groups') }, now);
      await needs.ticks.finish('groups', minute);
      return found;
    },

    async runOwners(now) {
      const minute = minuteOf(now);
      const taken = await needs.ticks.takeMinute('owners', minute);
      if (taken.outcome === 'taken') return undefined;
      const minutesSince = taken.previous === undefined ? 1 : minutesBetween(taken.previous, minute);
      // While all is stopped a pointer would only lie in the queue.
      const isStopped = await needs.sendingSwitch.isStopped();
      const queued = isStopped ? 0 : await queueOwnerRounds(now, await countMessages(minutesSince));
      await needs.ticks.finish('owners', minute);
      return queued;
    },

    runRepair: repair.run,

    async runExpiry(now) {
      if (!needs.expiring || !isInWindow(now, expiryCalendar())) return undefined;
      const day = `${localDateAt(now, zone)}T00:00`;
      if ((await needs.ticks.takeMinute('expiry', day)).outcome === 'taken') return undefined;
      const told = await tellExpiry(now);
      await needs.ticks.finish('expiry', day);
      return told;
    },

    runRetention: async (now) => retention?.run(now),

    async holdNights(now) {
      await Promise.all([repair.hold(now), retention?.hold(now)]);
    },

    runDirectory: createDirectoryRound(needs),
    runRollups: createRollupsRound(needs),
  };
}

const minuteOf = (now: Date): string => now.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);

import { type LocalDate, localDateAt, localTimeAt, type TimeZone } from '../../core/local-date.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';
import { takeHour } from './take-hour.ts';

export type NightRound<Result> = {
  /**
   * Once a night, and again each hour until it came through; `undefined` when it is not time, or done, or another replica's. Throws what the
   * work throws.
   */
  run(now: Date): Promise<Result | undefined>;
  /** Once a minute beside it: a round that is still at work takes the coming hour, so that no other replica begins it anew. */
  hold(now: Date): Promise<void>;
};

/** How long before it comes an hour is taken: some tries, and when the round is cut off in between, only one hour is waited in vain. */
const holdAheadMs = 10 * 60_000;

/** `from`: local time. */
export function createNightRound<Result>(
  { ticks, zone }: { ticks: TickStore; zone: TimeZone },
  { job, from, work }: { job: string; from: string; work(now: Date): Promise<Result> },
): NightRound<Result> {
  let atWorkOn: LocalDate | undefined;
  return {
    async run(now) {
      if (localTimeAt(now, zone) < from) return undefined;
      const date = localDateAt(now, zone);
      const taken = await takeHour(ticks, job, now, zone);
      if (!taken || (taken.finished !== undefined && taken.finished >= `${date}T${from}`)) return undefined;
      atWorkOn = date;
      try {
        const result = await work(now);
        await ticks.finish(job, taken.hour);
        return result;
      } finally {
        atWorkOn = undefined;
      }
    },

    async hold(now) {
      // One that hangs for ever holds its own day, and no other.
      if (atWorkOn !== localDateAt(now, zone)) return;
      await takeHour(ticks, job, new Date(now.getTime() + holdAheadMs), zone);
    },
  };
}

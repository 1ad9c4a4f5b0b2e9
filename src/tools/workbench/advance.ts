import type { MovingClock } from './moving-clock.ts';

/** What the service lets the workbench do with time. */
export type TimedJobs = {
  runTick(now: Date): Promise<unknown>;
  drain(): Promise<void>;
  nextDueAt(after: Date): Promise<Date | undefined>;
};

/** More steps than a year of reminders and digests; a loop beyond it is a fault. */
const mostSteps = 5_000;

/**
 * Lives through the time up to `to`: stops at everything that is due on the way, in order, so that each thing happens at its own time
 * and sees what came before it. `stepped` is told each stop.
 */
export async function advance(
  jobs: TimedJobs,
  clock: MovingClock,
  to: Date,
  stepped: (at: Date) => void = () => undefined,
): Promise<void> {
  const happen = async (at: Date): Promise<void> => {
    clock.set(at);
    stepped(at);
    await jobs.runTick(at);
    await jobs.drain();
  };
  let after = clock.now();
  for (let step = 0; step < mostSteps; step += 1) {
    const dueAt = await jobs.nextDueAt(after);
    if (!dueAt || dueAt > to) break;
    await happen(dueAt);
    after = dueAt > after ? dueAt : new Date(after.getTime() + 1);
  }
  await happen(to);
}

import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import { createJobs } from '../../../src/inbound/jobs/run-jobs.ts';
import type { World } from './world.ts';

/** What a card shows, where only its coming is judged. */
export const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;

type JobsNeeds = Parameters<typeof createJobs<object>>[0];
type Other = Partial<Omit<JobsNeeds, 'present'>> & { present?: Partial<JobsNeeds['present']> };

/** All jobs over the stores and the queue of this world, with every kind of card; `other` takes the place of what is named in it. */
export const jobsIn = (world: World, { present, ...other }: Other = {}) =>
  createJobs<object>({
    ...{ ...world.needs, ...world.stores, queue: world.queue, source: world.queue, wait: async () => {} },
    digest: { weekday: 1, time: '08:30' },
    readDigest: async () => ({}),
    readOwnerCards: async () => new Map(),
    ...other,
    present: {
      ...{ ...world.needs.present, digest: () => message, ownerCard: () => message },
      ...{ groupCard: () => message, delegation: () => message, ...present },
    },
  });

/** Each day at nine in winter, first and last included. */
export async function liveDayByDay(
  world: World,
  jobs: ReturnType<typeof jobsIn>,
  from: LocalDate,
  to: LocalDate,
): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    world.goTo(`${day}T08:00:00Z`);
    await jobs.runTick(world.clock.now());
    await jobs.drain();
  }
}

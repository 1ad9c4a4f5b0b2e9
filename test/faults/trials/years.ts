import { setImmediate } from 'node:timers/promises';
import { addDays } from '../../../src/core/local-date.ts';
import { nextSendTime } from '../../../src/features/reminders/calendar.ts';
import { createJobs } from '../../../src/inbound/jobs/run-jobs.ts';
import { calendar, createWorld, kari } from '../../features/reminders/world.ts';
import type { TrialReport } from './trial-report.ts';

const firstYear = 2025;
const lastYear = 2100;
const message = { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' } as const;

/** R8: in every year from 2025 to 2100 people are hired on any day, and time is played event by event. In memory: storage has no part in it. */
export async function yearsTrial(hiresEachYear: number, random: () => number): Promise<readonly TrialReport[]> {
  const sentAt: Date[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) sentAt.push(...(await playYear(year, hiresEachYear, random)));
  const outside = sentAt.filter((at) => nextSendTime(at, calendar).getTime() !== at.getTime()).length;
  const years = lastYear - firstYear + 1;
  return [
    {
      ...{ id: 'R8', did: `${hiresEachYear} people hired on any day of each year from ${firstYear} to ${lastYear}` },
      ...{ counted: `${sentAt.length} messages in ${years} years` },
      ...{ found: `${outside} outside the window of a working day`, holds: outside === 0 && sentAt.length > years },
    },
  ];
}

async function playYear(year: number, hires: number, random: () => number): Promise<Date[]> {
  const world = createWorld(`${year}-01-01T06:00:00Z`);
  const jobs = createJobs<object>({
    ...{ ...world.needs, ...world.stores, queue: world.queue, source: world.queue, wait: async () => {} },
    ...{ digest: { weekday: 1, time: '08:30' }, readDigest: async () => ({}), readOwnerCards: async () => new Map() },
    present: {
      ...world.needs.present,
      groupCard: () => message,
      digest: () => message,
      ownerCard: () => message,
      delegation: () => message,
    },
  });
  for (let index = 0; index < hires; index += 1) {
    const employedOn = addDays(`${year}-01-01`, Math.floor(random() * 365));
    await world.hire({ ...kari, personId: `p${index}`, employedOn });
  }
  const end = new Date(`${year + 1}-03-01T00:00:00Z`);
  for (let at = await jobs.nextDueAt(world.clock.now()); at < end; at = await jobs.nextDueAt(at)) {
    world.goTo(at.toISOString());
    await jobs.runTick(at);
    await jobs.drain();
    // Nothing in memory waits for anything: the other trials in this process get their turn.
    await setImmediate();
  }
  return world.posts.map(({ at }) => at);
}

import { expect, test } from 'vitest';
import { advance } from '../../src/tools/workbench/advance.ts';
import { createMovingClock } from '../../src/tools/workbench/moving-clock.ts';

const start = Date.UTC(2026, 10, 23, 9, 0);
const hour = 3_600_000;
const at = (hours: number): Date => new Date(start + hours * hour);

/** A service whose hints lie at these times, and that adds one when told to. */
function service(dueHours: number[], whenRun: (now: Date) => void = () => undefined) {
  const ran: string[] = [];
  const clock = createMovingClock(0, () => start);
  const jobs = {
    async runTick(now: Date) {
      expect(clock.now()).toEqual(now);
      ran.push(now.toISOString());
      whenRun(now);
    },
    async drain() {
      ran.push('drain');
    },
    async nextDueAt(after: Date) {
      const next = dueHours.map(at).filter((due) => due > after);
      return next.sort((a, b) => a.getTime() - b.getTime())[0];
    },
  };
  return { jobs, clock, ran };
}

const ticks = (ran: string[]): string[] => ran.filter((each) => each !== 'drain');

test('each due thing happens at its own time, in order, and the clock ends where it was sent', async () => {
  const { jobs, clock, ran } = service([30, 2, 5]);
  await advance(jobs, clock, at(24));
  expect(ran).toEqual([2, 5, 24].flatMap((hours) => [at(hours).toISOString(), 'drain']));
  expect(clock.now()).toEqual(at(24));
});

test('what is planned on the way happens too', async () => {
  const due = [2];
  const { jobs, clock, ran } = service(due, (now) => {
    if (now.getTime() === at(2).getTime()) due.push(3);
  });
  await advance(jobs, clock, at(4));
  expect(ticks(ran)).toEqual([2, 3, 4].map((hours) => at(hours).toISOString()));
});

test('a hint that never goes away does not hold the clock', async () => {
  const { clock } = service([]);
  const seen: Date[] = [];
  const jobs = {
    runTick: async () => undefined,
    drain: async () => undefined,
    nextDueAt: async () => at(1),
  };
  await advance(jobs, clock, at(2), (now) => seen.push(now));
  expect(clock.now()).toEqual(at(2));
  expect(seen.length).toBeLessThanOrEqual(5_001);
});

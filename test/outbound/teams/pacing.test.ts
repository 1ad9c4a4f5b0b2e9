import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { SlotStore } from '../../../src/features/reminders/slot-store.ts';
import { createPacing } from '../../../src/outbound/teams/pacing.ts';
import { memorySlotStore } from '../../support/memory-slot-store.ts';

const silent = { telemetry: { record: () => {} } };
const start = Date.UTC(2026, 10, 23, 9);

/** Time that passes only when everybody sleeps: a minute takes a few milliseconds. */
function createTime() {
  let at = start;
  const sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => new Date(at),
    sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ until: at + ms, wake })),
    /** The clock is set; who sleeps wakes after as long as was asked for. */
    set(ms: number) {
      for (const sleeper of sleepers) sleeper.until += ms - at;
      at = ms;
    },
    async run(work: Promise<unknown>) {
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      work.then(end, end);
      while (!isDone) {
        // Everything that can go on without time passing goes on first.
        await new Promise(setImmediate);
        const next = sleepers.sort((a, b) => a.until - b.until).shift();
        if (!next) continue;
        at = Math.max(at, next.until);
        next.wake();
      }
    },
  };
}

function createSlots(latency: () => Promise<void> = async () => {}): SlotStore & { given: Map<number, number> } {
  const given = new Map<number, number>();
  return {
    given,
    async lease(window, wanted, limit) {
      await latency();
      const before = given.get(window) ?? 0;
      const granted = Math.max(0, Math.min(wanted, limit - before));
      given.set(window, before + granted);
      return granted;
    },
  };
}

/** The most that went in any second, wherever it begins. */
function mostInASecond(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((time) => time >= from && time < from + 1000).length));
}

async function send(
  replicas: number,
  each: number,
  options: { perSecond?: number; beginsAfterMs?: number[]; latencyMs?: number; latencyOf?: () => number } = {},
) {
  const time = createTime();
  const { latencyMs = 0, latencyOf = () => latencyMs } = options;
  const slots = createSlots(() => {
    const ms = latencyOf();
    return ms > 0 ? time.sleep(ms) : Promise.resolve();
  });
  const sent: number[] = [];
  const results: string[] = [];
  const replica = async (beginsAfterMs: number) => {
    const pacing = createPacing({ ...silent, slots, now: time.now, sleep: time.sleep, perSecond: options.perSecond });
    if (beginsAfterMs > 0) await time.sleep(beginsAfterMs);
    const one = async () => {
      const result = await pacing.waitForSlot();
      results.push(result);
      if (result === 'go') sent.push(time.now().getTime());
    };
    await Promise.all(Array.from({ length: each }, one));
  };
  await time.run(Promise.all(Array.from({ length: replicas }, (_, at) => replica(options.beginsAfterMs?.[at] ?? 0))));
  for (const [window, count] of Map.groupBy(sent, (at) => Math.floor(at / 125)).entries()) {
    expect(count.length, 'no slot is used outside its window').toBeLessThanOrEqual(slots.given.get(window) ?? 0);
  }
  return { sent, results, tookMs: Math.max(...sent) - start, given: slots.given };
}

describe('pacing', () => {
  test('sends 40 a second and no more when there is much to send', async () => {
    const { sent, tookMs } = await send(1, 400);
    expect(sent).toHaveLength(400);
    expect(mostInASecond(sent)).toBeLessThanOrEqual(45);
    expect(tookMs).toBeGreaterThan(9500);
    expect(tookMs).toBeLessThan(10_500);
  });

  test.each([2, 3, 4])(
    '%i replicas together send 40 a second, and never more than 45 in any second',
    async (replicas) => {
      const { sent, tookMs, given } = await send(replicas, 150);
      expect(sent).toHaveLength(replicas * 150);
      expect(Math.max(...given.values())).toBeLessThanOrEqual(5);
      expect(mostInASecond(sent)).toBeLessThanOrEqual(45);
      expect(tookMs).toBeLessThan((replicas * 150 * 1000) / 38);
    },
  );

  test('wherever in the second the replicas begin', async () => {
    const anyBegin = fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 3, maxLength: 3 });
    const slowness = fc.integer({ min: 0, max: 40 });
    await fc.assert(
      fc.asyncProperty(anyBegin, slowness, async (beginsAfterMs, latencyMs) => {
        const { sent, given } = await send(3, 60, { beginsAfterMs, latencyMs });
        expect(sent).toHaveLength(180);
        expect(Math.max(...given.values())).toBeLessThanOrEqual(5);
        expect(mostInASecond(sent)).toBeLessThanOrEqual(45);
      }),
      { seed: 20261123, numRuns: 40 },
    );
  });

  test.each([100, 300, 900])('goes on when storage takes %i ms for a lease', async (latencyMs) => {
    const { results, sent } = await send(2, 50, { latencyMs });
    expect(new Set(results)).toEqual(new Set(['go']));
    expect(mostInASecond(sent)).toBeLessThanOrEqual(45);
  });

  test.each([1, 2])(
    'spreads what %i replicas send, so that no second begins and ends with a bunch',
    async (replicas) => {
      let leases = 0;
      // Storage now quick, now slow: what goes at once in one window comes late in another.
      const { sent } = await send(replicas, 200, { latencyOf: () => (leases++ * 17) % 40 });
      expect(mostInASecond(sent)).toBeLessThanOrEqual(42);
    },
  );

  test('lets a single message go at once', async () => {
    const { results, tookMs } = await send(1, 1);
    expect(results).toEqual(['go']);
    expect(tookMs).toBeLessThan(50);
  });

  test('gives up when no slot comes in time', async () => {
    const { results } = await send(1, 600, { perSecond: 8 });
    expect(results.filter((result) => result === 'go').length).toBe(480);
    expect(results.filter((result) => result === 'given-up').length).toBe(120);
  });

  test('gives up when storage does not answer, and goes on when it does again', async () => {
    let isDown = true;
    const time = createTime();
    const slots = createSlots(async () => {
      if (isDown) throw new Error('storage is down');
    });
    const pacing = createPacing({ ...silent, slots, now: time.now, sleep: time.sleep });
    expect(await pacing.waitForSlot()).toBe('given-up');
    isDown = false;
    expect(await pacing.waitForSlot()).toBe('go');
  });

  test('raises an alarm for each fifth in a row that got no slot, and for none when one got through in between', async () => {
    let isDown = true;
    const events: TelemetryEvent[] = [];
    const time = createTime();
    const slots = createSlots(async () => {
      if (isDown) throw new Error('storage is down');
    });
    const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
    const pacing = createPacing({ telemetry, slots, now: time.now, sleep: time.sleep });
    for (let each = 1; each <= 4; each += 1) await pacing.waitForSlot();
    isDown = false;
    await pacing.waitForSlot();
    isDown = true;
    for (let each = 1; each <= 4; each += 1) await pacing.waitForSlot();
    expect(events).toEqual([]);
    for (let each = 5; each <= 10; each += 1) await pacing.waitForSlot();
    const alarm = { event: 'background-failed', at: 'pacing', kind: 'no-slot' };
    expect(events).toEqual([alarm, alarm]);
  });
});

describe('a clock of the machine that was wrong', () => {
  const day = 24 * 60 * 60_000;
  const open = () => {
    const time = createTime();
    const slots = memorySlotStore();
    const needs = { ...silent, slots, now: time.now, sleep: time.sleep };
    return { time, slots, needs, pacing: createPacing(needs) };
  };

  test('a day ahead: when it is right again one turn of the ring passes, and nothing is given up', async () => {
    const { time, needs, pacing } = open();
    const many = (count: number) => Promise.all(Array.from({ length: count }, () => pacing.waitForSlot()));
    time.set(start + day);
    await time.run(many(40 * 31));
    time.set(start);
    const results = many(100);
    const others = createPacing(needs);
    const both = Promise.all([results, Promise.all(Array.from({ length: 100 }, () => others.waitForSlot()))]);
    await time.run(both);
    expect(new Set((await both).flat())).toEqual(new Set(['go']));
    expect(time.now().getTime() - start).toBeLessThan(36_000);
  });

  test.each([
    ['forth', start, start + day],
    ['back', start + day, start],
  ])('set %s while storage answers: no slot of another day is waited for', async (_, before, after) => {
    const time = createTime();
    time.set(before);
    let answers = 0;
    const slots = createSlots(async () => {
      answers += 1;
      if (answers === 1) time.set(after);
    });
    const pacing = createPacing({ ...silent, slots, now: time.now, sleep: time.sleep });
    for (let each = 1; each <= 2; each += 1) await time.run(Promise.all([pacing.waitForSlot(), pacing.waitForSlot()]));
    expect(time.now().getTime() - after).toBeLessThan(1_000);
  });
});

import { describe, expect, it } from 'vitest';
import { createUseCounter, quarterOf, readUse, type UseStore } from '../../../src/features/guide/count-use.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { memoryUseStore } from '../../support/memory-use-store.ts';

/** A counter with a clock, and nights that pass when told. */
function aCounter(uses: UseStore, startsAt = '2026-11-23T09:00:00Z') {
  let now = new Date(startsAt);
  let wake: (() => void) | undefined;
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      wake = () => {
        now = new Date(now.getTime() + ms);
        resolve();
      };
    });
  const { count } = createUseCounter({ uses, clock: { now: () => now }, zone: 'Europe/Oslo', wait });
  const night = async () => {
    const resume = wake;
    wake = undefined;
    resume?.();
    while (wake === undefined) await new Promise((resolve) => setImmediate(resolve));
  };
  const times = (number: number, kind: 'guide' | 'search' = 'guide') => {
    for (let time = 0; time < number; time += 1) count(kind);
  };
  return { times, night, now: () => now };
}

describe('the use of the guide', () => {
  it('is written at night, in whole tens, and the rest waits', async () => {
    const uses = memoryUseStore();
    const { times, night, now } = aCounter(uses);
    times(27);
    expect(await toArray(uses.list('2026-Q4'))).toEqual([]);
    await night();
    expect(now().toISOString()).toBe('2026-11-24T02:00:00.000Z');
    expect(await toArray(uses.list('2026-Q4'))).toEqual([{ kind: 'guide', uses: 20 }]);
    times(3);
    await night();
    expect(await readUse(uses, '2026-Q4')).toEqual(new Map([['guide', 30]]));
  });

  it('leaves nothing behind while there are fewer than ten', async () => {
    const uses = memoryUseStore();
    const { times, night } = aCounter(uses);
    times(9);
    times(9, 'search');
    for (let nights = 0; nights < 30; nights += 1) await night();
    expect(await toArray(uses.list('2026-Q4'))).toEqual([]);
  });

  it('of the last day of a quarter belongs to it', async () => {
    const uses = memoryUseStore();
    const { times, night } = aCounter(uses, '2026-12-31T09:00:00Z');
    times(10);
    await night();
    expect(await readUse(uses, '2026-Q4')).toEqual(new Map([['guide', 10]]));
    expect(quarterOf('2027-01-01')).toBe('2027-Q1');
  });

  it('that was too little to be told of a quarter is not told of the next', async () => {
    const uses = memoryUseStore();
    const { times, night } = aCounter(uses, '2026-09-30T09:00:00Z');
    times(9);
    times(12, 'search');
    await night();
    times(1);
    times(8, 'search');
    await night();
    expect(await toArray(uses.list('2026-Q4'))).toEqual([]);
    expect(await readUse(uses, '2026-Q3')).toEqual(new Map([['search', 10]]));
    times(9);
    await night();
    expect(await readUse(uses, '2026-Q4')).toEqual(new Map([['guide', 10]]));
  });

  it('is not told of the wrong quarter where the night came late', async () => {
    const uses = memoryUseStore();
    const { times, night } = aCounter(uses, '2026-09-29T09:00:00Z');
    times(9);
    await night();
    await night();
    await night();
    times(1);
    await night();
    expect(await toArray(uses.list('2026-Q4'))).toEqual([]);
  });

  it('of a quarter whose last night found storage away is told of that quarter', async () => {
    const uses = memoryUseStore();
    let isAway = true;
    const add: UseStore['add'] = (...told) => (isAway ? Promise.reject(new Error('away')) : uses.add(...told));
    const { times, night } = aCounter({ ...uses, add }, '2026-09-30T09:00:00Z');
    times(30);
    await night();
    isAway = false;
    await night();
    expect(await readUse(uses, '2026-Q3')).toEqual(new Map([['guide', 30]]));
    expect(await toArray(uses.list('2026-Q4'))).toEqual([]);
  });

  it('waits for the next night where storage is away', async () => {
    const uses = memoryUseStore();
    let isAway = true;
    const flaky: UseStore = {
      ...uses,
      async add(...told) {
        if (isAway) throw new Error('away');
        await uses.add(...told);
      },
    };
    const { times, night } = aCounter(flaky);
    times(12);
    await night();
    isAway = false;
    await night();
    expect(await readUse(uses, '2026-Q4')).toEqual(new Map([['guide', 10]]));
  });

  it('is told once where the answer to a write was lost, and what came meanwhile is told beside it', async () => {
    const uses = memoryUseStore();
    let isLost = true;
    const add: UseStore['add'] = async (...told) => {
      await uses.add(...told);
      if (isLost) throw new Error('no answer');
    };
    const { times, night } = aCounter({ ...uses, add });
    times(25);
    await night();
    times(17);
    await night();
    isLost = false;
    await night();
    await night();
    expect(await toArray(uses.list('2026-Q4'))).toEqual([
      { kind: 'guide', uses: 20 },
      { kind: 'guide', uses: 20 },
    ]);
  });

  it('that came after a write without an answer is told of its quarter, also when that is over', async () => {
    const uses = memoryUseStore();
    let nights = 0;
    const add: UseStore['add'] = async (...told) => {
      await uses.add(...told);
      nights += 1;
      if (nights === 1) throw new Error('no answer');
    };
    const { times, night } = aCounter({ ...uses, add }, '2026-09-29T09:00:00Z');
    times(10);
    await night();
    times(10);
    await night();
    expect(await readUse(uses, '2026-Q3')).toEqual(new Map([['guide', 20]]));
  });
});

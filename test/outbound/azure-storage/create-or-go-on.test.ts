import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../../src/core/failure.ts';
import { createOrGoOn } from '../../../src/outbound/azure-storage/create-or-go-on.ts';

const away = (kind: FailureKind = 'unavailable') => new Failure(kind, 'create table Texts');

/** Storage whose tries end one after the other as told, the last again and again; it hangs where nothing is told. Pauses take no time. */
function aStart(...tries: (Failure | 'created' | Promise<void>)[]) {
  const pauses: number[] = [];
  const told: FailureKind[] = [];
  const stopping = new AbortController();
  const ended = Promise.withResolvers<void>();
  let tried = 0;
  const start = (waitMs: number) =>
    createOrGoOn({
      async create() {
        const outcome = tries[Math.min(tried, tries.length - 1)];
        tried += 1;
        if (outcome instanceof Failure) throw outcome;
        if (outcome !== 'created') await outcome;
        ended.resolve();
      },
      waitMs,
      onFailure: (kind) => void told.push(kind),
      async pause(ms) {
        pauses.push(ms);
        if (pauses.length === 12) stopping.abort();
      },
      signal: stopping.signal,
    });
  return { start, pauses, told, stopping, created: ended.promise, tries: () => tried };
}

describe('what storage lacks at a start', () => {
  it('is created, and the start goes on at once', async () => {
    const { start, told, tries } = aStart('created');
    expect(await start(60_000)).toBe('created');
    expect(told).toEqual([]);
    expect(tries()).toBe(1);
  });

  it.each(['unavailable', 'throttled'] as const)(
    'is tried again while storage is %s, each failure told once, with pauses that grow to half a minute',
    async (kind) => {
      const failures = Array.from({ length: 10 }, () => away(kind));
      const { start, told, pauses } = aStart(...failures, 'created');
      expect(await start(60_000)).toBe('created');
      expect(told).toEqual(failures.map(() => kind));
      expect(pauses.slice(0, 3)).toEqual([250, 500, 1000]);
      expect(pauses.slice(-2)).toEqual([30_000, 30_000]);
    },
  );

  it.each(['invalid', 'bug'] as const)('stops the start when it can never be created: %s', async (kind) => {
    const { start, told, tries } = aStart(away(kind));
    await expect(start(60_000)).rejects.toMatchObject({ kind });
    expect(told).toEqual([]);
    expect(tries()).toBe(1);
  });

  it('keeps no start waiting that hangs, and is created behind it when storage comes', async () => {
    const hanging = Promise.withResolvers<void>();
    const { start, told, created } = aStart(hanging.promise, away(), 'created');
    expect(await start(1)).toBe('gone-on');
    hanging.reject(away());
    await created;
    expect(told).toEqual(['unavailable', 'unavailable']);
  });

  it('is told, and tried again, when it turns out to be impossible after the start has gone on', async () => {
    const hanging = Promise.withResolvers<void>();
    const { start, told, created } = aStart(hanging.promise, 'created');
    expect(await start(1)).toBe('gone-on');
    hanging.reject(away('bug'));
    await created;
    expect(told).toEqual(['bug']);
  });

  it('is left alone when the process stops, and what ends after that is not told', async () => {
    const hanging = Promise.withResolvers<void>();
    const { start, told, stopping, pauses, tries } = aStart(hanging.promise);
    expect(await start(1)).toBe('gone-on');
    stopping.abort();
    hanging.reject(away());
    await expect.poll(() => pauses.length).toBe(1);
    expect(tries()).toBe(1);
    expect(told).toEqual([]);
  });
});

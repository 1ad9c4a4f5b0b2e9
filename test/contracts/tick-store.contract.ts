import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import type { TickStore } from '../../src/features/reminders/tick-store.ts';

const first = '2026-11-23T23:59';
const second = '2026-11-24T00:00';
/** By a clock that runs a day ahead. */
const aDayAhead = '2026-11-24T23:59';

/** What every TickStore does. */
export function tickStoreContract(name: string, open: () => Promise<TickStore>): void {
  describe(`TickStore: ${name}`, () => {
    let store: TickStore;
    beforeAll(async () => {
      store = await open();
    });

    const takeByMany = (job: string, minute: string, callers: number) =>
      Promise.all(Array.from({ length: callers }, () => store.takeMinute(job, minute)));

    it('gives a minute to the first who asks, and to nobody else', async () => {
      const job = newId();
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'mine' });
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'taken' });
    });

    it('gives the next minute, and says which was taken before', async () => {
      const job = newId();
      await store.takeMinute(job, first);
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'mine', previous: first });
    });

    it('never gives a minute that has passed', async () => {
      const job = newId();
      await store.takeMinute(job, second);
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'taken' });
    });

    it('says when a minute was last finished to whoever comes too late', async () => {
      const job = newId();
      await store.takeMinute(job, first);
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'taken' });
      await store.finish(job, first);
      await store.takeMinute(job, second);
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'taken', finished: first });
    });

    it('goes on after a clock that ran ahead has been set back', async () => {
      const job = newId();
      await store.takeMinute(job, aDayAhead);
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'mine', previous: aDayAhead });
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'taken' });
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'mine', previous: first });
    });

    it('waits for a clock that is ahead by no more than five minutes', async () => {
      const job = newId();
      await store.takeMinute(job, '2026-11-24T10:06');
      expect(await store.takeMinute(job, '2026-11-24T10:01')).toEqual({ outcome: 'taken' });
      expect(await store.takeMinute(job, '2026-11-24T10:00')).toMatchObject({ outcome: 'mine' });
    });

    it('judges by the clock of who asks, where that is later than the minute', async () => {
      const job = newId();
      await store.takeMinute(job, '2026-11-24T05:00');
      expect(await store.takeMinute(job, '2026-11-24T04:00', '2026-11-24T04:59')).toEqual({ outcome: 'taken' });
      expect(await store.takeMinute(job, '2026-11-24T04:00', '2026-11-24T04:10')).toMatchObject({ outcome: 'mine' });
    });

    it('gives a minute that is taken back to one of twenty', async () => {
      const job = newId();
      await store.takeMinute(job, aDayAhead);
      const outcomes = await takeByMany(job, first, 20);
      expect(outcomes.filter(({ outcome }) => outcome === 'mine')).toHaveLength(1);
    });

    it.each([
      ['ahead', aDayAhead],
      ['behind', '2026-11-23T23:49'],
    ])('gives no minute twice although a clock far %s takes one in between', async (_, other) => {
      const job = newId();
      await store.takeMinute(job, first);
      expect(await store.takeMinute(job, other)).toMatchObject({ outcome: 'mine' });
      expect(await store.takeMinute(job, first)).toMatchObject({ outcome: 'taken' });
      expect(await store.takeMinute(job, second)).toMatchObject({ outcome: 'mine' });
    });

    it('counts as finished nothing of a clock that ran ahead, also when it comes late', async () => {
      const job = newId();
      await store.takeMinute(job, aDayAhead);
      await store.finish(job, aDayAhead);
      await store.takeMinute(job, first);
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'taken' });
      await store.finish(job, first);
      await store.finish(job, aDayAhead);
      expect(await store.takeMinute(job, first)).toEqual({ outcome: 'taken', finished: first });
    });

    it('keeps jobs apart', async () => {
      const [job, other] = [newId(), newId()];
      await store.takeMinute(job, first);
      expect(await store.takeMinute(other, first)).toEqual({ outcome: 'mine' });
    });

    it('gives the very first minute of a job to one of twenty', async () => {
      const outcomes = await takeByMany(newId(), first, 20);
      expect(outcomes.filter(({ outcome }) => outcome === 'mine')).toHaveLength(1);
    });

    it('gives a later minute to one of twenty', async () => {
      const job = newId();
      await store.takeMinute(job, first);
      const outcomes = await takeByMany(job, second, 20);
      expect(outcomes.filter(({ outcome }) => outcome === 'mine')).toEqual([{ outcome: 'mine', previous: first }]);
    });

    it('is given once although the minute before is finished at the same time', async () => {
      const job = newId();
      await store.takeMinute(job, first);
      const [outcomes] = await Promise.all([takeByMany(job, second, 5), store.finish(job, first)]);
      expect(outcomes.filter(({ outcome }) => outcome === 'mine')).toHaveLength(1);
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'taken', finished: first });
    });

    it('is fine with finishing twice, late, or what was never taken', async () => {
      const job = newId();
      await store.finish(job, first);
      await store.takeMinute(job, first);
      await store.takeMinute(job, second);
      for (const minute of [second, second, first]) await store.finish(job, minute);
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'taken', finished: second });
    });

    it('tells who is given a minute which one was finished last', async () => {
      const job = newId();
      await store.takeMinute(job, first);
      await store.finish(job, first);
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'mine', previous: first, finished: first });
    });

    it('tells by its own clock when a job was last written of, whatever the minute says', async () => {
      const job = newId();
      expect(await store.writtenAt(job)).toBeUndefined();
      await store.takeMinute(job, aDayAhead);
      const taken = await store.writtenAt(job);
      expect(Math.abs(Date.now() - (taken?.getTime() ?? 0))).toBeLessThan(60_000);
      await store.takeMinute(job, first);
      expect((await store.writtenAt(job))?.getTime()).toBeGreaterThanOrEqual(taken?.getTime() ?? Number.NaN);
    });

    it('refuses as a bug a job that cannot be a key', async () => {
      await expect(store.takeMinute('a/b', first)).rejects.toMatchObject({ kind: 'bug' });
      await expect(store.finish('a/b', first)).rejects.toMatchObject({ kind: 'bug' });
      await expect(store.writtenAt('a/b')).rejects.toMatchObject({ kind: 'bug' });
    });
  });
}

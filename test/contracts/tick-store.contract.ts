import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import type { TickStore } from '../../src/features/reminders/tick-store.ts';

const first = '2026-11-23T23:59';
const second = '2026-11-24T00:00';

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
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'taken' });
    });

    it('is fine with finishing twice, late, or what was never taken', async () => {
      const job = newId();
      await store.finish(job, first);
      await store.takeMinute(job, first);
      await store.takeMinute(job, second);
      for (const minute of [second, second, first]) await store.finish(job, minute);
      expect(await store.takeMinute(job, second)).toEqual({ outcome: 'taken' });
    });

    it('refuses as a bug a job that cannot be a key', async () => {
      await expect(store.takeMinute('a/b', first)).rejects.toMatchObject({ kind: 'bug' });
      await expect(store.finish('a/b', first)).rejects.toMatchObject({ kind: 'bug' });
    });
  });
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { SlotStore } from '../../src/features/reminders/slot-store.ts';

/** A window in November 2026: more than 32 bits. */
const window = 7_180_000_000;
/** In the 23rd century. */
const lateWindow = 40_000_000_000;
/** In windows; so many turns of the ring. */
const day = 24 * 60 * 60 * 8;

/** What every SlotStore does. `open` gives a new empty store. */
export function slotStoreContract(name: string, open: () => Promise<SlotStore>): void {
  describe(`SlotStore: ${name}`, () => {
    let store: SlotStore;
    beforeEach(async () => {
      store = await open();
    });

    it('gives what is wanted until the window is full', async () => {
      expect(await store.lease(window, 10, 25)).toBe(10);
      expect(await store.lease(window, 10, 25)).toBe(10);
      expect(await store.lease(window, 10, 25)).toBe(5);
      expect(await store.lease(window, 1, 25)).toBe(0);
    });

    it('gives every window its own slots, also windows ahead', async () => {
      for (let ahead = 0; ahead < 30; ahead += 1) expect(await store.lease(window + ahead, 40, 40)).toBe(40);
      for (let ahead = 0; ahead < 30; ahead += 1) expect(await store.lease(window + ahead, 1, 40)).toBe(0);
    });

    it('gives again when a minute later the row is used again, and nothing more for the window that passed', async () => {
      await store.lease(window, 30, 40);
      expect(await store.lease(window + 240, 40, 40)).toBe(40);
      expect(await store.lease(window, 10, 40)).toBe(0);
    });

    it('counts right far into the future', async () => {
      expect(await store.lease(lateWindow, 30, 40)).toBe(30);
      expect(await store.lease(lateWindow, 30, 40)).toBe(10);
    });

    it('takes a row back from a clock that ran ahead, and sends on with the next turn of the ring', async () => {
      expect(await store.lease(window + day, 5, 5)).toBe(5);
      expect(await store.lease(window, 5, 5)).toBe(0);
      expect(await store.lease(window + 240, 5, 5)).toBe(5);
    });

    it('takes no row from a clock that is ahead by less than five minutes', async () => {
      expect(await store.lease(window + 9 * 240, 3, 5)).toBe(3);
      for (const turn of [0, 1, 2, 0, 1, 2]) expect(await store.lease(window + turn * 240, 5, 5)).toBe(0);
      expect(await store.lease(window + 9 * 240, 5, 5)).toBe(2);
    });

    it('gives no window twice, and no more than its slots to both, while one clock runs a day ahead of another', async () => {
      const given = { behind: 0, ahead: 0 };
      for (const wanted of [2, 2, 2, 2]) {
        given.ahead += await store.lease(window + day, wanted, 5);
        given.behind += await store.lease(window, wanted, 5);
      }
      expect(given).toEqual({ behind: 0, ahead: 5 });
      expect(await store.lease(window + day + 240, 5, 5)).toBe(5);
      expect(await store.lease(window + 240, 5, 5)).toBe(0);
    });

    it('gives nothing to who wants nothing, or when nothing is allowed', async () => {
      expect(await store.lease(window, 0, 40)).toBe(0);
      expect(await store.lease(window, 5, 0)).toBe(0);
      expect(await store.lease(window, 40, 40)).toBe(40);
    });

    it('never gives more than the limit to fifty callers at once', async () => {
      const given = await Promise.all(Array.from({ length: 50 }, () => store.lease(window, 3, 40)));
      const total = given.reduce((sum, each) => sum + each, 0);
      expect(total).toBeLessThanOrEqual(40);
      expect(total).toBeGreaterThan(0);
      expect(Math.max(...given)).toBeLessThanOrEqual(3);
    });

    it('gives all of the limit to a few callers who ask again', async () => {
      const given: number[] = [];
      const replica = async () => {
        for (let left = 8; left > 0; left -= 1) given.push(await store.lease(window, 5, 40));
      };
      await Promise.all([replica(), replica(), replica()]);
      const total = given.reduce((sum, each) => sum + each, 0);
      expect(total).toBe(40);
    });
  });
}

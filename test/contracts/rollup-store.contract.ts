import { describe, expect, it } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import type { PublishedArea } from '../../src/features/rollups/figures.ts';
import type { RollupStore } from '../../src/features/rollups/rollup-store.ts';

const area = (areaId: string, done: number): PublishedArea => ({
  areaId,
  units: [{ unitId: `${areaId}-1`, counts: { done, late: 5, onTheWay: 0, notStarted: 10 } }],
  modules: [{ moduleId: 'meldeplikt', done, missing: 15 }],
  newHires: { quarter: '2026-Q3', inTime: 5, notInTime: 0 },
});

/** What every RollupStore does. `open` gives a new empty store. */
export function rollupStoreContract(name: string, open: () => Promise<RollupStore>): void {
  describe(`RollupStore: ${name}`, () => {
    it('keeps what was told first of an area in a month', async () => {
      const store = await open();
      expect(await store.createArea('2026-12', area('south', 20))).toBe('created');
      expect(await store.createArea('2026-12', area('south', 40))).toBe('exists');
      expect(await store.createArea('2026-12', area('-', 5))).toBe('created');
      expect(await store.createArea('2027-01', area('south', 40))).toBe('created');
      expect(await toArray(store.listAreas('2026-12'))).toEqual([area('-', 5), area('south', 20)]);
      expect(await toArray(store.listAreas('2026-11'))).toEqual([]);
    });

    it('keeps the first telling that a month is finished', async () => {
      const store = await open();
      expect(await store.getRelease('2026-12')).toBeUndefined();
      const release = { month: '2026-12', on: '2026-12-01', areaIds: ['-', 'south'] } as const;
      expect(await store.createRelease({ ...release, areaIds: [...release.areaIds] })).toBe('created');
      expect(await store.createRelease({ ...release, on: '2026-12-02', areaIds: [] })).toBe('exists');
      expect(await store.getRelease('2026-12')).toEqual(release);
      expect(await toArray(store.listAreas('2026-12'))).toEqual([]);
    });

    it('holds an area of four hundred units', async () => {
      const store = await open();
      const units = Array.from({ length: 400 }, (_, index) => ({
        unitId: `unit-with-a-long-code-${index}`,
        counts: { done: 125, late: 15, onTheWay: 20, notStarted: 10 },
      }));
      const large = { ...area('large', 5), units };
      await store.createArea('2026-12', large);
      expect(await toArray(store.listAreas('2026-12'))).toEqual([large]);
    });
  });
}

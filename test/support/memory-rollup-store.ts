import { areaRow, areaSchema, type ReleaseRow, type RollupStore } from '../../src/features/rollups/rollup-store.ts';

/** RollupStore in memory, with the behaviour of `rollupTable`. */
export function memoryRollupStore(): RollupStore {
  const areas = new Map<string, Map<string, string>>();
  const releases = new Map<string, ReleaseRow>();
  return {
    async createArea(month, area) {
      const ofMonth = areas.get(month) ?? new Map<string, string>();
      areas.set(month, ofMonth);
      if (ofMonth.has(area.areaId)) return 'exists';
      ofMonth.set(area.areaId, JSON.stringify(areaRow(area)));
      return 'created';
    },
    async *listAreas(month) {
      for (const [, row] of [...(areas.get(month) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
        yield areaSchema.parse(JSON.parse(row));
      }
    },
    async createRelease(release) {
      if (releases.has(release.month)) return 'exists';
      releases.set(release.month, structuredClone(release));
      return 'created';
    },
    getRelease: async (month) => structuredClone(releases.get(month)),
  };
}

import type { RosterRun, RosterRunStore } from '../../src/features/people/roster-run-store.ts';
import { runKeys } from '../../src/outbound/azure-tables/roster-run-table.ts';

/** RosterRunStore in memory, with the behaviour of `rosterRunTable`. */
export function memoryRosterRunStore(): RosterRunStore {
  const runs = new Map<string, RosterRun>();
  const inOrder = () => [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, run]) => run);
  return {
    async create(run) {
      const { rowKey } = runKeys(run);
      if (!runs.has(rowKey)) runs.set(rowKey, structuredClone(run));
    },
    async latest() {
      const [newest] = inOrder();
      return newest && structuredClone(newest);
    },
    async *list() {
      for (const run of inOrder()) yield structuredClone(run);
    },
  };
}

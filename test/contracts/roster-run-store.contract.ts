import { describe, expect, it } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import type { RosterRun, RosterRunStore } from '../../src/features/people/roster-run-store.ts';

const run = (runId: string, iso: string): RosterRun => ({
  ...{
    runId,
    at: new Date(iso),
    source: 'file',
    outcome: 'applied',
    joined: 2,
    changed: 1,
    moved: 0,
    left: 0,
    same: 40,
    refused: 1,
    noted: 0,
  },
  problems: [{ row: 3, column: 'employedOn', header: 'Startdato', problem: 'not-a-date', severity: 'refused' }],
});

/** What every RosterRunStore does. `open` gives a new empty store. */
export function rosterRunStoreContract(name: string, open: () => Promise<RosterRunStore>): void {
  describe(`RosterRunStore: ${name}`, () => {
    it('lists the newest import first, and one that is told twice once', async () => {
      const store = await open();
      expect(await toArray(store.list())).toEqual([]);
      expect(await store.latest()).toBeUndefined();
      const [older, newer] = [run('a', '2026-11-22T02:00:00Z'), run('b', '2026-11-23T02:00:00Z')];
      for (const told of [older, newer, older]) await store.create(told);
      expect(await toArray(store.list())).toEqual([newer, older]);
      expect(await store.latest()).toEqual(newer);
    });
  });
}

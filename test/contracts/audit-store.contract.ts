import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry, AuditStore } from '../../src/features/people/audit-store.ts';
import { toArray } from '../../src/features/people/person-store.ts';

const entry = (entryId: string, iso: string, actorId = 'rektor'): AuditEntry => ({
  ...{ entryId, at: new Date(iso), actorId, action: 'group.tick', subjectId: 'kari', moduleId: 'meldeplikt' },
});

/** What every AuditStore does. `open` gives a new empty store. */
export function auditStoreContract(name: string, open: () => Promise<AuditStore>): void {
  describe(`AuditStore: ${name}`, () => {
    let store: AuditStore;
    beforeEach(async () => {
      store = await open();
    });

    it('lists what one person did in a month, the newest first', async () => {
      await store.create(entry('a', '2026-11-23T09:00:00Z'));
      await store.create(entry('b', '2026-11-24T09:00:00Z'));
      await store.create(entry('c', '2026-11-24T10:00:00Z', 'styrer'));
      await store.create(entry('d', '2026-12-01T10:00:00Z'));
      expect(await toArray(store.list('202611', 'rektor'))).toEqual([
        entry('b', '2026-11-24T09:00:00Z'),
        entry('a', '2026-11-23T09:00:00Z'),
      ]);
      expect((await toArray(store.list('202612', 'rektor'))).map(({ entryId }) => entryId)).toEqual(['d']);
      expect(await toArray(store.list('202601', 'rektor'))).toEqual([]);
    });

    it('keeps one row of what is told twice, also at once', async () => {
      const once = entry('a', '2026-11-23T09:00:00Z');
      await Promise.all([store.create(once), store.create(once), store.create(once)]);
      expect(await toArray(store.list('202611', 'rektor'))).toEqual([once]);
    });
  });
}

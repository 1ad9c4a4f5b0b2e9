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

    it('lists a whole month, and what was done by and to one person', async () => {
      const refused: AuditEntry = {
        ...{
          entryId: 'r',
          at: new Date('2026-11-25T10:00:00Z'),
          actorId: 'kari',
          action: 'refused',
          verb: 'audit.show',
        },
      };
      await store.create(entry('a', '2026-11-23T09:00:00Z'));
      await store.create(entry('c', '2026-11-24T10:00:00Z', 'styrer'));
      await store.create(refused);
      await store.create({ ...entry('o', '2026-11-23T09:00:00Z'), subjectId: 'olav' });
      const ids = (entries: AuditEntry[]) => entries.map(({ entryId }) => entryId).sort();
      expect(ids(await toArray(store.listMonth('202611')))).toEqual(['a', 'c', 'o', 'r']);
      expect(ids(await toArray(store.listAbout('202611', 'kari')))).toEqual(['a', 'c', 'r']);
      expect(ids(await toArray(store.listAbout('202611', 'rektor')))).toEqual(['a', 'o']);
      expect(await toArray(store.list('202611', 'kari'))).toEqual([refused]);
    });

    it('drops a month whole, also twice, and the others stay', async () => {
      await store.create(entry('a', '2026-11-23T09:00:00Z'));
      await store.create(entry('b', '2026-12-23T09:00:00Z'));
      expect(await toArray(store.listMonths())).toEqual(['202611', '202612']);
      await store.deleteMonth('202611');
      await store.deleteMonth('202611');
      expect(await toArray(store.listMonths())).toEqual(['202612']);
      expect(await toArray(store.listMonth('202612'))).toEqual([entry('b', '2026-12-23T09:00:00Z')]);
    });

    it('keeps one row of what is told twice, also at once', async () => {
      const once = entry('a', '2026-11-23T09:00:00Z');
      await Promise.all([store.create(once), store.create(once), store.create(once)]);
      expect(await toArray(store.list('202611', 'rektor'))).toEqual([once]);
    });
  });
}

import { beforeAll, describe, expect, it } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import type { ReportStore } from '../../src/features/reports/report-store.ts';
import { aReport } from '../support/report-builder.ts';

/** What every ReportStore does. `open` gives a new empty store. */
export function reportStoreContract(name: string, open: () => Promise<ReportStore>): void {
  describe(`ReportStore: ${name}`, () => {
    let store: ReportStore;
    beforeAll(async () => {
      store = await open();
    });

    it('holds nothing at first', async () => {
      const empty = await open();
      expect(await toArray(empty.list())).toEqual([]);
      expect(await toArray(empty.list('word:ppt'))).toEqual([]);
    });

    it('gives back a report as it was kept, and nothing besides', async () => {
      const report = aReport('module:meldeplikt:hovedregelen', {
        version: '2',
        kind: 'unclear',
        place: 7,
      });
      expect(await store.create(report)).toBe('kept');
      expect(await toArray(store.list('module:meldeplikt:hovedregelen'))).toEqual([report]);
    });

    it('keeps the first one in a place, however many try at the same time', async () => {
      const kinds = ['fact', 'outdated', 'unclear', 'language', 'other'] as const;
      const outcomes = await Promise.all(kinds.map((kind) => store.create(aReport('word:race', { kind }))));
      expect(outcomes.sort()).toEqual(['kept', 'taken', 'taken', 'taken', 'taken']);
      expect(await toArray(store.list('word:race'))).toHaveLength(1);
    });

    it('has other places on another date and for another text', async () => {
      const own = await open();
      for (const on of ['2026-11-23', '2026-11-22'] as const) {
        expect(await own.create(aReport('word:b', { on, place: 12 }))).toBe('kept');
        expect(await own.create(aReport('word:b', { on, place: 2 }))).toBe('kept');
      }
      expect(await own.create(aReport('guide:a'))).toBe('kept');
      const listed = await toArray(own.list());
      expect(listed.map(({ contentId, on, place }) => `${contentId} ${on} ${place}`)).toEqual([
        'guide:a 2026-11-23 0',
        'word:b 2026-11-22 2',
        'word:b 2026-11-22 12',
        'word:b 2026-11-23 2',
        'word:b 2026-11-23 12',
      ]);
      expect(await toArray(own.list('word:b'))).toHaveLength(4);
    });

    it('deletes one, and is fine when it is gone', async () => {
      const own = await open();
      await own.create(aReport('word:a', { place: 1 }));
      await own.create(aReport('word:a', { place: 2 }));
      await own.delete(aReport('word:a', { place: 1 }));
      await own.delete(aReport('word:a', { place: 1 }));
      expect((await toArray(own.list())).map(({ place }) => place)).toEqual([2]);
      expect(await own.create(aReport('word:a', { place: 1 }))).toBe('kept');
    });

    it('refuses as a bug an id that cannot be stored', async () => {
      const bug = { name: 'Failure', kind: 'bug' };
      for (const contentId of ['', 'word:a/b', 'word:a?b']) {
        await expect(store.create(aReport(contentId))).rejects.toMatchObject(bug);
        await expect(toArray(store.list(contentId))).rejects.toMatchObject(bug);
        await expect(store.delete(aReport(contentId))).rejects.toMatchObject(bug);
      }
    });
  });
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { ContentChange } from '../../src/features/content/content-change.ts';
import type { ContentStore } from '../../src/features/content/content-store.ts';
import { toArray } from '../../src/features/people/person-store.ts';

const by = { personId: 'kari', name: 'Kari Nordmann' };
const withdrawn = (moduleId: string, cardId: string, changeId = cardId): ContentChange => ({
  ...{ kind: 'card-withdrawn', changeId, moduleId, cardId },
  ...{ at: new Date('2026-11-23T09:00:00Z'), by },
});

/** What every ContentStore does. `open` gives a new empty store. */
export function contentStoreContract(name: string, open: () => Promise<ContentStore>): void {
  describe(`ContentStore: ${name}`, () => {
    let store: ContentStore;
    beforeEach(async () => {
      store = await open();
    });

    it('gives back what was added, each subject in the order it was made', async () => {
      const set: ContentChange = {
        ...{ kind: 'number-set', changeId: 'n', contactId: 'ppt', number: '22 00 00 00', confirmBy: '2026-11-24' },
        ...{ at: new Date('2026-11-23T09:00:00Z'), by },
      };
      await store.append(withdrawn('m', 'b'), 0);
      await store.append(set, 0);
      await store.append(withdrawn('m', 'a'), 1);
      expect(await toArray(store.listOf('module:m'))).toEqual([withdrawn('m', 'b'), withdrawn('m', 'a')]);
      expect(await toArray(store.list())).toEqual([set, withdrawn('m', 'b'), withdrawn('m', 'a')]);
    });

    it('keeps subjects apart whose names begin alike', async () => {
      await store.append(withdrawn('m', 'a'), 0);
      await store.append(withdrawn('m2', 'b'), 0);
      expect(await toArray(store.listOf('module:m'))).toEqual([withdrawn('m', 'a')]);
    });

    it('keeps what was checked of a thing with what was changed of it', async () => {
      const made = { at: new Date('2026-11-23T09:00:00Z'), by };
      const number: ContentChange = {
        ...{
          kind: 'number-set',
          changeId: 'n',
          contactId: 'ppt',
          number: '22 00 00 00',
          confirmBy: '2026-11-24',
          ...made,
        },
      };
      const check: ContentChange = {
        ...{ kind: 'fact-checked', changeId: 'c', factId: 'contact:ppt', confirmBy: '2026-11-24', ...made },
      };
      const advice: ContentChange = { kind: 'advice-confirmed', changeId: 'a', stepId: 'missing', of: 'x', ...made };
      await store.append(number, 0);
      await store.append(check, 1);
      await store.append(advice, 0);
      expect(await toArray(store.listOf('contact:ppt'))).toEqual([number, check]);
      expect(await toArray(store.listOf('step:missing'))).toEqual([advice]);
    });

    it('lets one of two have a place, and the other read again', async () => {
      const both = await Promise.allSettled([
        store.append(withdrawn('m', 'a'), 0),
        store.append(withdrawn('m', 'b'), 0),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
      expect(await toArray(store.list())).toHaveLength(1);
    });

    it('keeps the order past nine and past ninety-nine', async () => {
      const ids = Array.from({ length: 101 }, (_, index) => `c${index}`);
      for (const [place, id] of ids.entries()) await store.append(withdrawn('m', id), place);
      const found = await toArray(store.listOf('module:m'));
      expect(found.map(({ changeId }) => changeId)).toEqual(ids);
    });
  });
}

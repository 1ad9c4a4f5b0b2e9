import { describe, expect, it } from 'vitest';
import type { AccessRequestStore } from '../../src/features/people/access-request.ts';
import { toArray } from '../../src/features/people/person-store.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What every AccessRequestStore does. `open` gives a new empty store. */
export function accessRequestStoreContract(name: string, open: () => Promise<AccessRequestStore>): void {
  describe(`AccessRequestStore: ${name}`, () => {
    it('keeps the first day of an account, however it is written and however often it asks', async () => {
      const store = await open();
      expect(await store.get(id(10))).toBeUndefined();
      await store.create({ aadObjectId: '00000000-0000-4000-8000-00000000ABCD', askedOn: '2026-11-23' });
      await store.create({ aadObjectId: '00000000-0000-4000-8000-00000000abcd', askedOn: '2026-11-24' });
      const kept = { aadObjectId: '00000000-0000-4000-8000-00000000abcd', askedOn: '2026-11-23' };
      expect(await toArray(store.list())).toEqual([kept]);
      expect(await store.get(kept.aadObjectId)).toEqual(kept);
    });

    it('forgets one and keeps the others, also when told twice', async () => {
      const store = await open();
      for (const n of [1, 2]) await store.create({ aadObjectId: id(n), askedOn: '2026-11-23' });
      for (const _ of [1, 2]) await store.delete(id(1));
      expect(await toArray(store.list())).toEqual([{ aadObjectId: id(2), askedOn: '2026-11-23' }]);
    });
  });
}

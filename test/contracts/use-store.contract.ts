import { describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import { readUse, type UseStore } from '../../src/features/guide/count-use.ts';
import { toArray } from '../../src/features/people/person-store.ts';

/** What every UseStore does. `open` gives a new empty store. */
export function useStoreContract(name: string, open: () => Promise<UseStore>): void {
  describe(`UseStore: ${name}`, () => {
    it('keeps every telling of a quarter, also two that are alike', async () => {
      const store = await open();
      expect(await toArray(store.list('2026-Q4'))).toEqual([]);
      await store.add('2026-Q4', 'guide', 10, newId());
      await store.add('2026-Q4', 'guide', 10, newId());
      await store.add('2026-Q4', 'not-understood', 20, newId());
      await store.add('2027-Q1', 'guide', 50, newId());
      expect(await readUse(store, '2026-Q4')).toEqual(
        new Map([['guide', 20] as const, ['not-understood', 20] as const]),
      );
    });

    it('takes what is told again, since the answer was lost, as told', async () => {
      const store = await open();
      const id = newId();
      for (const _ of ['lost', 'answered']) await store.add('2026-Q4', 'guide', 30, id);
      await store.add('2026-Q4', 'search', 10, id);
      expect(await readUse(store, '2026-Q4')).toEqual(new Map([['guide', 30] as const, ['search', 10] as const]));
    });
  });
}

import { describe, expect, it } from 'vitest';
import { isFailure } from '../../src/core/failure.ts';
import type { DirectoryMarkStore, DirectoryState } from '../../src/features/people/directory-mark-store.ts';

const state = (token: string): DirectoryState => ({
  // As long as they come: some thousand letters.
  mark: [`https://graph.microsoft.com/v1.0/users/delta?$deltatoken=${token.repeat(2_000)}`],
  rulesKey: 'abc',
  readOn: '2026-11-23',
});

/** What every DirectoryMarkStore does. `open` gives a new empty store. */
export function directoryMarkStoreContract(name: string, open: () => Promise<DirectoryMarkStore>): void {
  describe(`DirectoryMarkStore: ${name}`, () => {
    it('holds nothing at first, and then what was told last', async () => {
      const store = await open();
      expect(await store.get()).toBeUndefined();
      await store.create(state('a'));
      const first = await store.get();
      expect(first?.value).toEqual(state('a'));
      await store.replace(state('b'), first?.etag ?? '');
      expect((await store.get())?.value).toEqual(state('b'));
    });

    it('lets one of two writers win', async () => {
      const store = await open();
      await store.create(state('a'));
      const etag = (await store.get())?.etag ?? '';
      await store.replace(state('b'), etag);
      for (const late of [() => store.create(state('c')), () => store.replace(state('c'), etag)]) {
        await expect(late()).rejects.toSatisfy((error) => isFailure(error, 'conflict'));
      }
      expect((await store.get())?.value).toEqual(state('b'));
    });
  });
}

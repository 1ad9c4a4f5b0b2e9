import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import { aadKey, type PersonKeyStore } from '../../src/features/people/person-key-store.ts';

const bug = { name: 'Failure', kind: 'bug' };

/** What every PersonKeyStore does. */
export function personKeyStoreContract(name: string, open: () => Promise<PersonKeyStore>): void {
  describe(`PersonKeyStore: ${name}`, () => {
    let store: PersonKeyStore;
    beforeAll(async () => {
      store = await open();
    });

    it('answers undefined for a key that names nobody', async () => {
      expect(await store.get(aadKey(newId()))).toBeUndefined();
    });

    it('finds the person that a key was created for', async () => {
      const [key, personId] = [aadKey('8C1E6A3F-0000-4000-8000-00000000ABCD'), newId()];
      await store.create(key, personId);
      expect(await store.get(key)).toBe(personId);
    });

    it('lets one of many who create the same key win, and the others read the winner', async () => {
      const key = aadKey(newId());
      const personIds = Array.from({ length: 10 }, newId);
      const outcomes = await Promise.allSettled(personIds.map((personId) => store.create(key, personId)));
      const winners = personIds.filter((_, index) => outcomes[index]?.status === 'fulfilled');
      expect(winners).toEqual([await store.get(key)]);
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(losers.every(({ reason }) => reason.kind === 'conflict')).toBe(true);
    });

    it('forgets a key, also twice, and the key may name somebody else then', async () => {
      const [key, personId] = [aadKey(newId()), newId()];
      await store.create(key, newId());
      for (const _ of ['once', 'twice']) await store.delete(key);
      expect(await store.get(key)).toBeUndefined();
      await store.create(key, personId);
      expect(await store.get(key)).toBe(personId);
    });

    it('refuses as a bug a key with capitals, which would name the same person twice, and one that cannot be stored', async () => {
      for (const key of ['aad:ABC', 'upn:a/b', 'upn:a#b', '', `upn:${'x'.repeat(200)}`]) {
        await expect(store.get(key)).rejects.toMatchObject(bug);
        await expect(store.create(key, newId())).rejects.toMatchObject(bug);
      }
    });
  });
}

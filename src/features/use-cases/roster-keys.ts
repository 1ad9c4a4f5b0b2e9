import { Failure, isFailure } from '../../core/failure.ts';
import type { PersonKeyStore } from '../people/person-key-store.ts';

/** Whom the key names: as told, or who had it before. */
export async function keepKey(keys: PersonKeyStore, key: string, personId: string): Promise<string> {
  try {
    await keys.create(key, personId);
    return personId;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return (await keys.get(key)) ?? personId;
  }
}

export async function keepOwnKey(keys: PersonKeyStore, key: string, personId: string): Promise<void> {
  if ((await keepKey(keys, key, personId)) === personId) return;
  throw notTheirKey();
}

export const notTheirKey = (): Failure =>
  new Failure('conflict', 'A key of this person names somebody else; correct the file or the key');

/**
 * Before the profile has the new user name: broken off, the next import finds the same change, and frees the key then. A key that has come
 * to name somebody else stays.
 */
export async function freeKey(keys: PersonKeyStore, personId: string, key: string | undefined): Promise<void> {
  if (key !== undefined && (await keys.get(key)) === personId) await keys.delete(key);
}

import { Failure } from '../../src/core/failure.ts';
import type { PersonKeyStore } from '../../src/features/people/person-key-store.ts';
import { checkPersonKey } from '../../src/outbound/azure-tables/person-key-table.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** PersonKeyStore in memory, with the behaviour of `personKeyTable`. */
export function memoryPersonKeyStore(): PersonKeyStore {
  const people = new Map<string, string>();
  const check = (key: string) => {
    checkPersonKey(key);
    checkKeys({ partitionKey: key, rowKey: key });
  };
  return {
    async get(key) {
      check(key);
      return people.get(key);
    },
    async create(key, personId) {
      check(key);
      if (people.has(key)) throw new Failure('conflict', 'This key names somebody already; read it');
      people.set(key, personId);
    },
    async delete(key) {
      check(key);
      people.delete(key);
    },
  };
}

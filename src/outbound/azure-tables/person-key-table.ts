import { z } from 'zod';
import { Failure } from '../../core/failure.ts';
import type { PersonKeyStore } from '../../features/people/person-key-store.ts';
import { readRow } from './read-row.ts';
import type { Table } from './table.ts';

const columnsSchema = z.object({ personId: z.string().min(1) });

/**
 * Table PersonKeys: one partition per key, so that looking somebody up is one point read. The row key is the key once more: Azurite looks a row
 * up by its row key first, and one that all rows shared made each new key dearer than the one before.
 */
export function personKeyTable(table: Table): PersonKeyStore {
  return {
    async get(key) {
      const stored = await table.get(keysOf(key));
      return stored && readRow('person key', columnsSchema, stored).personId;
    },

    async create(key, personId) {
      await table.create(keysOf(key), { personId });
    },

    async delete(key) {
      await table.delete(keysOf(key));
    },
  };
}

/** Throws Failure `bug` for capitals: the same person would get two keys. */
export function checkPersonKey(key: string): void {
  if (key !== key.toLowerCase()) throw new Failure('bug', 'A person key has capitals; make it with aadKey');
}

function keysOf(key: string) {
  checkPersonKey(key);
  return { partitionKey: key, rowKey: key };
}

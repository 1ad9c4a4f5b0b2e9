import { Failure } from '../../src/core/failure.ts';
import { newId } from '../../src/core/ids.ts';
import type { PersonStore, PersonWrite } from '../../src/features/people/person-store.ts';
import {
  checkPersonChange,
  decodePersonRow,
  encodePersonRow,
  type PersonRowData,
  personRowKey,
} from '../../src/outbound/azure-tables/person-row-format.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

type Stored = PersonRowData & { etag: string };

export type MemoryPersonStore = PersonStore & {
  /** Every person id that has a row, and the keys of the rows: for scans after an erasure. */
  keys(): ReadonlyMap<string, readonly string[]>;
};

/** PersonStore in memory, with the behaviour of `personTable` (one contract suite holds both to it). */
export function memoryPersonStore(): MemoryPersonStore {
  const people = new Map<string, Map<string, Stored>>();

  const isConflict = (personId: string, rows: Map<string, Stored>, write: PersonWrite): boolean => {
    const stored = rows.get(personRowKey(personId, write.kind, write.key));
    if (write.op === 'create') return stored !== undefined;
    return write.op === 'replace' && stored?.etag !== write.etag;
  };

  return {
    async get(personId, row, key = '') {
      const rowKey = personRowKey(personId, row.kind, key);
      checkKeys({ partitionKey: personId, rowKey });
      const stored = people.get(personId)?.get(rowKey);
      return stored && { value: decodePersonRow(row, rowKey, stored), etag: stored.etag };
    },

    async *list(personId, row) {
      checkKeys({ partitionKey: personId, rowKey: row.kind });
      const rows = [...(people.get(personId) ?? [])].filter(([rowKey]) => rowKey.startsWith(`${row.kind}:`));
      for (const [rowKey, stored] of rows.sort(byKey)) {
        yield { value: decodePersonRow(row, rowKey, stored), etag: stored.etag };
      }
    },

    async commit(change) {
      checkPersonChange(change);
      const rows = people.get(change.personId) ?? new Map<string, Stored>();
      const encoded = change.writes.map((write) => {
        const rowKey = personRowKey(change.personId, write.kind, write.key);
        return { rowKey, row: write.op === 'delete' ? undefined : encodePersonRow(rowKey, write.value) };
      });
      if (change.writes.some((write) => isConflict(change.personId, rows, write))) {
        throw new Failure('conflict', 'Another writer changed these rows first; read again and decide again');
      }
      for (const { rowKey, row } of encoded) {
        if (!row) rows.delete(rowKey);
        else rows.set(rowKey, { ...row, etag: newId() });
      }
      people.set(change.personId, rows);
    },

    keys: () => new Map([...people].filter(([, rows]) => rows.size > 0).map(([id, rows]) => [id, [...rows.keys()]])),
  };
}

/** As storage sorts: by code unit, not by language. */
function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

import { odata } from '@azure/data-tables';
import type { PersonStore, PersonWrite } from '../../features/people/person-store.ts';
import {
  checkPersonChange,
  decodePersonRow,
  encodePersonRow,
  personRowKey,
  personRowRange,
} from './person-row-format.ts';
import { checkKeys, type StoredRow, type Table } from './table.ts';
import { type RowWrite, transact } from './transact.ts';

/** Table People: one partition per person, row key `kind:key`, the value as JSON in one column. */
export function personTable(table: Table): PersonStore {
  return {
    async get(personId, row, key = '') {
      const rowKey = personRowKey(personId, row.kind, key);
      const stored = await table.get({ partitionKey: personId, rowKey });
      return stored && { value: decodePersonRow(row, rowKey, stored), etag: stored.etag };
    },

    async *list(personId, row) {
      const { from, to } = personRowRange(row.kind);
      checkKeys({ partitionKey: personId, rowKey: from });
      const filter = odata`PartitionKey eq ${personId} and RowKey ge ${from} and RowKey lt ${to}`;
      for await (const stored of table.list(filter)) {
        const rowKey = rowKeyOf(stored);
        yield { value: decodePersonRow(row, rowKey, stored), etag: stored.etag };
      }
    },

    async commit(change) {
      checkPersonChange(change);
      await transact(
        table,
        change.personId,
        change.writes.map((write) => toRowWrite(change.personId, write)),
      );
    },
  };
}

function toRowWrite(personId: string, write: PersonWrite): RowWrite {
  const rowKey = personRowKey(personId, write.kind, write.key);
  if (write.op === 'delete') return { op: 'delete', rowKey };
  const columns = encodePersonRow(rowKey, write.value);
  return write.op === 'create'
    ? { op: 'create', rowKey, columns }
    : { op: 'replace', rowKey, columns, etag: write.etag };
}

const rowKeyOf = ({ rowKey }: StoredRow): string => rowKey ?? '';

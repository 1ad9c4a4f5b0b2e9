import { odata } from '@azure/data-tables';
import {
  type AccessRequest,
  type AccessRequestStore,
  accessRequestSchema,
} from '../../features/people/access-request.ts';
import { createOnce } from './create-once.ts';
import { readRow } from './read-row.ts';
import type { RowKeys, StoredRow, Table } from './table.ts';

const partition = 'request';

/** Table Requests: one row for each account that has asked. */
export function accessRequestTable(table: Table): AccessRequestStore {
  return {
    async get(aadObjectId) {
      const stored = await table.get(requestKeys(aadObjectId));
      return stored && requestOf(stored);
    },
    async create({ aadObjectId, askedOn }) {
      await createOnce(table, requestKeys(aadObjectId), { askedOn });
    },
    async *list() {
      for await (const stored of table.list(odata`PartitionKey eq ${partition}`)) yield requestOf(stored);
    },
    delete: (aadObjectId) => table.delete(requestKeys(aadObjectId)),
  };
}

export const requestKeys = (aadObjectId: string): RowKeys => ({
  partitionKey: partition,
  rowKey: aadObjectId.toLowerCase(),
});

const requestOf = (stored: StoredRow): AccessRequest =>
  readRow('access request', accessRequestSchema, { ...stored, aadObjectId: stored.rowKey });

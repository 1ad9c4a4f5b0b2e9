import { z } from 'zod';
import {
  type DirectoryMarkStore,
  type DirectoryState,
  directoryStateSchema,
} from '../../features/people/directory-mark-store.ts';
import { readJson } from './read-json.ts';
import { readRow } from './read-row.ts';
import type { Columns, Table } from './table.ts';

const keys = { partitionKey: 'directory', rowKey: 'mark' };
const storedSchema = z.object({ data: z.string(), etag: z.string() });

/** Table Roster, beside the imports: one row, which says how far the directory was read. */
export function directoryMarkTable(table: Table): DirectoryMarkStore {
  return {
    async get() {
      const row = await table.get(keys);
      if (!row) return undefined;
      const { data, etag } = readRow('directory mark', storedSchema, row);
      return { value: readRow('directory mark', directoryStateSchema, readJson(data)), etag };
    },
    async create(state) {
      await table.create(keys, columnsOf(state));
    },
    async replace(state, etag) {
      await table.replace(keys, columnsOf(state), etag);
    },
  };
}

const columnsOf = (state: DirectoryState): Columns => ({ data: JSON.stringify(state) });

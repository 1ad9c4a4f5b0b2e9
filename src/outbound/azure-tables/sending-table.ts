import { type SendingState, type SendingStore, sendingStateSchema } from '../../features/reminders/sending-store.ts';
import { readRow } from './read-row.ts';
import type { Columns, Table } from './table.ts';

const keys = { partitionKey: 'sending', rowKey: 'switch' };

/** Table Sending: one row, which says whether all sending is stopped. */
export function sendingTable(table: Table): SendingStore {
  return {
    async get() {
      const stored = await table.get(keys);
      return stored && { value: readRow('sending', sendingStateSchema, stored), etag: stored.etag };
    },
    create: (state) => table.create(keys, columnsOf(state)),
    replace: (state, etag) => table.replace(keys, columnsOf(state), etag),
  };
}

const columnsOf = ({ state, by, at }: SendingState): Columns => ({ state, by, at: at.toISOString() });

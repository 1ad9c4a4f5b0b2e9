import { odata } from '@azure/data-tables';
import { type AuditEntry, type AuditStore, auditEntrySchema, auditMonthOf } from '../../features/people/audit-store.ts';
import { createOnce } from './create-once.ts';
import { newestFirstKey } from './newest-first-key.ts';
import { readRow } from './read-row.ts';
import type { Columns, RowKeys, Table } from './table.ts';

/** How the tables of months are found, made and dropped, by the name without the prefix. */
export type MonthTables = {
  /** Opens the table, and makes it where it is missing. */
  open(name: string): Promise<Table>;
  /** The names that begin like this, in order. */
  list(start: string): AsyncIterable<string>;
  /** Fine if absent. */
  drop(name: string): Promise<void>;
};

const tableStart = 'Audit';

/** Tables `Audit{yyyyMM}`: a partition for each who acted, the newest first. */
export function auditTable({ open, list, drop }: MonthTables): AuditStore {
  const tables = new Map<string, Promise<Table>>();

  function tableOf(month: string): Promise<Table> {
    const known = tables.get(month);
    if (known) return known;
    const opened = open(`${tableStart}${month}`);
    tables.set(month, opened);
    // What could not be opened is tried again by the next who asks.
    opened.catch(() => tables.delete(month));
    return opened;
  }

  return {
    async create(entry) {
      const table = await tableOf(auditMonthOf(entry.at));
      await createOnce(table, keysOf(entry), columnsOf(entry));
    },

    async *list(month, actorId) {
      const table = await tableOf(month);
      for await (const stored of table.list(odata`PartitionKey eq ${actorId}`)) {
        yield readRow('audit entry', auditEntrySchema, stored);
      }
    },

    async *listMonth(month) {
      const table = await tableOf(month);
      for await (const stored of table.list(odata`RowKey ge ${'0'}`)) {
        yield readRow('audit entry', auditEntrySchema, stored);
      }
    },

    async *listAbout(month, personId) {
      const table = await tableOf(month);
      for await (const stored of table.list(odata`PartitionKey eq ${personId} or subjectId eq ${personId}`)) {
        yield readRow('audit entry', auditEntrySchema, stored);
      }
    },

    async *listMonths() {
      for await (const name of list(tableStart)) yield name.slice(tableStart.length);
    },

    async deleteMonth(month) {
      tables.delete(month);
      await drop(`${tableStart}${month}`);
    },
  };
}

export function keysOf({ actorId, at, entryId }: AuditEntry): RowKeys {
  return { partitionKey: actorId, rowKey: newestFirstKey(at, entryId) };
}

function columnsOf({ at, ...entry }: AuditEntry): Columns {
  return { ...entry, at: at.toISOString() };
}

import { odata } from '@azure/data-tables';
import { type AuditEntry, type AuditStore, auditEntrySchema, auditMonthOf } from '../../features/people/audit-store.ts';
import { createOnce } from './create-once.ts';
import { readRow } from './read-row.ts';
import type { Columns, RowKeys, Table } from './table.ts';

/** 13 digits that grow smaller with time, so that the newest comes first. */
const farthestMs = 9_999_999_999_999;

/** Tables `Audit{yyyyMM}`: a partition for each who acted, the newest first. `open` opens, and makes, the table of a name. */
export function auditTable(open: (name: string) => Promise<Table>): AuditStore {
  const tables = new Map<string, Promise<Table>>();

  function tableOf(month: string): Promise<Table> {
    const known = tables.get(month);
    if (known) return known;
    const opened = open(`Audit${month}`);
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
  };
}

export function keysOf({ actorId, at, entryId }: AuditEntry): RowKeys {
  const newestFirst = String(farthestMs - at.getTime()).padStart(13, '0');
  return { partitionKey: actorId, rowKey: `${newestFirst}:${entryId}` };
}

function columnsOf({ entryId, at, actorId, action, subjectId, moduleId }: AuditEntry): Columns {
  const told = { entryId, at: at.toISOString(), actorId, action, subjectId };
  return moduleId === undefined ? told : { ...told, moduleId };
}

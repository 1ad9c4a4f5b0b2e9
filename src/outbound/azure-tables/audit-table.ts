import { isFailure } from '../../core/failure.ts';
import type { AuditEntry, AuditStore } from '../../features/people/audit.ts';
import type { Columns, RowKeys, Table } from './table.ts';

/**
 * Tables Audit{yyyyMM}, one for each month (UTC), so that a month is dropped whole. A partition per person who acted, the newest
 * first. The key is all of the entry, so that appending the same again changes nothing. `open` makes the table when it is missing.
 */
export function auditTable(open: (name: string) => Promise<Table>): AuditStore {
  const months = new Map<string, Promise<Table>>();

  function tableOf(name: string): Promise<Table> {
    const known = months.get(name);
    if (known) return known;
    const opened = open(name).catch((error: unknown) => {
      // The next one tries again.
      months.delete(name);
      throw error;
    });
    months.set(name, opened);
    return opened;
  }

  return {
    async append(entry) {
      const table = await tableOf(auditTableName(entry.at));
      try {
        await table.create(auditKeys(entry), columnsOf(entry));
      } catch (error) {
        if (!isFailure(error, 'conflict')) throw error;
      }
    },
  };
}

export const auditTableName = (at: Date): string => `Audit${at.toISOString().slice(0, 7).replace('-', '')}`;

/** The latest instant that a Date can hold, in milliseconds: 16 digits. */
const latestMs = 8_640_000_000_000_000;

/** Where an entry lies. */
export function auditKeys({ at, byPersonId, action, personId = '', moduleId = '' }: AuditEntry): RowKeys {
  const inverted = String(latestMs - at.getTime()).padStart(16, '0');
  return { partitionKey: byPersonId, rowKey: `${inverted}:${action}:${personId}:${moduleId}` };
}

function columnsOf({ at, byPersonId, action, personId, moduleId }: AuditEntry): Columns {
  const whom = { ...(personId !== undefined && { personId }), ...(moduleId !== undefined && { moduleId }) };
  return { at: at.toISOString(), byPersonId, action, ...whom };
}

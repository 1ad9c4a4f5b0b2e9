import {
  type AuditEntry,
  type AuditStore,
  auditEntrySchema,
  auditMonthOf,
} from '../../src/features/people/audit-store.ts';
import { keysOf } from '../../src/outbound/azure-tables/audit-table.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** AuditStore in memory, with the behaviour of `auditTable`. */
export function memoryAuditStore(): AuditStore {
  const rows = new Map<string, AuditEntry>();
  return {
    async create(entry) {
      const keys = keysOf(entry);
      checkKeys(keys);
      const key = `${keys.partitionKey} ${keys.rowKey}`;
      if (!rows.has(key)) rows.set(key, auditEntrySchema.parse(entry));
    },
    async *list(month, actorId) {
      const inKeyOrder = [...rows].sort(([left], [right]) => (left < right ? -1 : 1));
      for (const [, entry] of inKeyOrder) {
        if (entry.actorId === actorId && auditMonthOf(entry.at) === month) yield { ...entry };
      }
    },
    async *listMonth(month) {
      for (const entry of rows.values()) if (auditMonthOf(entry.at) === month) yield { ...entry };
    },
    async *listAbout(month, personId) {
      for (const entry of rows.values()) {
        const isAbout = entry.actorId === personId || entry.subjectId === personId;
        if (isAbout && auditMonthOf(entry.at) === month) yield { ...entry };
      }
    },
    async *listMonths() {
      yield* [...new Set([...rows.values()].map(({ at }) => auditMonthOf(at)))].sort();
    },
    async deleteMonth(month) {
      for (const [key, { at }] of [...rows]) if (auditMonthOf(at) === month) rows.delete(key);
    },
  };
}

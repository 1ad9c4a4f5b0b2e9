import { type AuditEntry, type AuditStore, auditMonthOf } from '../../src/features/people/audit-store.ts';
import { keysOf } from '../../src/outbound/azure-tables/audit-table.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** AuditStore in memory, with the behaviour of `auditTable`. */
export function memoryAuditStore(): AuditStore {
  const rows = new Map<string, AuditEntry>();
  return {
    async create(entry) {
      const keys = keysOf(entry);
      checkKeys(keys);
      const { entryId, at, actorId, action, subjectId, moduleId } = entry;
      if (!rows.has(keys.rowKey)) rows.set(keys.rowKey, { entryId, at, actorId, action, subjectId, moduleId });
    },
    async *list(month, actorId) {
      const inKeyOrder = [...rows].sort(([left], [right]) => (left < right ? -1 : 1));
      for (const [, entry] of inKeyOrder) {
        if (entry.actorId === actorId && auditMonthOf(entry.at) === month) yield { ...entry };
      }
    },
  };
}

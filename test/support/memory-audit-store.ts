import type { AuditEntry, AuditStore } from '../../src/features/people/audit.ts';
import { auditKeys } from '../../src/outbound/azure-tables/audit-table.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

export type MemoryAuditStore = AuditStore & { entries(): readonly AuditEntry[] };

/** AuditStore in memory, with the behaviour of `auditTable`. */
export function memoryAuditStore(): MemoryAuditStore {
  const entries = new Map<string, AuditEntry>();
  return {
    async append(entry) {
      const keys = auditKeys(entry);
      checkKeys(keys);
      entries.set(`${keys.partitionKey}|${keys.rowKey}`, entry);
    },
    entries: () => [...entries.values()],
  };
}

import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { memoryAccessRequestStore } from './memory-access-request-store.ts';
import { memoryAuditStore } from './memory-audit-store.ts';
import { memoryContentStore } from './memory-content-store.ts';
import { memoryDirectoryMarkStore } from './memory-directory-mark-store.ts';
import { memoryDueStore } from './memory-due-store.ts';
import { memoryGroupStore } from './memory-group-store.ts';
import { memoryPersonKeyStore } from './memory-person-key-store.ts';
import { memoryPersonStore } from './memory-person-store.ts';
import { memoryReportStore } from './memory-report-store.ts';
import { memoryRollupStore } from './memory-rollup-store.ts';
import { memoryRosterRunStore } from './memory-roster-run-store.ts';
import { memorySendingStore } from './memory-sending-store.ts';
import { memorySlotStore } from './memory-slot-store.ts';
import { memoryTextStore } from './memory-text-store.ts';
import { memoryTickStore } from './memory-tick-store.ts';
import { memoryUnitStore } from './memory-unit-store.ts';
import { memoryUseStore } from './memory-use-store.ts';

/** Every table store in memory, empty. */
export function memoryStores(): TableStores {
  return {
    people: memoryPersonStore(),
    personKeys: memoryPersonKeyStore(),
    units: memoryUnitStore(),
    dues: memoryDueStore(),
    ticks: memoryTickStore(),
    slots: memorySlotStore(),
    sending: memorySendingStore(),
    groups: memoryGroupStore(),
    audit: memoryAuditStore(),
    content: memoryContentStore(),
    texts: memoryTextStore(),
    reports: memoryReportStore(),
    rosterRuns: memoryRosterRunStore(),
    accessRequests: memoryAccessRequestStore(),
    rollups: memoryRollupStore(),
    uses: memoryUseStore(),
    directoryMarks: memoryDirectoryMarkStore(),
    check: async () => {},
  };
}

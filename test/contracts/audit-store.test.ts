import { TableClient } from '@azure/data-tables';
import { inject } from 'vitest';
import { z } from 'zod';
import type { AuditEntry } from '../../src/features/people/audit.ts';
import { auditTableName } from '../../src/outbound/azure-tables/audit-table.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryAuditStore } from '../support/memory-audit-store.ts';
import { auditStoreContract } from './audit-store.contract.ts';

const rowSchema = z.object({
  at: z.coerce.date(),
  byPersonId: z.string(),
  action: z.string(),
  personId: z.string().optional(),
  moduleId: z.string().optional(),
});

auditStoreContract('memory', async () => {
  const store = memoryAuditStore();
  return { store, read: async () => store.entries() };
});

auditStoreContract('Azurite', async () => {
  const prefix = newPrefix();
  const { audit } = await openTestTables({ prefix });
  return { store: audit, read: () => readMonths(prefix, ['2026-11-01', '2026-12-01']) };
});

async function readMonths(prefix: string, months: readonly string[]): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const month of months) {
    const name = `${prefix}${auditTableName(new Date(month))}`;
    const client = TableClient.fromConnectionString(inject('azurite'), name, { allowInsecureConnection: true });
    await client.createTable();
    for await (const row of client.listEntities()) entries.push(rowSchema.parse(row));
  }
  return entries;
}

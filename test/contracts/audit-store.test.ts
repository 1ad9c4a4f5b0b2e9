import { openTestTables } from '../support/azurite.ts';
import { memoryAuditStore } from '../support/memory-audit-store.ts';
import { auditStoreContract } from './audit-store.contract.ts';

auditStoreContract('memory', async () => memoryAuditStore());
auditStoreContract('Azurite', async () => (await openTestTables()).audit);

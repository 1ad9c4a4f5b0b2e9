import { openTestTables } from '../support/azurite.ts';
import { memoryDueStore } from '../support/memory-due-store.ts';
import { dueStoreContract } from './due-store.contract.ts';

dueStoreContract('memory', async () => memoryDueStore());
dueStoreContract('Azurite', async () => (await openTestTables()).dues);

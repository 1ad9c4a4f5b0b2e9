import { openTestTables } from '../support/azurite.ts';
import { memoryUnitStore } from '../support/memory-unit-store.ts';
import { unitStoreContract } from './unit-store.contract.ts';

unitStoreContract('memory', async () => memoryUnitStore());
unitStoreContract('Azurite', async () => (await openTestTables()).units);

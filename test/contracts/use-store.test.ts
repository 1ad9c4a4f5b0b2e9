import { openTestTables } from '../support/azurite.ts';
import { memoryUseStore } from '../support/memory-use-store.ts';
import { useStoreContract } from './use-store.contract.ts';

useStoreContract('memory', async () => memoryUseStore());
useStoreContract('Azurite', async () => (await openTestTables()).uses);

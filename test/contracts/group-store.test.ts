import { openTestTables } from '../support/azurite.ts';
import { memoryGroupStore } from '../support/memory-group-store.ts';
import { groupStoreContract } from './group-store.contract.ts';

groupStoreContract('memory', async () => memoryGroupStore());
groupStoreContract('Azurite', async () => (await openTestTables()).groups);

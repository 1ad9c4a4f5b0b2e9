import { openTestTables } from '../support/azurite.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { personStoreContract } from './person-store.contract.ts';

personStoreContract('memory', async () => memoryPersonStore());
personStoreContract('Azurite', async () => (await openTestTables()).people);

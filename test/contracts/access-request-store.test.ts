import { openTestTables } from '../support/azurite.ts';
import { memoryAccessRequestStore } from '../support/memory-access-request-store.ts';
import { accessRequestStoreContract } from './access-request-store.contract.ts';

accessRequestStoreContract('memory', async () => memoryAccessRequestStore());
accessRequestStoreContract('Azurite', async () => (await openTestTables()).accessRequests);

import { openTestTables } from '../support/azurite.ts';
import { memoryContentStore } from '../support/memory-content-store.ts';
import { contentStoreContract } from './content-store.contract.ts';

contentStoreContract('memory', async () => memoryContentStore());
contentStoreContract('Azurite', async () => (await openTestTables()).content);

import { openTestTables } from '../support/azurite.ts';
import { memoryTextStore } from '../support/memory-text-store.ts';
import { textStoreContract } from './text-store.contract.ts';

textStoreContract('memory', async () => memoryTextStore());
textStoreContract('Azurite', async () => (await openTestTables()).texts);

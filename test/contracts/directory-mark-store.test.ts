import { openTestTables } from '../support/azurite.ts';
import { memoryDirectoryMarkStore } from '../support/memory-directory-mark-store.ts';
import { directoryMarkStoreContract } from './directory-mark-store.contract.ts';

directoryMarkStoreContract('memory', async () => memoryDirectoryMarkStore());
directoryMarkStoreContract('Azurite', async () => (await openTestTables()).directoryMarks);

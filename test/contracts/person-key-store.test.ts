import { openTestTables } from '../support/azurite.ts';
import { memoryPersonKeyStore } from '../support/memory-person-key-store.ts';
import { personKeyStoreContract } from './person-key-store.contract.ts';

personKeyStoreContract('memory', async () => memoryPersonKeyStore());
personKeyStoreContract('Azurite', async () => (await openTestTables()).personKeys);

import { openTestTables } from '../support/azurite.ts';
import { memoryTickStore } from '../support/memory-tick-store.ts';
import { tickStoreContract } from './tick-store.contract.ts';

tickStoreContract('memory', async () => memoryTickStore());
tickStoreContract('Azurite', async () => (await openTestTables()).ticks);

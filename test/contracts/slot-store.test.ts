import { openTestTables } from '../support/azurite.ts';
import { memorySlotStore } from '../support/memory-slot-store.ts';
import { slotStoreContract } from './slot-store.contract.ts';

slotStoreContract('memory', async () => memorySlotStore());
slotStoreContract('Azurite', async () => (await openTestTables()).slots);

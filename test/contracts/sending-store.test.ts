import { openTestTables } from '../support/azurite.ts';
import { memorySendingStore } from '../support/memory-sending-store.ts';
import { sendingStoreContract } from './sending-store.contract.ts';

sendingStoreContract('memory', async () => memorySendingStore());
sendingStoreContract('Azurite', async () => (await openTestTables()).sending);

import { openTestTables } from '../support/azurite.ts';
import { memoryRollupStore } from '../support/memory-rollup-store.ts';
import { rollupStoreContract } from './rollup-store.contract.ts';

rollupStoreContract('memory', async () => memoryRollupStore());
rollupStoreContract('Azurite', async () => (await openTestTables()).rollups);

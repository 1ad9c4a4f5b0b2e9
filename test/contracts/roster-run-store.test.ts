import { openTestTables } from '../support/azurite.ts';
import { memoryRosterRunStore } from '../support/memory-roster-run-store.ts';
import { rosterRunStoreContract } from './roster-run-store.contract.ts';

rosterRunStoreContract('memory', async () => memoryRosterRunStore());
rosterRunStoreContract('Azurite', async () => (await openTestTables()).rosterRuns);

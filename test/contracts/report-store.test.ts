import { openTestTables } from '../support/azurite.ts';
import { memoryReportStore } from '../support/memory-report-store.ts';
import { reportStoreContract } from './report-store.contract.ts';

reportStoreContract('memory', async () => memoryReportStore());
reportStoreContract('Azurite', async () => (await openTestTables()).reports);

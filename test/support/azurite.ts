import { inject } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import { Secret } from '../../src/core/secret.ts';
import { openQueues, type Queues } from '../../src/outbound/azure-queue/open-queues.ts';
import type { StorageConnection } from '../../src/outbound/azure-storage/storage-connection.ts';
import { openTables, type TableStores } from '../../src/outbound/azure-tables/open-tables.ts';

export { startAzurite } from '../../src/tools/azurite.ts';

/** A prefix for tables and queues that no other suite has. */
export const newPrefix = (): string => `t${newId().slice(0, 12)}`;

/** The Azurite of this run (see azurite-setup.ts), or another, or one behind a fault proxy. */
export const connectionTo = (connectionString: string = inject('azurite')): StorageConnection => ({
  kind: 'connection-string',
  connectionString: new Secret(connectionString),
});

/** A machine busy with tests stalls now and then; only tests about deadlines want a short one. */
const requestTimeoutMs = 10_000;

/** Every table store on its own new tables. */
export const openTestTables = (options: Partial<Parameters<typeof openTables>[0]> = {}): Promise<TableStores> =>
  openTables({ connection: connectionTo(), prefix: newPrefix(), requestTimeoutMs, ...options });

/** The queues on their own new names. */
export const openTestQueues = (options: Partial<Parameters<typeof openQueues>[0]> = {}): Promise<Queues> =>
  openQueues({ connection: connectionTo(), prefix: newPrefix(), requestTimeoutMs, ...options });

import { TableClient, TableServiceClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { ContentStore } from '../../features/content/content-store.ts';
import type { TextStore } from '../../features/content/text-store.ts';
import type { GroupStore } from '../../features/groups/group-store.ts';
import type { UseStore } from '../../features/guide/count-use.ts';
import type { AccessRequestStore } from '../../features/people/access-request.ts';
import type { AuditStore } from '../../features/people/audit-store.ts';
import type { DirectoryMarkStore } from '../../features/people/directory-mark-store.ts';
import type { PersonKeyStore } from '../../features/people/person-key-store.ts';
import type { PersonStore } from '../../features/people/person-store.ts';
import type { RosterRunStore } from '../../features/people/roster-run-store.ts';
import type { UnitStore } from '../../features/people/unit-store.ts';
import type { DueStore } from '../../features/reminders/due-store.ts';
import type { SendingStore } from '../../features/reminders/sending-store.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';
import type { ReportStore } from '../../features/reports/report-store.ts';
import type { RollupStore } from '../../features/rollups/rollup-store.ts';
import {
  defaultRequestTimeoutMs,
  type Patience,
  patienceFrom,
  patientRequest,
} from '../azure-storage/patient-request.ts';
import {
  checkEncrypted,
  checkPrefix,
  readConnectionString,
  type StorageConnection,
  signInTo,
} from '../azure-storage/storage-connection.ts';
import { accessRequestTable } from './access-request-table.ts';
import { auditTable } from './audit-table.ts';
import { contentTable } from './content-table.ts';
import { directoryMarkTable } from './directory-mark-table.ts';
import { dueTable } from './due-table.ts';
import { groupTable } from './group-table.ts';
import { personKeyTable } from './person-key-table.ts';
import { personTable } from './person-table.ts';
import { reportTable } from './report-table.ts';
import { rollupTable } from './rollup-table.ts';
import { rosterRunTable } from './roster-run-table.ts';
import { sendingTable } from './sending-table.ts';
import { slotTable } from './slot-table.ts';
import { openTable, type Table } from './table.ts';
import { tablesByName } from './tables-by-name.ts';
import { textTable } from './text-table.ts';
import { tickTable } from './tick-table.ts';
import { unitTable } from './unit-table.ts';
import { useTable } from './use-table.ts';

export type TableStores = {
  people: PersonStore;
  personKeys: PersonKeyStore;
  units: UnitStore;
  dues: DueStore;
  ticks: TickStore;
  slots: SlotStore;
  sending: SendingStore;
  groups: GroupStore;
  audit: AuditStore;
  content: ContentStore;
  texts: TextStore;
  reports: ReportStore;
  rosterRuns: RosterRunStore;
  accessRequests: AccessRequestStore;
  rollups: RollupStore;
  uses: UseStore;
  directoryMarks: DirectoryMarkStore;
  /** One small read, for who watches over storage. Throws Failure when storage cannot be used. */
  check(): Promise<void>;
};

type TableOptions = { connection: StorageConnection; prefix: string; requestTimeoutMs?: number };

/** Stores that may be asked before their tables are there: then they throw Failure `unavailable`. */
export type PreparedTables = {
  stores: TableStores;
  /** Creates the tables that are missing, as often as it is asked. Throws Failure `unavailable` when storage does not answer. */
  create(): Promise<void>;
};

/**
 * Opens every store that is kept in Azure Table Storage, and creates the tables that are missing.
 * Throws Failure `invalid` for impossible settings, `unavailable` when storage does not answer.
 */
export async function openTables(options: TableOptions): Promise<TableStores> {
  const { stores, create } = await prepareTables(options);
  await create();
  return stores;
}

/**
 * The same without a request: for who must not wait for storage.
 * `prefix` stands in front of each table's name (at most 20 of a–z and 0–9, a letter first, or empty). `requestTimeoutMs` is the longest
 * that one try of a write may take (2 s); a read gets less than a quarter, a page of a list five times that.
 * Throws Failure `invalid` for impossible settings.
 */
export async function prepareTables(options: TableOptions): Promise<PreparedTables> {
  const { connection, prefix, requestTimeoutMs = defaultRequestTimeoutMs } = options;
  checkPrefix(prefix);
  const patience = patienceFrom(requestTimeoutMs);
  const clients = await clientsOf(connection);
  const wanted: TableClient[] = [];
  const table = (name: string): Table => {
    const client = clients.table(`${prefix}${name}`);
    wanted.push(client);
    return openTable(client, patience);
  };
  /** For the tables of months, which nobody can name beforehand. */
  const open = async (name: string): Promise<Table> => {
    const client = clients.table(`${prefix}${name}`);
    await createMissing(client, patience);
    return openTable(client, patience);
  };
  const ticks = table('Ticks');
  const roster = table('Roster');
  const stores: TableStores = {
    people: personTable(table('People')),
    personKeys: personKeyTable(table('PersonKeys')),
    units: unitTable({ units: table('Units'), leaders: table('Leaders') }),
    dues: dueTable(table('Due')),
    ticks: tickTable(ticks),
    slots: slotTable(table('Slots')),
    sending: sendingTable(table('Sending')),
    groups: groupTable(table('Groups')),
    audit: auditTable({ open, ...tablesByName(clients.service, prefix, patience) }),
    content: contentTable(table('Content')),
    texts: textTable(table('Texts')),
    reports: reportTable(table('Reports')),
    rosterRuns: rosterRunTable(roster),
    accessRequests: accessRequestTable(table('Requests')),
    rollups: rollupTable(table('Rollups')),
    uses: useTable(table('Uses')),
    directoryMarks: directoryMarkTable(roster),
    async check() {
      await ticks.get({ partitionKey: 'check', rowKey: 'check' });
    },
  };
  return {
    stores,
    async create() {
      await Promise.all(wanted.map((client) => createMissing(client, patience)));
    },
  };
}

/** Our own retries stand in for the SDK's: see patientRequest. */
const clientOptions: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };

type Clients = { table(name: string): TableClient; service: TableServiceClient };

async function clientsOf(connection: StorageConnection): Promise<Clients> {
  if (connection.kind === 'account') {
    const { url, credential } = await signInTo(connection, 'table');
    return {
      table: (name) => new TableClient(url, name, credential, clientOptions),
      service: new TableServiceClient(url, credential, clientOptions),
    };
  }
  return readConnectionString(connection.connectionString, (text) => {
    const { url } = TableServiceClient.fromConnectionString(text);
    checkEncrypted(url);
    const allOptions = { ...clientOptions, allowInsecureConnection: url.startsWith('http:') };
    return {
      table: (name: string) => TableClient.fromConnectionString(text, name, allOptions),
      service: TableServiceClient.fromConnectionString(text, allOptions),
    };
  });
}

/** A start may meet a storage account that is just waking, or sign-in for the first time, so it waits longer. */
async function createMissing(client: TableClient, patience: Patience): Promise<void> {
  const startMs = Math.max(patience.pageMs, 10_000);
  await patientRequest(`create table ${client.tableName}`, startMs, (abortSignal) =>
    client.createTable({ abortSignal }),
  );
}

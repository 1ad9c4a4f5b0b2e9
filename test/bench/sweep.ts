import { TableClient } from '@azure/data-tables';
import { newId } from '../../src/core/ids.ts';
import { addDays, type LocalDate } from '../../src/core/local-date.ts';
import { Secret } from '../../src/core/secret.ts';
import type { Due, DueStore } from '../../src/features/reminders/due-store.ts';
import { findDue } from '../../src/features/reminders/find-due.ts';
import { dueKeys } from '../../src/outbound/azure-tables/due-table.ts';
import { openTables } from '../../src/outbound/azure-tables/open-tables.ts';
import { startAzurite } from '../../src/tools/azurite.ts';
import { portIn, startFaultProxy, throughProxy } from '../support/fault-proxy.ts';

/**
 * What one sweep of the tick costs storage when 1,000 people have something due, among more and more people who have something later.
 * Azurite itself reads a whole table for a list, so its time says little: requests and rows are the measure. Beside it a plain scan.
 */
const due = 1_000;
const today: LocalDate = '2026-11-26';
const now = new Date('2026-11-26T09:00:00Z');
/** What lies ahead is spread over so many days. */
const daysAhead = 30;

const azurite = await startAzurite();
const proxy = await startFaultProxy(portIn(azurite.connectionString, 'Table'));

for (const people of [1_000, 10_000, 100_000]) {
  const prefix = `b${newId().slice(0, 12)}`;
  const { dues } = await openTables({ connection: straight(), prefix, requestTimeoutMs: 30_000 });
  await fill(`${prefix}Due`, people);
  const through = await openTables({
    ...{
      connection: {
        kind: 'connection-string',
        connectionString: new Secret(throughProxy(azurite.connectionString, { tables: proxy })),
      },
    },
    ...{ prefix, requestTimeoutMs: 30_000 },
  });
  const { counted, rows } = countRows(through.dues);
  const before = proxy.seen.length;
  const sweepBegan = performance.now();
  const { people: found } = await findDue(
    { due: counted, queue: { send: async () => {} }, zone: 'Europe/Oslo' },
    now,
    0,
  );
  const sweepMs = performance.now() - sweepBegan;
  const reads = proxy.seen.slice(before).filter(({ method }) => method === 'GET').length;
  const scanBegan = performance.now();
  let scanned = 0;
  for await (const row of dues.list('2020-01-01', '2100-01-01')) if (row.dueOn) scanned += 1;
  const scanMs = performance.now() - scanBegan;
  console.log(
    `sweep: ${found} due among ${String(people).padStart(6)}: ${reads} reads of ${rows()} rows, ${(sweepMs / 1000).toFixed(1)} s with marking each · a plain scan reads ${scanned} rows, ${(scanMs / 1000).toFixed(1)} s`,
  );
}
await proxy.stop();
await azurite.stop();
process.exit(0);

function straight() {
  return { kind: 'connection-string' as const, connectionString: new Secret(azurite.connectionString) };
}

/** The due index as the service writes it, a hundred rows at a time. */
async function fill(table: string, people: number): Promise<void> {
  const client = TableClient.fromConnectionString(azurite.connectionString, table, { allowInsecureConnection: true });
  const byPartition = new Map<string, Due[]>();
  for (let index = 0; index < people; index += 1) {
    const dueOn = index < due ? today : addDays(today, 1 + (index % daysAhead));
    const row: Due = {
      dueOn,
      dueTime: '09:00',
      personId: `person-${index}`,
      moduleId: 'meldeplikt',
      cycle: 1,
      stepId: 'day-3',
    };
    const { partitionKey } = dueKeys(row);
    byPartition.set(partitionKey, [...(byPartition.get(partitionKey) ?? []), row]);
  }
  for (const rows of byPartition.values()) {
    for (let from = 0; from < rows.length; from += 100) {
      await client.submitTransaction(
        rows.slice(from, from + 100).map((row) => ['create', { ...dueKeys(row), ...row }]),
      );
    }
  }
}

function countRows(store: DueStore): { counted: DueStore; rows: () => number } {
  let rows = 0;
  const counted: DueStore = {
    ...store,
    async *list(from, to) {
      for await (const row of store.list(from, to)) {
        rows += 1;
        yield row;
      }
    },
  };
  return { counted, rows: () => rows };
}

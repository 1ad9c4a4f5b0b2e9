import { TableClient } from '@azure/data-tables';
import { newId } from '../../src/core/ids.ts';
import { inParallel } from '../../src/features/reminders/in-parallel.ts';

const atOnce = 24;
const inUnit = 40;
const data = 'x'.repeat(350);

/** The requests that so many new people cost at the least, as a plain loop of the storage's own client: what an import is held against. */
export async function writeRaw(connection: string, people: number): Promise<void> {
  const prefix = `t${newId().slice(0, 12)}`;
  const open = async (name: string): Promise<TableClient> => {
    const client = TableClient.fromConnectionString(connection, `${prefix}${name}`, { allowInsecureConnection: true });
    await client.createTable();
    return client;
  };
  const [keys, units, persons] = [await open('Keys'), await open('Units'), await open('Persons')];
  const ids = Array.from({ length: people }, newId);
  const keyOf = async (partitionKey: string, personId: string) =>
    void (await keys.createEntity({ partitionKey, rowKey: partitionKey, personId, writeId: newId() }));
  await inParallel(ids, atOnce, (id) => keyOf(`upn:${id}${id}`, id));
  await inParallel(ids, atOnce, (id) => keyOf(`aad:${id}`, id));
  const starts = Array.from({ length: Math.ceil(people / inUnit) }, (_, at) => at * inUnit);
  await inParallel(starts, atOnce, async (from) => {
    const members = ids.slice(from, from + inUnit);
    await units.submitTransaction(
      members.map((id) => ['create', { partitionKey: `e${from}`, rowKey: `member:${id}`, writeId: newId() }]),
    );
  });
  await inParallel(ids, atOnce, async (partitionKey) => {
    const row = { partitionKey, data, schema: 1, writeId: newId() };
    await persons.submitTransaction([
      ['create', { ...row, rowKey: `profile:${partitionKey}` }],
      ['create', { ...row, rowKey: `member:2020-01-01:${partitionKey}` }],
    ]);
  });
}

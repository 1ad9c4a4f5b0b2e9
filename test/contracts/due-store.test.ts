import { TableClient } from '@azure/data-tables';
import { expect, inject, it } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import type { Due } from '../../src/features/reminders/due-store.ts';
import { dueKeys } from '../../src/outbound/azure-tables/due-table.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryDueStore } from '../support/memory-due-store.ts';
import { dueStoreContract } from './due-store.contract.ts';

dueStoreContract('memory', async () => memoryDueStore());
dueStoreContract('Azurite', async () => (await openTestTables()).dues);

it('leaves out a row that a newer version wrote or a hand spoilt, says so, and lists the others', async () => {
  const prefix = newPrefix();
  const { dues } = await openTestTables({ prefix });
  const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}Due`, {
    allowInsecureConnection: true,
  });
  const due = (personId: string): Due => ({ kind: 'ping', dueOn: '2026-12-31', dueTime: '09:05', personId });
  const { dueOn, dueTime } = due('kari');
  for (const personId of ['kari', 'ola']) await dues.create(due(personId));
  await client.createEntity({ ...dueKeys(due('per')), dueOn, dueTime, personId: 'per', kind: 'party' });
  await client.createEntity({ ...dueKeys(due('siv')), dueOn, dueTime: '9.05', personId: 'siv', kind: 'ping' });
  let unreadable = 0;
  const rows = await toArray(
    dues.list(dueOn, dueOn, () => {
      unreadable += 1;
    }),
  );
  expect(rows.map(({ personId }) => personId).sort()).toEqual(['kari', 'ola']);
  expect(unreadable).toBe(2);
});

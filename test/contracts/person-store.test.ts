import { TableClient } from '@azure/data-tables';
import { expect, inject, test } from 'vitest';
import { preferencesRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { aPerson } from '../support/person-builder.ts';
import { personStoreContract } from './person-store.contract.ts';

personStoreContract('memory', async () => memoryPersonStore());
personStoreContract('Azurite', async () => (await openTestTables()).people);

test('no row of one person has the row key of another, which Azurite goes through one by one', async () => {
  const prefix = newPrefix();
  const { people } = await openTestTables({ prefix });
  for (const personId of ['kari', 'olav']) {
    const writes = [createRow(profileRow, aPerson(personId)), createRow(preferencesRow, { nudges: 'off' })];
    await people.commit({ personId, writes });
  }
  const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}People`, {
    allowInsecureConnection: true,
  });
  const rowKeys: unknown[] = [];
  for await (const { rowKey } of client.listEntities()) rowKeys.push(rowKey);
  expect(rowKeys.toSorted()).toEqual(['preferences:kari', 'preferences:olav', 'profile:kari', 'profile:olav']);
});

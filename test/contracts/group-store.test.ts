import { TableClient } from '@azure/data-tables';
import { expect, inject, it } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryGroupStore } from '../support/memory-group-store.ts';
import { groupStoreContract } from './group-store.contract.ts';

groupStoreContract('memory', async () => memoryGroupStore());
groupStoreContract('Azurite', async () => (await openTestTables()).groups);

it('leaves out a hint that a newer version wrote or a hand spoilt, says so, and lists the others', async () => {
  const prefix = newPrefix();
  const { groups } = await openTestTables({ prefix });
  const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}Groups`, {
    allowInsecureConnection: true,
  });
  const createdAt = new Date('2026-11-23T09:00:00Z');
  for (const sessionId of ['one', 'three']) await groups.createHint({ sessionId, createdAt });
  await client.createEntity({ partitionKey: 'hint', rowKey: 'two', createdAt: 'in the morning' });
  let unreadable = 0;
  const hints = await toArray(
    groups.listHints(() => {
      unreadable += 1;
    }),
  );
  expect(hints.map(({ sessionId }) => sessionId)).toEqual(['one', 'three']);
  expect(unreadable).toBe(1);
});

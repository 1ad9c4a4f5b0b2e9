import { TableClient } from '@azure/data-tables';
import { expect, inject, test } from 'vitest';
import { aadKey } from '../../src/features/people/person-key-store.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryPersonKeyStore } from '../support/memory-person-key-store.ts';
import { personKeyStoreContract } from './person-key-store.contract.ts';

personKeyStoreContract('memory', async () => memoryPersonKeyStore());
personKeyStoreContract('Azurite', async () => (await openTestTables()).personKeys);

test('a key that was written when all had one row key is still found, names nobody else, and is forgotten', async () => {
  const prefix = newPrefix();
  const { personKeys } = await openTestTables({ prefix });
  const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}PersonKeys`, {
    allowInsecureConnection: true,
  });
  const key = aadKey('00000000-0000-4000-8000-000000000001');
  await client.createEntity({ partitionKey: key, rowKey: 'person', personId: 'kari', writeId: 'x' });
  expect(await personKeys.get(key)).toBe('kari');
  await expect(personKeys.create(key, 'olav')).rejects.toMatchObject({ name: 'Failure', kind: 'conflict' });
  expect(await personKeys.get(key)).toBe('kari');
  await personKeys.delete(key);
  expect(await personKeys.get(key)).toBeUndefined();
});

import { TableClient } from '@azure/data-tables';
import { describe, expect, inject, it } from 'vitest';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryTextStore } from '../support/memory-text-store.ts';
import { textStoreContract } from './text-store.contract.ts';

textStoreContract('memory', async () => memoryTextStore());
textStoreContract('Azurite', async () => (await openTestTables()).texts);

describe('texts in storage that cannot be read', () => {
  it.each([
    ['no JSON', { parts: 1, data: '[{' }],
    ['of another form', { parts: 1, data: '[{"path":"title","locale":"se","text":"Bures"}]' }],
    ['in a row of another form', { parts: 'one', data: '[]' }],
  ])('%s are as good as gone, and hold back no others', async (_, columns) => {
    const prefix = newPrefix();
    const { texts } = await openTestTables({ prefix });
    const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}Texts`, {
      allowInsecureConnection: true,
    });
    await client.createEntity({ partitionKey: 'broken', rowKey: '000', ...columns });
    expect(await texts.get('broken')).toBeUndefined();
    await texts.delete('broken');
    await texts.create('broken', []);
    expect(await texts.get('broken')).toEqual([]);
  });
});

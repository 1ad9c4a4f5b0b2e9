import { TableClient } from '@azure/data-tables';
import { describe, expect, inject, it } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { memoryRollupStore } from '../support/memory-rollup-store.ts';
import { rollupStoreContract } from './rollup-store.contract.ts';

rollupStoreContract('memory', async () => memoryRollupStore());
rollupStoreContract('Azurite', async () => (await openTestTables()).rollups);

describe('figures in storage that are no JSON', () => {
  it('are a failure that does not quote them', async () => {
    const prefix = newPrefix();
    const { rollups } = await openTestTables({ prefix });
    const client = TableClient.fromConnectionString(inject('azurite'), `${prefix}Rollups`, {
      allowInsecureConnection: true,
    });
    for (const rowKey of ['area:e0', 'release']) {
      await client.createEntity({ partitionKey: '2026-10', rowKey, data: 'Kari ringte' });
    }
    const failures = await Promise.allSettled([toArray(rollups.listAreas('2026-10')), rollups.getRelease('2026-10')]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ status: 'rejected', reason: { kind: 'bug' } });
      expect(String(failure.status === 'rejected' && failure.reason)).not.toContain('Kari');
    }
  });
});

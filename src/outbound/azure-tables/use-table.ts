import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import { type UseStore, useKinds } from '../../features/guide/count-use.ts';
import { readRow } from './read-row.ts';
import type { Table } from './table.ts';

const useSchema = z.object({ kind: z.enum(useKinds), uses: z.number().int().min(10).multipleOf(10) });

/** Table Uses: a partition per quarter, a row per process, kind and night. That a row exists already means that its answer was lost. */
export function useTable(table: Table): UseStore {
  return {
    async add(quarter, kind, uses, id) {
      try {
        await table.create({ partitionKey: quarter, rowKey: `${kind}:${id}` }, { kind, uses });
      } catch (error) {
        if (!isFailure(error, 'conflict')) throw error;
      }
    },
    async *list(quarter) {
      for await (const stored of table.list(odata`PartitionKey eq ${quarter}`)) yield readRow('use', useSchema, stored);
    },
  };
}

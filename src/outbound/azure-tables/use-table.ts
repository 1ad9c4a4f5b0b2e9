import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { newId } from '../../core/ids.ts';
import { type UseStore, useKinds } from '../../features/guide/count-use.ts';
import { readRow } from './read-row.ts';
import type { Table } from './table.ts';

const useSchema = z.object({ kind: z.enum(useKinds), uses: z.number().int().min(10).multipleOf(10) });

/** Table Uses: a partition per quarter, a row per process, kind and night. */
export function useTable(table: Table): UseStore {
  return {
    async add(quarter, kind, uses) {
      await table.create({ partitionKey: quarter, rowKey: `${kind}:${newId()}` }, { kind, uses });
    },
    async *list(quarter) {
      for await (const stored of table.list(odata`PartitionKey eq ${quarter}`)) yield readRow('use', useSchema, stored);
    },
  };
}

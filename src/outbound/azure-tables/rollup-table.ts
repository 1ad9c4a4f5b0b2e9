import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { areaRow, areaSchema, type RollupStore, releaseSchema } from '../../features/rollups/rollup-store.ts';
import { createOnce } from './create-once.ts';
import { readJson } from './read-json.ts';
import { readRow } from './read-row.ts';
import type { Table } from './table.ts';

const dataSchema = z.object({ data: z.string() });
const areaPrefix = 'area:';

/** Table Rollups: a partition per month, a row per area, and `release` when all are there. */
export function rollupTable(table: Table): RollupStore {
  return {
    createArea: (month, area) =>
      createOnce(
        table,
        { partitionKey: month, rowKey: `${areaPrefix}${area.areaId}` },
        { data: JSON.stringify(areaRow(area)) },
      ),

    async *listAreas(month) {
      const filter = odata`PartitionKey eq ${month} and RowKey ge ${areaPrefix} and RowKey lt ${'area;'}`;
      for await (const stored of table.list(filter)) {
        yield readRow('rollup area', areaSchema, readJson(readRow('rollup area', dataSchema, stored).data));
      }
    },

    createRelease: (release) =>
      createOnce(table, { partitionKey: release.month, rowKey: 'release' }, { data: JSON.stringify(release) }),

    async getRelease(month) {
      const stored = await table.get({ partitionKey: month, rowKey: 'release' });
      return stored && readRow('rollup', releaseSchema, readJson(readRow('rollup', dataSchema, stored).data));
    },
  };
}

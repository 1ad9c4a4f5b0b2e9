import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { localDateSchema } from '../../features/people/local-date-schema.ts';
import { type Report, reportKinds } from '../../features/reports/report.ts';
import type { ReportStore } from '../../features/reports/report-store.ts';
import { createOnce } from './create-once.ts';
import { readRow } from './read-row.ts';
import { checkKeys, type RowKeys, type Table } from './table.ts';

const rowSchema = z
  .object({
    partitionKey: z.string(),
    on: localDateSchema,
    place: z.number().int(),
    version: z.string(),
    kind: z.enum(reportKinds),
  })
  .transform(({ partitionKey: contentId, ...report }): Report => ({ contentId, ...report }));

/** Table Reports: a partition per text, a row per date and place. Nothing in it says who. */
export function reportTable(table: Table): ReportStore {
  return {
    async create(report) {
      const { on, place, version, kind } = report;
      const outcome = await createOnce(table, keysOf(report), { on, place, version, kind });
      return outcome === 'created' ? 'kept' : 'taken';
    },

    async *list(contentId) {
      if (contentId !== undefined) checkKeys({ partitionKey: contentId, rowKey: 'any' });
      const filter = contentId === undefined ? odata`PartitionKey ge ${''}` : odata`PartitionKey eq ${contentId}`;
      for await (const stored of table.list(filter)) yield readRow('report', rowSchema, stored);
    },

    delete: (report) => table.delete(keysOf(report)),
  };
}

const keysOf = ({ contentId, on, place }: Report): RowKeys => ({
  partitionKey: contentId,
  rowKey: `${on}:${String(place).padStart(2, '0')}`,
});

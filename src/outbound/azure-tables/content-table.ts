import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { type ContentChange, contentChangeSchema, subjectOf } from '../../features/content/content-change.ts';
import type { ContentStore } from '../../features/content/content-store.ts';
import { readJson } from './read-json.ts';
import { readRow } from './read-row.ts';
import { checkKeys, type StoredRow, type Table } from './table.ts';

const rowSchema = z.object({ data: z.string().transform((text, context) => readChange(text, context)) });

/** Table Content: a partition per subject (`module:{module}`, `contact:{contact}`), one row per change, numbered; never replaced. */
export function contentTable(table: Table): ContentStore {
  return {
    async *list(tellUnreadable) {
      for await (const stored of table.list(odata`RowKey ge ${'0'}`)) {
        const change = rowSchema.safeParse(stored);
        if (change.success) yield change.data.data;
        else tellUnreadable?.();
      }
    },
    async *listOf(subject) {
      checkKeys({ partitionKey: subject, rowKey: '0' });
      for await (const stored of table.list(odata`PartitionKey eq ${subject}`)) yield read(stored);
    },
    async append(change, place) {
      const keys = { partitionKey: subjectOf(change), rowKey: String(place).padStart(6, '0') };
      await table.create(keys, { data: JSON.stringify(change) });
    },
  };
}

const read = (stored: StoredRow): ContentChange => readRow('content change', rowSchema, stored).data;

function readChange(text: string, context: z.RefinementCtx): ContentChange {
  const change = contentChangeSchema.safeParse(readJson(text));
  if (change.success) return change.data;
  context.addIssue({ code: 'custom', message: 'is no change of the content' });
  return z.NEVER;
}

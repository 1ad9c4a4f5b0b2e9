import { createHash } from 'node:crypto';
import { odata } from '@azure/data-tables';
import { z } from 'zod';
import { addDays, type LocalTime } from '../../core/local-date.ts';
import { localDateSchema } from '../../features/people/local-date-schema.ts';
import type { Due, DueStore } from '../../features/reminders/due-store.ts';
import { createOnce } from './create-once.ts';
import type { Columns, RowKeys, Table } from './table.ts';

/** A day's rows are spread over this many partitions. Never change it: rows would be looked for where they are not. */
const shards = 16;

const isLocalTime = (text: unknown): text is LocalTime => typeof text === 'string' && /^\d{2}:\d{2}$/.test(text);

const base = z.object({
  dueOn: localDateSchema,
  dueTime: z.custom<LocalTime>(isLocalTime),
  personId: z.string().min(1),
  queuedAt: z.coerce.date().optional(),
  etag: z.string().min(1),
});
const rowSchema = z.union([
  base.extend({ kind: z.literal('ping') }),
  base.extend({ moduleId: z.string().min(1), cycle: z.number().int(), stepId: z.string().min(1) }),
]);

/** Table Due: partitions `{date}:{shard}`, so the rows of some days are one range of partitions. */
export function dueTable(table: Table): DueStore {
  return {
    async create(due) {
      await createOnce(table, dueKeys(due), columnsOf(due));
    },

    async *list(from, to, tellUnreadable) {
      const filter = odata`PartitionKey ge ${from} and PartitionKey lt ${addDays(to, 1)}`;
      for await (const stored of table.list(filter)) {
        const row = rowSchema.safeParse(stored);
        if (row.success) yield row.data;
        else tellUnreadable?.();
      }
    },

    markQueued: async (row, queuedAt) =>
      table.replace(dueKeys(row), { ...columnsOf(row), queuedAt: queuedAt.toISOString() }, row.etag),

    delete: async (due) => table.delete(dueKeys(due)),
  };
}

/** Where a due row lies. */
export function dueKeys(due: Due): RowKeys {
  const { dueOn, dueTime, personId } = due;
  const what = 'kind' in due ? due.kind : `${due.moduleId}:${due.cycle}:${due.stepId}`;
  return {
    partitionKey: `${dueOn}:${shardOf(personId)}`,
    rowKey: `${dueTime.replace(':', '')}:${personId}:${what}`,
  };
}

function columnsOf(due: Due): Columns {
  const { dueOn, dueTime, personId } = due;
  if ('kind' in due) return { dueOn, dueTime, personId, kind: due.kind };
  const { moduleId, cycle, stepId } = due;
  return { dueOn, dueTime, personId, moduleId, cycle, stepId };
}

/** Two digits, the same for a person on every machine and in every version. */
function shardOf(personId: string): string {
  const [first = 0] = createHash('sha256').update(personId).digest();
  return String(first % shards).padStart(2, '0');
}

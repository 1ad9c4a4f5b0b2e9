import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';
import { readRow } from './read-row.ts';
import type { Columns, Table } from './table.ts';

const tickSchema = z.object({ minute: z.string(), finished: z.string().default(''), etag: z.string() });

/** Lost races before we let somebody else have the minute. Each lost race means that somebody got on. */
const attempts = 10;

/** Table Ticks: one row per job with the latest minute taken and the latest finished. Minutes sort as text. */
export function tickTable(table: Table): TickStore {
  const keysOf = (job: string) => ({ partitionKey: 'tick', rowKey: job });

  async function read(job: string) {
    const stored = await table.get(keysOf(job));
    return stored && readRow('tick', tickSchema, stored);
  }

  async function put(job: string, columns: Columns, etag: string | undefined): Promise<void> {
    await (etag === undefined ? table.create(keysOf(job), columns) : table.replace(keysOf(job), columns, etag));
  }

  return {
    async takeMinute(job, minute) {
      const take = async () => {
        const tick = await read(job);
        if (tick && tick.minute >= minute) return { outcome: 'taken' } as const;
        await put(job, { minute, finished: tick?.finished ?? '' }, tick?.etag);
        return tick ? ({ outcome: 'mine', previous: tick.minute } as const) : ({ outcome: 'mine' } as const);
      };
      return retryOnConflict(take, attempts).catch((error: unknown) => {
        if (isFailure(error, 'conflict')) return { outcome: 'taken' } as const;
        throw error;
      });
    },

    async finish(job, minute) {
      await retryOnConflict(async () => {
        const tick = await read(job);
        if (!tick || tick.finished >= minute) return;
        await put(job, { minute: tick.minute, finished: minute }, tick.etag);
      }, attempts);
    },
  };
}

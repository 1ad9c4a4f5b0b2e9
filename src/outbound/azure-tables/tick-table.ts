import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { finishMinute, giveMinute, type TickMinutes } from '../../features/reminders/tick-minutes.ts';
import type { MinuteTaken, TickStore } from '../../features/reminders/tick-store.ts';
import { readRow } from './read-row.ts';
import type { Table } from './table.ts';

const writtenSchema = z.object({ timestamp: z.coerce.date() });
const tickSchema = z.object({
  minute: z.string(),
  before: z.string().default(''),
  finished: z.string().default(''),
  etag: z.string(),
});

/** Lost races before we let somebody else have the minute. Each lost race means that somebody got on. */
const attempts = 10;

/** Table Ticks: one row per job with the two latest minutes taken and the latest finished. Minutes sort as text. */
export function tickTable(table: Table): TickStore {
  const keysOf = (job: string) => ({ partitionKey: 'tick', rowKey: job });

  async function read(job: string) {
    const stored = await table.get(keysOf(job));
    return stored && readRow('tick', tickSchema, stored);
  }

  async function put(job: string, { minute, before, finished }: TickMinutes, etag: string | undefined): Promise<void> {
    const columns = { minute, before, finished };
    await (etag === undefined ? table.create(keysOf(job), columns) : table.replace(keysOf(job), columns, etag));
  }

  return {
    async takeMinute(job, minute, ours = minute) {
      const take = async (): Promise<MinuteTaken> => {
        const tick = await read(job);
        const given = giveMinute(tick, minute, ours);
        if (!given) return { outcome: 'taken', ...(tick?.finished && { finished: tick.finished }) };
        await put(job, given, tick?.etag);
        const { finished } = given;
        return { outcome: 'mine', ...(tick && { previous: tick.minute }), ...(finished && { finished }) };
      };
      return retryOnConflict(take, attempts).catch((error: unknown) => {
        if (isFailure(error, 'conflict')) return { outcome: 'taken' } as const;
        throw error;
      });
    },

    async finish(job, minute) {
      await retryOnConflict(async () => {
        const tick = await read(job);
        const finished = finishMinute(tick, minute);
        if (finished) await put(job, finished, tick?.etag);
      }, attempts);
    },

    async writtenAt(job) {
      const stored = await table.get(keysOf(job));
      return stored && readRow('tick', writtenSchema, stored).timestamp;
    },
  };
}

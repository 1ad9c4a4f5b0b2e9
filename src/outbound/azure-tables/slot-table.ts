import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { readRow } from './read-row.ts';
import type { Columns, Table } from './table.ts';

/** `second` is text, since a whole number of seconds outgrows the 32 bits of a number column in 2038. */
const slotSchema = z.object({ second: z.coerce.number().int(), given: z.number().int(), etag: z.string() });

/** Seconds take turns in this many rows, so nothing piles up and clocks may differ by less than a minute. */
const rows = 60;

/** Lost races before we say that the second is full. It is safe, and the next second comes soon. */
const attempts = 12;

/**
 * Table Slots: one row per second of a minute, holding which second it stands for and how many of its slots are given.
 * A row that already stands for a later second gives nothing to an earlier one.
 */
export function slotTable(table: Table): SlotStore {
  async function tryLease(second: number, wanted: number, limit: number): Promise<number> {
    const keys = { partitionKey: 'slot', rowKey: String(second % rows).padStart(2, '0') };
    const stored = await table.get(keys);
    const slot = stored && readRow('slot', slotSchema, stored);
    if (slot && slot.second > second) return 0;
    const given = slot?.second === second ? slot.given : 0;
    const mine = Math.min(wanted, limit - given);
    if (mine <= 0) return 0;
    const columns: Columns = { second: String(second), given: given + mine };
    await (slot ? table.replace(keys, columns, slot.etag) : table.create(keys, columns));
    return mine;
  }

  return {
    async lease(second, wanted, limit) {
      for (let lost = 0; lost < attempts; lost += 1) {
        try {
          return await tryLease(second, wanted, limit);
        } catch (error) {
          if (!isFailure(error, 'conflict')) throw error;
        }
        await wait(Math.random() * 10 * (lost + 1));
      }
      return 0;
    },
  };
}

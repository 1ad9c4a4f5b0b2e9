import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { readRow } from './read-row.ts';
import type { Columns, Table } from './table.ts';

/** `window` is text, since such numbers need more than the 32 bits of a whole-number column. */
const slotSchema = z.object({ window: z.coerce.number().int(), given: z.number().int(), etag: z.string() });

/**
 * Windows take turns in this many rows, so nothing piles up; at eight windows a second, the clocks of two replicas may differ by
 * up to half a minute. Never change it: two versions side by side would count the same window in two rows.
 */
const rows = 240;

/** Lost races before we say that the window is full. It is safe, and the next window comes soon. */
const attempts = 8;

/**
 * Table Slots: each row holds which window it stands for and how many of its slots are given.
 * A row that already stands for a later window gives nothing to an earlier one.
 */
export function slotTable(table: Table): SlotStore {
  async function tryLease(window: number, wanted: number, limit: number): Promise<number> {
    const keys = { partitionKey: 'slot', rowKey: String(window % rows).padStart(3, '0') };
    const stored = await table.get(keys);
    const slot = stored && readRow('slot', slotSchema, stored);
    if (slot && slot.window > window) return 0;
    const given = slot?.window === window ? slot.given : 0;
    const mine = Math.min(wanted, limit - given);
    if (mine <= 0) return 0;
    const columns: Columns = { window: String(window), given: given + mine };
    await (slot ? table.replace(keys, columns, slot.etag) : table.create(keys, columns));
    return mine;
  }

  return {
    async lease(window, wanted, limit) {
      for (let lost = 1; lost <= attempts; lost += 1) {
        try {
          return await tryLease(window, wanted, limit);
        } catch (error) {
          if (!isFailure(error, 'conflict')) throw error;
        }
        await wait(Math.random() * 6 * lost);
      }
      return 0;
    },
  };
}

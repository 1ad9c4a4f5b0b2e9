import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isFailure } from '../../core/failure.ts';
import { giveSlots, type SlotCounts } from '../../features/reminders/slot-counts.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { readRow } from './read-row.ts';
import type { Columns, Table } from './table.ts';

/** A window is text, since such numbers need more than the 32 bits of a whole-number column. */
const windowSchema = z.coerce.number().int();
/** Rows of before have no window before; empty text: none yet. */
const slotSchema = z.object({
  ...{ window: windowSchema, given: z.number().int(), etag: z.string() },
  ...{ before: z.string().default(''), givenBefore: z.number().int().default(0) },
});

/**
 * Windows take turns in this many rows, so nothing piles up; at eight windows a second, the clocks of two replicas may differ by
 * up to half a minute. Never change it: two versions side by side would count the same window in two rows.
 */
const rows = 240;

/** Lost races before we say that the window is full. It is safe, and the next window comes soon. */
const attempts = 8;

/** Table Slots: each row holds which window it stands for and how many of its slots are given, and the same of the window before. */
export function slotTable(table: Table): SlotStore {
  async function tryLease(window: number, wanted: number, limit: number): Promise<number> {
    const keys = { partitionKey: 'slot', rowKey: String(window % rows).padStart(3, '0') };
    const stored = await table.get(keys);
    const slot = stored && readRow('slot', slotSchema, stored);
    const lease = giveSlots(slot && countsOf(slot), window, wanted, limit);
    if (!lease) return 0;
    const columns = columnsOf(lease.counts);
    await (slot ? table.replace(keys, columns, slot.etag) : table.create(keys, columns));
    return lease.mine;
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

function countsOf({ window, given, before, givenBefore }: z.output<typeof slotSchema>): SlotCounts {
  return { window, given, ...(before && { before: { window: windowSchema.parse(before), given: givenBefore } }) };
}

const columnsOf = ({ window, given, before }: SlotCounts): Columns => ({
  ...{ window: String(window), given },
  ...(before && { before: String(before.window), givenBefore: before.given }),
});

import { giveSlots, type SlotCounts } from '../../src/features/reminders/slot-counts.ts';
import type { SlotStore } from '../../src/features/reminders/slot-store.ts';

const rows = 240;

/** SlotStore in memory, with the behaviour of `slotTable`: windows take turns in a ring of rows. */
export function memorySlotStore(): SlotStore {
  const ring = new Map<number, SlotCounts>();
  return {
    async lease(window, wanted, limit) {
      const lease = giveSlots(ring.get(window % rows), window, wanted, limit);
      if (!lease) return 0;
      ring.set(window % rows, lease.counts);
      return lease.mine;
    },
  };
}

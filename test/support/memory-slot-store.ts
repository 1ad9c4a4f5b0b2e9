import type { SlotStore } from '../../src/features/reminders/slot-store.ts';

const rows = 240;

/** SlotStore in memory, with the behaviour of `slotTable`: windows take turns in a ring of rows. */
export function memorySlotStore(): SlotStore {
  const ring = new Map<number, { window: number; given: number }>();
  return {
    async lease(window, wanted, limit) {
      const held = ring.get(window % rows);
      if (held && held.window > window) return 0;
      const given = held?.window === window ? held.given : 0;
      const mine = Math.max(0, Math.min(wanted, limit - given));
      ring.set(window % rows, { window, given: given + mine });
      return mine;
    },
  };
}

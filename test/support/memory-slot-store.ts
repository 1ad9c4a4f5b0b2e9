import type { SlotStore } from '../../src/features/reminders/slot-store.ts';

/** SlotStore in memory, with the behaviour of `slotTable`: the seconds of a minute share sixty places. */
export function memorySlotStore(): SlotStore {
  const places = new Map<number, { second: number; given: number }>();
  return {
    async lease(second, wanted, limit) {
      const held = places.get(second % 60);
      if (held && held.second > second) return 0;
      const given = held?.second === second ? held.given : 0;
      const mine = Math.max(0, Math.min(wanted, limit - given));
      places.set(second % 60, { second, given: given + mine });
      return mine;
    },
  };
}

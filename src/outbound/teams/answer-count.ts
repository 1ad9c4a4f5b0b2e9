import type { SlotStore } from '../../features/reminders/slot-store.ts';
import type { Connector } from './connector.ts';
import { slotWindows } from './pacing.ts';

/** How far ahead answers take slots: what is more than a second of them is not made up for. */
const furthestAhead = 8;

/**
 * A connector for answers that somebody waits for. They never wait for a slot, but each takes one of those that come next, so that jobs
 * yield to them and all together stay under Teams' limit. Counted behind the answer; where storage does not answer it is not counted.
 */
export function countAnswers(
  connector: Connector,
  needs: { slots: SlotStore; now(): Date; perSecond?: number },
): Connector & { settled(): Promise<void> } {
  const { windowAt, limit } = slotWindows(needs.perSecond);
  let uncounted = 0;
  let counting: Promise<void> | undefined;

  async function takeSlots(): Promise<void> {
    while (uncounted > 0) {
      let left = uncounted;
      uncounted = 0;
      const next = windowAt(needs.now()) + 1;
      for (let window = next; left > 0 && window < next + furthestAhead; window += 1) {
        left -= await needs.slots.lease(window, left, limit);
      }
    }
  }

  return {
    call(request) {
      uncounted += 1;
      counting ??= takeSlots()
        .catch(() => undefined)
        .finally(() => {
          counting = undefined;
        });
      return connector.call(request);
    },
    settled: async () => counting,
  };
}

import type { Pacing } from '../../features/reminders/messenger.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { inOrder } from './in-order.ts';

export type PacingNeeds = {
  slots: SlotStore;
  /** Real time: Teams counts in it, also where the service's own clock is moved. */
  now(): Date;
  sleep(ms: number): Promise<void>;
  /** Messages a second, of all replicas together. Teams allows 50 a second; the rest is for answers to people. */
  perSecond?: number;
  /** How many slots one replica leases at a time. */
  leaseSize?: number;
  /** How long one message waits before `given-up`. */
  patienceMs?: number;
};

const quarterMs = 250;

/**
 * Waits for a slot among those that all replicas share. Slots are leased per second and lost when the second is over; each quarter of
 * a second opens a quarter of them, and one replica keeps an even distance, so that no burst at a turn of the second passes 50.
 */
export function createPacing(needs: PacingNeeds): Pacing {
  const { slots, sleep, perSecond = 40, leaseSize = 10, patienceMs = 60_000 } = needs;
  const nowMs = () => needs.now().getTime();
  const oneByOne = inOrder();
  const distanceMs = 1000 / perSecond;
  let lease = { second: -1, left: 0 };
  let nextAtMs = 0;

  /** Whether a slot of the second that it is now was had. */
  async function takeSlot(): Promise<boolean> {
    const second = Math.floor(nowMs() / 1000);
    if (lease.second !== second || lease.left === 0) {
      const quarter = Math.floor((nowMs() % 1000) / quarterMs) + 1;
      lease = { second, left: await slots.lease(second, leaseSize, Math.ceil((perSecond * quarter) / 4)) };
    }
    // Leasing takes time; a slot of a second that is over is worth nothing.
    if (lease.left === 0 || Math.floor(nowMs() / 1000) !== lease.second) return false;
    lease.left -= 1;
    return true;
  }

  async function wait(untilMs: number): Promise<'go' | 'given-up'> {
    while (nowMs() < untilMs) {
      const earlyMs = nextAtMs - nowMs();
      if (earlyMs > 0) await sleep(earlyMs);
      if (await takeSlot()) {
        nextAtMs = nowMs() + distanceMs;
        return 'go';
      }
      await sleep(quarterMs - (nowMs() % quarterMs));
    }
    return 'given-up';
  }

  return {
    async waitForSlot() {
      const untilMs = nowMs() + patienceMs;
      try {
        return await oneByOne('slot', () => wait(untilMs));
      } catch {
        // Storage does not answer. Nothing was sent, so the message can wait for its next turn in the queue.
        return 'given-up';
      }
    },
  };
}

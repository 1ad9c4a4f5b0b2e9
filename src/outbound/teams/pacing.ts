import type { Pacing } from '../../features/reminders/messenger.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { inOrder } from './in-order.ts';

export type PacingNeeds = {
  slots: SlotStore;
  /** Real time: Teams counts in it, also where the service's own clock is moved. */
  now(): Date;
  sleep(ms: number): Promise<void>;
  /** Messages a second, of all replicas together, a multiple of four. Teams allows 50; the rest is for answers to people. */
  perSecond?: number;
  /** How long one message waits before `given-up`. */
  patienceMs?: number;
};

const windowsPerSecond = 4;
const windowMs = 1000 / windowsPerSecond;

/**
 * Waits for one of the slots that all replicas share. They are leased for a quarter of a second at a time, as many as are waiting:
 * a second touches five quarters at most wherever it begins, so 40 a second are never more than 50 in any second.
 */
export function createPacing(needs: PacingNeeds): Pacing {
  const { slots, sleep, perSecond = 40, patienceMs = 60_000 } = needs;
  const nowMs = () => needs.now().getTime();
  const windowNow = () => Math.floor(nowMs() / windowMs);
  const oneByOne = inOrder();
  let waiting = 0;
  let lease = { window: -1, left: 0 };
  /** How many windows pass while storage answers: 0 when all is well. A slot must be leased so much ahead. */
  let ahead = 0;

  async function renewLease(): Promise<void> {
    const asked = windowNow();
    const window = asked + ahead;
    lease = { window, left: await slots.lease(window, waiting, perSecond / windowsPerSecond) };
    ahead = windowNow() - asked;
  }

  /** Whether a slot was had whose window it is now. */
  async function takeSlot(): Promise<boolean> {
    if (lease.left === 0 || windowNow() > lease.window) await renewLease();
    if (lease.left === 0) return false;
    const earlyMs = lease.window * windowMs - nowMs();
    if (earlyMs > 0) await sleep(earlyMs);
    if (windowNow() !== lease.window) return false;
    lease.left -= 1;
    return true;
  }

  async function wait(untilMs: number): Promise<'go' | 'given-up'> {
    while (nowMs() < untilMs) {
      if (await takeSlot()) return 'go';
      await sleep(windowMs - (nowMs() % windowMs));
    }
    return 'given-up';
  }

  return {
    async waitForSlot() {
      const untilMs = nowMs() + patienceMs;
      waiting += 1;
      try {
        return await oneByOne('slot', () => wait(untilMs));
      } catch {
        // Storage does not answer. Nothing was sent, so the message can wait for its next turn in the queue.
        return 'given-up';
      } finally {
        waiting -= 1;
      }
    },
  };
}

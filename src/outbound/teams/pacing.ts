import type { Pacing } from '../../features/reminders/messenger.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { inOrder } from './in-order.ts';

export type PacingNeeds = {
  slots: SlotStore;
  /** Real time: Teams counts in it, also where the service's own clock is moved. */
  now(): Date;
  sleep(ms: number): Promise<void>;
  /** Messages a second, of all replicas together, a multiple of eight. Teams allows 50; the rest is for answers to people. */
  perSecond?: number;
  /** How long one message waits before `given-up`. */
  patienceMs?: number;
};

const windowsPerSecond = 8;
const windowMs = 1000 / windowsPerSecond;
/** Messages a second where nothing else is said. */
const usualPerSecond = 40;

/** The windows that slots are leased in: their numbers, which are the same for all callers, and how many slots each has. */
export function slotWindows(perSecond = usualPerSecond): { windowAt(now: Date): number; limit: number } {
  return { windowAt: (now) => Math.floor(now.getTime() / windowMs), limit: perSecond / windowsPerSecond };
}

/**
 * Waits for one of the slots that all replicas share. They are leased for an eighth of a second at a time, as many as are waiting:
 * a second touches nine eighths at most wherever it begins, so 40 a second are never more than 45 in any second, and Teams' 50 leave
 * room for an answer.
 */
export function createPacing(needs: PacingNeeds): Pacing {
  const { slots, sleep, perSecond, patienceMs = 60_000 } = needs;
  const nowMs = () => needs.now().getTime();
  const { windowAt, limit } = slotWindows(perSecond);
  const windowNow = () => windowAt(needs.now());
  const oneByOne = inOrder();
  let waiting = 0;
  let lease = { window: -1, left: 0 };
  /** How many windows pass while storage answers: 0 when all is well. A slot must be leased so much ahead. */
  let ahead = 0;

  async function renewLease(): Promise<void> {
    const asked = windowNow();
    const window = asked + ahead;
    lease = { window, left: await slots.lease(window, waiting, limit) };
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

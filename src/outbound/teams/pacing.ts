import type { Telemetry } from '../../core/events.ts';
import type { Pacing } from '../../features/reminders/messenger.ts';
import { windowsPerSecond } from '../../features/reminders/slot-counts.ts';
import type { SlotStore } from '../../features/reminders/slot-store.ts';
import { inOrder } from './in-order.ts';

export type PacingNeeds = {
  slots: SlotStore;
  telemetry: Telemetry;
  /** Real time: Teams counts in it, also where the service's own clock is moved. */
  now(): Date;
  sleep(ms: number): Promise<void>;
  /** Messages a second, of all replicas together, a multiple of eight. Teams allows 50; the rest is for answers to people. */
  perSecond?: number;
  /** How long one message waits before `given-up`. */
  patienceMs?: number;
};

const windowMs = 1000 / windowsPerSecond;
/** Messages a second where nothing else is said. */
const usualPerSecond = 40;

/** Windows: a slot further ahead is not waited for. No storage takes so long; the clock was set meanwhile. */
const furthestAhead = 10 * windowsPerSecond;
const isInReach = (windows: number): boolean => windows >= 0 && windows <= furthestAhead;

/** So many messages in a row without a slot want a person: either storage does not answer, or a clock is wrong. */
const alarmEvery = 5;

/** The windows that slots are leased in: their numbers, which are the same for all callers, and how many slots each has. */
export function slotWindows(perSecond = usualPerSecond): { windowAt(now: Date): number; limit: number } {
  return { windowAt: (now) => Math.floor(now.getTime() / windowMs), limit: perSecond / windowsPerSecond };
}

/**
 * Waits for one of the slots that all replicas share. They are leased for an eighth of a second at a time, as many as are waiting:
 * a second touches nine eighths at most wherever it begins, so 40 a second are never more than 45 in any second, and Teams' 50 leave
 * room for an answer. Those of one lease are spread over their eighth, so that as a rule no second has more than 41 or 42 of them.
 */
export function createPacing(needs: PacingNeeds): Pacing {
  const { slots, telemetry, sleep, perSecond, patienceMs = 60_000 } = needs;
  const nowMs = () => needs.now().getTime();
  const { windowAt, limit } = slotWindows(perSecond);
  const windowNow = () => windowAt(needs.now());
  const oneByOne = inOrder();
  let waiting = 0;
  let lease = { window: -1, given: 0, left: 0 };
  /** How many windows pass while storage answers: 0 when all is well. A slot must be leased so much ahead. */
  let ahead = 0;

  async function renewLease(): Promise<void> {
    const asked = windowNow();
    const window = asked + ahead;
    const given = await slots.lease(window, waiting, limit);
    lease = { window, given, left: given };
    const late = windowNow() - asked;
    ahead = isInReach(late) ? late : 0;
  }

  const hasLease = () => lease.left > 0 && isInReach(lease.window - windowNow());

  /** Whether a slot was had whose window it is now. */
  async function takeSlot(): Promise<boolean> {
    if (!hasLease()) await renewLease();
    if (!hasLease()) return false;
    const earlyMs = (lease.window + (lease.given - lease.left) / lease.given) * windowMs - nowMs();
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

  let givenUp = 0;
  function watch(result: 'go' | 'given-up'): void {
    givenUp = result === 'go' ? 0 : givenUp + 1;
    if (givenUp === 0 || givenUp % alarmEvery !== 0) return;
    telemetry.record({ event: 'background-failed', at: 'pacing', kind: 'no-slot' });
  }

  return {
    async waitForSlot() {
      const untilMs = nowMs() + patienceMs;
      waiting += 1;
      // Where storage does not answer, nothing was sent, so the message can wait for its next turn in the queue.
      const result = await oneByOne('slot', () => wait(untilMs)).catch(() => 'given-up' as const);
      waiting -= 1;
      watch(result);
      return result;
    },
  };
}

import type { SendingStore } from './sending-store.ts';

/** Whether a coordinator has stopped all sending, as one process knows it. */
export type SendingSwitch = {
  /** At most twenty seconds old. Throws Failure `unavailable` where it cannot be read: better nothing sent than against a no. */
  isStopped(): Promise<boolean>;
  /** It was changed just now: the next who asks reads it. */
  forget(): void;
};

/** So that a stop has reached every replica within half a minute, and sending costs no read for each message. */
const keptMs = 20_000;

/** `nowMs` is real time, also where the service's own clock is moved. */
export function createSendingSwitch(needs: { sending: SendingStore; nowMs(): number }): SendingSwitch {
  let known: { isStopped: boolean; readAtMs: number } | undefined;
  let flight: Promise<boolean> | undefined;
  /** A read that was under way at a change may have seen what was before it: it is not kept. */
  let changes = 0;

  async function read(): Promise<boolean> {
    const readAtMs = needs.nowMs();
    const readAfter = changes;
    const isStopped = (await needs.sending.get())?.value.state === 'stopped';
    if (readAfter === changes) known = { isStopped, readAtMs };
    return isStopped;
  }

  return {
    async isStopped() {
      if (known && needs.nowMs() - known.readAtMs < keptMs) return known.isStopped;
      if (flight) return flight;
      const asked = read().finally(() => {
        if (flight === asked) flight = undefined;
      });
      flight = asked;
      return asked;
    },
    forget() {
      changes += 1;
      known = undefined;
      flight = undefined;
    },
  };
}

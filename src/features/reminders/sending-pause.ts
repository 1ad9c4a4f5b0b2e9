/**
 * Stops all sending of this process for a while, when Teams does not know us (401, or no token to be had). Each replica finds out
 * by itself; nothing is lost, since the work stays in the queue and in the Due rows.
 */
export type SendingPause = {
  /** `undefined` when sending may go on. */
  pausedUntil(now: Date): Date | undefined;
  pause(until: Date): void;
};

export function createSendingPause(): SendingPause {
  let pausedUntil: Date | undefined;
  return {
    pausedUntil: (now) => (pausedUntil && now < pausedUntil ? pausedUntil : undefined),
    pause(until) {
      pausedUntil = until;
    },
  };
}

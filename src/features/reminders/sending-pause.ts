/**
 * Stops all sending of this process for a while, when Teams does not know us (401, or no token to be had). Each replica finds out
 * by itself; nothing is lost, since the work stays in the queue and in the Due rows.
 */
export type SendingPause = {
  /** `undefined` when sending may go on. */
  pausedUntil(now: Date): Date | undefined;
  pause(until: Date): void;
};

/** How long all sending stands still when Teams does not know us, and no longer where the clock ran ahead when it was paused. */
export const authorisationPauseMs = 5 * 60_000;
/** Up to so much later come those that Teams refused, so that one chat of which it says so does not hold up the others again and again. */
export const afterPauseMs = 60_000;

export function createSendingPause(): SendingPause {
  let pausedUntil: Date | undefined;
  return {
    pausedUntil(now) {
      if (!pausedUntil || now >= pausedUntil) return undefined;
      pausedUntil = new Date(Math.min(pausedUntil.getTime(), now.getTime() + authorisationPauseMs));
      return pausedUntil;
    },
    pause(until) {
      pausedUntil = until;
    },
  };
}

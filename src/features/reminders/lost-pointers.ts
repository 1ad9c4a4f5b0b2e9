/** Somebody with something due for whom a pointer was put into the queue; `queuedAt`: the last time. */
export type Queued = { personId: string; queuedAt: Date };

/** A pointer that has led to something within half an hour is no reason for doubt. */
export const silentAfterMs = 30 * 60_000;
/** After a day nobody is kept waiting for what a count says. */
const doubtedAfterMs = 24 * 60 * 60_000;

/**
 * Pure: whose pointer is queued again. Silence alone proves nothing, since in a backlog pointers wait for hours; but where more
 * people wait than messages lie in the queue, the difference is lost, and those who have waited longest are taken for it. So
 * queueing again never makes the queue longer than the people who wait, and with an empty queue everybody silent comes again.
 * `messages` was counted before `queued` was read, so that what is handled in between is not taken for lost.
 */
export function findLost<Q extends Queued>(queued: readonly Q[], messages: number, now: Date): readonly Q[] {
  const missing = Math.max(0, queued.length - messages);
  return queued
    .filter(({ queuedAt }) => ageMs(queuedAt, now) >= silentAfterMs)
    .toSorted((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime())
    .filter(({ queuedAt }, index) => index < missing || ageMs(queuedAt, now) >= doubtedAfterMs);
}

const ageMs = (at: Date, now: Date): number => now.getTime() - at.getTime();

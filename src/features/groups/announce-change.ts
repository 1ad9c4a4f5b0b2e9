import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';

/** Tells the jobs that a session's card may show something old. Never throws: the tick asks again every minute. */
export type AnnounceChange = (sessionId: string) => Promise<void>;

/** So long a message about a session stays hidden, so that one message does for all presses of that time. */
const gatherMs = 2_000;
/** Far more than meet at the same time in one municipality. */
const mostSessions = 500;

/**
 * A message is seen at the earliest `gatherMs` after it was sent, and counts what is stored then. So whoever has stored a press
 * before that moment is counted already, and sends none: sixty presses make one message of each replica.
 */
export function createAnnounceChange(needs: {
  queue: Pick<WorkQueue, 'send'>;
  clock: Clock;
  telemetry: Telemetry;
}): AnnounceChange {
  const coveredUntil = new Map<string, number>();
  return async (sessionId) => {
    const nowMs = needs.clock.now().getTime();
    if (nowMs < (coveredUntil.get(sessionId) ?? 0)) return;
    if (coveredUntil.size >= mostSessions) coveredUntil.clear();
    coveredUntil.set(sessionId, nowMs + gatherMs);
    try {
      await needs.queue.send({ kind: 'group-card', sessionId }, gatherMs);
    } catch (error) {
      coveredUntil.delete(sessionId);
      const kind = error instanceof Failure ? error.kind : 'bug';
      needs.telemetry.record({ event: 'background-failed', at: 'group-card', kind });
    }
  };
}

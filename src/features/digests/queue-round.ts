import { isFailure } from '../../core/failure.ts';
import type { PersonRow, PersonStore } from '../people/person-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { decideClaim, type Ledger } from '../reminders/ledger.ts';
import type { WorkPointer, WorkQueue } from '../reminders/work-queue.ts';

/** A message that each of these people gets once in a period, for example in a week. */
export type Round = {
  personIds: Iterable<string> | AsyncIterable<string>;
  /** The ledger of such a message; its key is the period. */
  row: PersonRow<Ledger>;
  period: string;
  pointerTo(personId: string): WorkPointer;
};

const atOnce = 16;

/**
 * Queues a pointer for everybody whose message of this period is not settled. Doing it again, or from two replicas, does no harm.
 * A ledger that cannot be read is left to the worker, which parks such a message, and holds nobody else up. `messages`: how many in the queue
 * may be such pointers already; as long as they can be all of them, nothing is queued.
 */
export async function queueRound(
  needs: { people: PersonStore; queue: Pick<WorkQueue, 'send'> },
  { personIds, row, period, pointerTo }: Round,
  now: Date,
  messages: number,
): Promise<number> {
  const open: string[] = [];
  await inParallel(personIds, atOnce, async (personId) => {
    const ledger = await needs.people.get(personId, row, period).catch(onlyUnreadable);
    if (decideClaim(ledger?.value, now).decision !== 'settled') open.push(personId);
  });
  if (open.length <= messages) return 0;
  await inParallel(open, atOnce, (personId) => needs.queue.send(pointerTo(personId)));
  return open.length;
}

function onlyUnreadable(error: unknown): undefined {
  if (!isFailure(error, 'bug')) throw error;
}

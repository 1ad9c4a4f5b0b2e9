import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { decideClaim } from '../reminders/ledger.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import { digestRow } from './send-digest.ts';

const atOnce = 16;

/**
 * Queues a pointer for every leader whose digest of this period is not settled. Doing it again, or from two replicas, does no harm.
 * `messages`: how many in the queue may be such pointers already; as long as they can be all of them, nothing is queued.
 */
export async function queueDigests(
  needs: { units: UnitStore; people: PersonStore; queue: Pick<WorkQueue, 'send'> },
  period: string,
  now: Date,
  messages: number,
): Promise<number> {
  const open: string[] = [];
  await inParallel(needs.units.listLeaders(), atOnce, async (personId) => {
    const ledger = await needs.people.get(personId, digestRow, period);
    if (decideClaim(ledger?.value, now).decision !== 'settled') open.push(personId);
  });
  if (open.length <= messages) return 0;
  await inParallel(open, atOnce, (personId) => needs.queue.send({ kind: 'digest', personId, period }));
  return open.length;
}

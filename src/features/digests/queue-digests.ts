import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { inParallel } from '../reminders/in-parallel.ts';
import { decideClaim } from '../reminders/ledger.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import { digestRow } from './send-digest.ts';

const atOnce = 16;

/** Queues a pointer for every leader whose digest of this period is not settled. Doing it again, or from two replicas, does no harm. */
export async function queueDigests(
  needs: { units: UnitStore; people: PersonStore; queue: WorkQueue },
  period: string,
  now: Date,
): Promise<number> {
  let queued = 0;
  await inParallel(needs.units.listLeaders(), atOnce, async (personId) => {
    const ledger = await needs.people.get(personId, digestRow, period);
    if (decideClaim(ledger?.value, now).decision === 'settled') return;
    await needs.queue.send({ kind: 'digest', personId, period });
    queued += 1;
  });
  return queued;
}

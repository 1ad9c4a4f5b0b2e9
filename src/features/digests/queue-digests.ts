import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { WorkQueue } from '../reminders/work-queue.ts';
import { queueRound } from './queue-round.ts';
import { digestRow } from './send-digest.ts';

/** Queues a pointer for every leader whose digest of this period is not settled: see `queueRound`. */
export async function queueDigests(
  needs: { units: UnitStore; people: PersonStore; queue: Pick<WorkQueue, 'send'> },
  period: string,
  now: Date,
  messages: number,
): Promise<number> {
  const pointerTo = (personId: string) => ({ kind: 'digest' as const, personId, period });
  return queueRound(needs, { personIds: needs.units.listLeaders(), row: digestRow, period, pointerTo }, now, messages);
}

import { isFailure } from '../../core/failure.ts';
import { addDays, localDateAt, localTimeAt, type TimeZone } from '../../core/local-date.ts';
import type { DueRow, DueStore } from './due-store.ts';
import { inParallel } from './in-parallel.ts';
import { lookBackDays } from './move-reminders.ts';
import type { WorkQueue } from './work-queue.ts';

export type FindDueNeeds = { due: DueStore; queue: WorkQueue; zone: TimeZone };

/** A pointer that has not led to anything by then is taken for lost, and queued again. */
const requeueAfterMs = 30 * 60_000;

/** Storage calls at once: 20,000 people in well under a minute. */
const atOnce = 16;

/**
 * Queues one pointer for each person with something due, of today and the last 14 days. First queued, then marked: a crash in
 * between queues twice, which does no harm; the other way round would lose work. A lost pointer is made up for by the hint, which
 * stays until the reminder is settled.
 */
export async function findDue(needs: FindDueNeeds, now: Date): Promise<{ found: number; people: number }> {
  const byPerson = new Map<string, DueRow[]>();
  const today = localDateAt(now, needs.zone);
  for await (const row of needs.due.list(addDays(today, -lookBackDays), today)) {
    if (!isDue(row, now, needs.zone) || isInQueue(row, now)) continue;
    byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
  }
  await inParallel(byPerson, atOnce, async ([personId, rows]) => {
    const dueOn = rows.map((row) => row.dueOn).toSorted()[0] ?? today;
    await needs.queue.send({ kind: 'reminder', personId, dueOn });
    for (const row of rows) await mark(needs.due, row, now);
  });
  const found = [...byPerson.values()].reduce((sum, rows) => sum + rows.length, 0);
  return { found, people: byPerson.size };
}

function isDue({ dueOn, dueTime }: DueRow, now: Date, zone: TimeZone): boolean {
  const today = localDateAt(now, zone);
  return dueOn < today || (dueOn === today && dueTime <= localTimeAt(now, zone));
}

const isInQueue = ({ queuedAt }: DueRow, now: Date): boolean =>
  queuedAt !== undefined && now.getTime() - queuedAt.getTime() < requeueAfterMs;

async function mark(due: DueStore, row: DueRow, now: Date): Promise<void> {
  try {
    await due.markQueued(row, now);
  } catch (error) {
    // Marked by another replica, or sent and gone already.
    if (!isFailure(error, 'conflict')) throw error;
  }
}

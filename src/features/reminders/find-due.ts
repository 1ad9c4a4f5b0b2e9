import { isFailure } from '../../core/failure.ts';
import { addDays, localDateAt, localTimeAt, type TimeZone } from '../../core/local-date.ts';
import type { DueRow, DueStore } from './due-store.ts';
import { inParallel } from './in-parallel.ts';
import { findLost } from './lost-pointers.ts';
import { lookBackDays } from './move-reminders.ts';
import { maxAheadMinutes } from './tick-minutes.ts';
import type { WorkQueue } from './work-queue.ts';

export type FindDueNeeds = {
  due: DueStore;
  queue: Pick<WorkQueue, 'send'>;
  zone: TimeZone;
  /** A row that cannot be read: its person is not queued for it, and the others are not held up. */
  tellUnreadable?(): void;
};

const minuteMs = 60_000;
/** Storage calls at once: 20,000 people in well under a minute. */
const atOnce = 16;

/**
 * Queues one pointer for each person with something due, of today and the last 14 days. First queued, then marked: a crash in
 * between queues twice, which does no harm; the other way round would lose work. A lost pointer is made up for by the hint, which
 * stays until the reminder is settled. `messages`: how many messages lay in the queue before this began; 0 takes the queue for empty.
 */
export async function findDue(
  needs: FindDueNeeds,
  now: Date,
  messages: number,
): Promise<{ found: number; people: number }> {
  const today = localDateAt(now, needs.zone);
  const time = localTimeAt(now, needs.zone);
  const byPerson = new Map<string, DueRow[]>();
  for await (const row of needs.due.list(addDays(today, -lookBackDays), today, needs.tellUnreadable)) {
    if (row.dueOn === today && row.dueTime > time) continue;
    const rows = byPerson.get(row.personId);
    if (rows) rows.push(row);
    else byPerson.set(row.personId, [row]);
  }
  const waiting = [...byPerson].map(([personId, rows]) => ({ personId, rows, queuedAt: lastQueuedAt(rows, now) }));
  const lost = findLost(waiting.filter(isQueued), messages, now);
  const toQueue = [...waiting.filter((each) => !isQueued(each)), ...lost];
  await inParallel(toQueue, atOnce, async ({ personId, rows }) => {
    const dueOn = rows.map((row) => row.dueOn).toSorted()[0] ?? today;
    await needs.queue.send({ kind: 'reminder', personId, dueOn });
    for (const row of rows) await mark(needs.due, row, now);
  });
  return { found: toQueue.reduce((sum, { rows }) => sum + rows.length, 0), people: toQueue.length };
}

/**
 * A pointer is to all that a person has due, so the newest mark counts. `undefined` when something came since, or a crash left it unmarked. A
 * mark that is far ahead is of a clock that was wrong, and its pointer may have come to nothing.
 */
function lastQueuedAt(rows: readonly DueRow[], now: Date): Date | undefined {
  const latest = now.getTime() + maxAheadMinutes * minuteMs;
  const marks = rows.flatMap(({ queuedAt }) => (queuedAt && queuedAt.getTime() <= latest ? [queuedAt.getTime()] : []));
  return marks.length === rows.length ? new Date(Math.max(...marks)) : undefined;
}

const isQueued = <W extends { queuedAt: Date | undefined }>(each: W): each is W & { queuedAt: Date } =>
  each.queuedAt !== undefined;

async function mark(due: DueStore, row: DueRow, now: Date): Promise<void> {
  try {
    await due.markQueued(row, now);
  } catch (error) {
    // Marked by another replica, or sent and gone already.
    if (!isFailure(error, 'conflict')) throw error;
  }
}

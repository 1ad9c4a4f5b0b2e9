import type { Versioned } from '../../core/versioned.ts';
import { createRow, type PersonWrite, replaceRow } from '../people/person-store.ts';
import { datesChanged, type OpenReminder, type Reminder, reminderKey, reminderRow, settle } from './reminder-rows.ts';

/** What has to be written so that the rows agree with the plan. */
export type Reconciled = {
  writes: readonly PersonWrite[];
  /** Planned anew, or at another time: their hints come before the writes. */
  planned: readonly OpenReminder[];
  /** No longer at their time: their hints go after the writes. */
  left: readonly OpenReminder[];
};

/**
 * Pure: what changes when somebody's dates do: another first day, a new employment, another unit or module, a changed deadline. What is
 * planned moves; what was told about the old date is told about the new one, but only where its time is still to come (after `soonest`),
 * so that nothing is told twice for a change of a few days. Where the dates are the same, only what was held back and is not any more
 * moves: a pause was ended early. Never to a later time, since what is due may wait for its place in the queue.
 */
export function reconcileReminders(
  stored: readonly Versioned<Reminder>[],
  plan: readonly OpenReminder[],
  soonest: Date,
  now: Date,
): Reconciled {
  const rows = new Map(stored.map((row) => [reminderKey(row.value), row]));
  const deadlines = new Map(plan.map((each) => [roundOf(each), each.deadlineOn]));
  const wanted = new Set(plan.map(reminderKey));
  const changes = plan.flatMap((each): readonly Change[] => {
    const row = rows.get(reminderKey(each));
    if (!row) return [{ write: createRow(reminderRow, each), planned: each }];
    const held = heldBack(row.value, each);
    if (held) return [move(held, each.dueAt, row.etag)];
    if (!isToldAnew(row.value, each, soonest)) return [];
    const left = row.value.state === 'planned' ? row.value : undefined;
    return [{ write: replaceRow(reminderRow, each, row.etag), planned: each, left }];
  });
  const movedTo = new Map(
    changes.toReversed().flatMap(({ left, planned }) => (left ? [[placeOf(left), planned]] : [])),
  );
  const dropped = stored.flatMap(({ value, etag }): readonly Change[] => {
    const deadlineOn = deadlines.get(roundOf(value));
    const isOld = value.state === 'planned' && value.origin === 'step' && !wanted.has(reminderKey(value));
    if (!isOld || deadlineOn === undefined) return [];
    if (deadlineOn === value.deadlineOn) {
      // An earlier step, whose day has passed too: it stays on one card with the one that it was moved together with.
      const together = movedTo.get(placeOf(value));
      return together ? [move(value, together.dueAt, etag)] : [];
    }
    return [{ write: replaceRow(reminderRow, settle(value, 'cancelled', now, datesChanged), etag), left: value }];
  });
  const all = [...changes, ...dropped];
  return {
    writes: all.map(({ write }) => write),
    planned: all.flatMap(({ planned }) => planned ?? []),
    left: all.flatMap(({ left }) => left ?? []),
  };
}

type Change = { write: PersonWrite; planned?: OpenReminder; left?: OpenReminder };

const move = (left: OpenReminder, dueAt: Date, etag: string): Change => {
  const planned = { ...left, dueAt };
  return { write: replaceRow(reminderRow, planned, etag), planned, left };
};

function heldBack(stored: Reminder, planned: OpenReminder): OpenReminder | undefined {
  if (stored.state !== 'planned' || stored.deadlineOn !== planned.deadlineOn) return undefined;
  return planned.dueAt < stored.dueAt ? stored : undefined;
}

/** Ended because the person or the module had gone, and both are back. */
const endedByLeaving: readonly string[] = ['employment-ended', 'module-gone', datesChanged];

function isToldAnew(stored: Reminder, planned: OpenReminder, soonest: Date): boolean {
  const isMoved = stored.deadlineOn !== planned.deadlineOn;
  if (stored.state === 'planned') return isMoved;
  if (planned.dueAt <= soonest) return false;
  const isBack = stored.state === 'cancelled' && endedByLeaving.includes(stored.reason ?? '');
  return isMoved || isBack;
}

const roundOf = ({ moduleId, cycle }: Pick<Reminder, 'moduleId' | 'cycle'>): string => `${moduleId}:${cycle}`;

/** What is planned for the same moment of the same time round. */
const placeOf = (reminder: OpenReminder): string => `${roundOf(reminder)}:${reminder.dueAt.getTime()}`;

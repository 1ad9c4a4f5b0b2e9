import { Failure } from '../../src/core/failure.ts';
import { newId } from '../../src/core/ids.ts';
import type { Due, DueRow, DueStore } from '../../src/features/reminders/due-store.ts';
import { dueKeys } from '../../src/outbound/azure-tables/due-table.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** DueStore in memory, with the behaviour of `dueTable`. */
export function memoryDueStore(): DueStore {
  const rows = new Map<string, DueRow>();
  return {
    async create(due) {
      const key = keyOf(due);
      if (!rows.has(key)) rows.set(key, { ...pickDue(due), etag: newId() });
    },
    async *list(from, to) {
      const found = [...rows].filter(([, { dueOn }]) => dueOn >= from && dueOn <= to);
      for (const [, row] of found) yield { ...row };
    },
    async markQueued(row, queuedAt) {
      const key = keyOf(row);
      if (rows.get(key)?.etag !== row.etag) {
        throw new Failure('conflict', 'Somebody marked or deleted this row first; leave it to them');
      }
      rows.set(key, { ...pickDue(row), queuedAt, etag: newId() });
    },
    async delete(due) {
      rows.delete(keyOf(due));
    },
  };
}

function keyOf(due: Due): string {
  const keys = dueKeys(due);
  checkKeys(keys);
  return `${keys.partitionKey}/${keys.rowKey}`;
}

function pickDue(due: Due): Due {
  const { dueOn, dueTime, personId } = due;
  if ('kind' in due) return { dueOn, dueTime, personId, kind: due.kind };
  const { moduleId, cycle, stepId } = due;
  return { dueOn, dueTime, personId, moduleId, cycle, stepId };
}

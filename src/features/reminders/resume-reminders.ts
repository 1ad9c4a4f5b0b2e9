import type { TimeZone } from '../../core/local-date.ts';
import { type PersonStore, type PersonWrite, replaceRow, toArray } from '../people/person-store.ts';
import type { DueStore } from './due-store.ts';
import { dueOf, type OpenReminder, type Reminder, reminderRow, withdrawn } from './reminder-rows.ts';

/** A completion that is taken back. */
export type TakenBack = { moduleId: string; cycle: number; completedAt: Date };

/**
 * The writes that plan again what that completion ended, for the transaction that takes it back. What has passed is left to the night, which
 * makes one card of it. The hints of the rest are created here, before it: a crash leaves one too many, never one too few.
 */
export async function resumeReminders(
  needs: { people: PersonStore; due: DueStore; zone: TimeZone },
  personId: string,
  taken: TakenBack,
  now: Date,
): Promise<PersonWrite[]> {
  const writes: PersonWrite[] = [];
  for (const { value, etag } of await toArray(needs.people.list(personId, reminderRow))) {
    if (!isEndedBy(value, taken)) continue;
    if (value.dueAt <= now) {
      writes.push(replaceRow(reminderRow, { ...value, reason: withdrawn }, etag));
      continue;
    }
    const { state: _, settledAt: __, reason: ___, ...rest } = value;
    const planned: OpenReminder = { ...rest, state: 'planned' };
    await needs.due.create(dueOf(personId, planned, needs.zone));
    writes.push(replaceRow(reminderRow, planned, etag));
  }
  return writes;
}

function isEndedBy(
  reminder: Reminder,
  { moduleId, cycle, completedAt }: TakenBack,
): reminder is Extract<Reminder, { state: 'cancelled' }> {
  return (
    reminder.state === 'cancelled' &&
    reminder.reason === 'completed' &&
    reminder.settledAt.getTime() === completedAt.getTime() &&
    reminder.moduleId === moduleId &&
    reminder.cycle === cycle
  );
}

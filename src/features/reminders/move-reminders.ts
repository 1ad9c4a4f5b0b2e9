import { addDays, type LocalDate, localDateAt } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import { type PersonStore, replaceRow, toArray } from '../people/person-store.ts';
import { isInWindow, nextWorkingDay } from './calendar.ts';
import type { DueStore } from './due-store.ts';
import { sendTimeOn, soonestSendTime } from './policy.ts';
import { dueOf, type OpenReminder, reminderRow } from './reminder-rows.ts';
import type { ReminderRules } from './schedule-reminders.ts';

export type MoveNeeds = { people: PersonStore; due: DueStore; rules: ReminderRules };

/** How far back find-due looks, and so how long a hint may matter. */
export const lookBackDays = 14;

/**
 * Moves what is due and could not be sent: outside the window to the next one, and behind today's card to the next working day.
 * `undefined` when nothing was left. The new hint comes before the row, the old one goes after it.
 */
export async function moveReminders(needs: MoveNeeds, personId: string, now: Date): Promise<Date | undefined> {
  const { policy, calendar } = needs.rules;
  const today = localDateAt(now, calendar.zone);
  const isOpen = isInWindow(now, calendar);
  const to = isOpen
    ? sendTimeOn(nextWorkingDay(today, calendar), policy, calendar)
    : soonestSendTime(now, policy, calendar);
  const moved = await moveDue(needs, personId, now, to);
  for (const reminder of moved) await needs.due.delete(dueOf(personId, reminder, calendar.zone));
  return moved.length > 0 ? to : undefined;
}

async function moveDue(needs: MoveNeeds, personId: string, now: Date, to: Date): Promise<readonly OpenReminder[]> {
  return retryOnConflict(async () => {
    const rows = await toArray(needs.people.list(personId, reminderRow));
    const old: OpenReminder[] = [];
    const writes = rows.flatMap(({ value, etag }) => {
      if (value.state !== 'planned' || value.dueAt > now) return [];
      old.push(value);
      return [replaceRow(reminderRow, { ...value, dueAt: to }, etag)];
    });
    for (const reminder of old) {
      await needs.due.create(dueOf(personId, { ...reminder, dueAt: to }, needs.rules.calendar.zone));
    }
    if (writes.length > 0) await needs.people.commit({ personId, writes });
    return old;
  });
}

/** Deletes the hints of what is settled. `left`: how many are due and are not. */
export async function sweepHints(needs: MoveNeeds, personId: string, now: Date): Promise<{ left: number }> {
  const { zone } = needs.rules.calendar;
  const today = localDateAt(now, zone);
  const from = addDays(today, -lookBackDays);
  let left = 0;
  for await (const { value } of needs.people.list(personId, reminderRow)) {
    const due = dueOf(personId, value, zone);
    if (value.state === 'planned' && value.dueAt <= now) left += 1;
    if (value.state !== 'planned' && from <= due.dueOn && due.dueOn <= today) await needs.due.delete(due);
  }
  return { left };
}

/** Deletes every hint for a person who cannot be handled, so that nobody is queued for nothing all day. The nightly round brings them back. */
export async function forgetHints(needs: { due: DueStore }, personId: string, today: LocalDate): Promise<void> {
  for await (const hint of needs.due.list(addDays(today, -lookBackDays), today)) {
    if (hint.personId === personId) await needs.due.delete(hint);
  }
}

import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { type PersonStore, type PersonWrite, replaceRow, toArray } from '../people/person-store.ts';
import { type Reminder, reminderKey, reminderRow } from './reminder-rows.ts';
import type { Settlement } from './send-task.ts';

/**
 * The writes that settle the reminders of one card, for the transaction that settles the day. What got another date while the card was posted, after
 * the day of the card (its key), is still to be told: the card told of the old date.
 */
export async function settleReminders(
  people: PersonStore,
  card: { personId: string; key: string; zone: TimeZone },
  settlement: Settlement,
): Promise<readonly PersonWrite[]> {
  const rows = await toArray(people.list(card.personId, reminderRow));
  return rows.flatMap(({ value, etag }) => {
    if (!settlement.items.includes(reminderKey(value))) return [];
    if (value.state === 'planned' && localDateAt(value.dueAt, card.zone) > card.key) return [];
    const settled = settleOne(value, settlement);
    return settled ? [replaceRow(reminderRow, settled, etag)] : [];
  });
}

/** `undefined` when the row stays as it is: completed meanwhile, or settled already. */
function settleOne(reminder: Reminder, { state, at, reason }: Settlement): Reminder | undefined {
  const ended = { settledAt: at, ...(reason !== undefined && { reason }) };
  if (state === 'sent') {
    if (reminder.state === 'planned') return { ...reminder, state: 'sent', settledAt: at };
    if (reminder.state !== 'uncertain') return undefined;
    // Called uncertain by somebody who thought that the sender had crashed; now we know.
    const { reason: _, ...known } = reminder;
    return { ...known, state: 'sent', settledAt: at };
  }
  if (reminder.state !== 'planned') return undefined;
  if (state === 'rejected') return { ...reminder, state: 'rejected', ...ended };
  const doubtfulSends = reminder.doubtfulSends + 1;
  const isToldAgain = reminder.class === 'deadline' && doubtfulSends < 2;
  return isToldAgain ? { ...reminder, doubtfulSends } : { ...reminder, doubtfulSends, state: 'uncertain', ...ended };
}

import { localDateAt } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import { expiryRow } from '../credentials/tell-expiry.ts';
import { delegationRow } from '../digests/send-delegation.ts';
import { digestRow } from '../digests/send-digest.ts';
import { ownerCardRow } from '../owners/send-owner-card.ts';
import { deleteRow, type PersonRow, type PersonWrite, toArray } from '../people/person-store.ts';
import { readProgress } from '../progress/read-progress.ts';
import { isCertificateReminder } from '../reminders/certificate-reminder.ts';
import { readFollowUp } from '../reminders/follow-up.ts';
import type { Ledger } from '../reminders/ledger.ts';
import { dayRow, type Reminder, reminderKey, reminderRow } from '../reminders/reminder-rows.ts';
import { type SettleBegunNeeds, settleBegun } from '../reminders/settle-begun.ts';

/** As many as one transaction takes; what is left goes the next night. */
const mostWrites = 100;

/**
 * Deletes what one person was sent before `before`. A reminder of a module that is not done stays, and so does what came after one that is:
 * the row is what keeps the same reminder from being planned and sent once more. One of a course that runs out, or to the two who talk, is
 * planned for a short time only, so it goes. What somebody began to post and never settled is settled first, where no pointer leads to it
 * any more. Gives how many rows went.
 */
export async function deleteOldMessages(needs: SettleBegunNeeds, personId: string, before: Date): Promise<number> {
  const { people } = needs;
  const [reminders, days, digests, delegations, ownerCards, expiries, progress] = await Promise.all([
    toArray(people.list(personId, reminderRow)),
    toArray(people.list(personId, dayRow)),
    toArray(people.list(personId, digestRow)),
    toArray(people.list(personId, delegationRow)),
    toArray(people.list(personId, ownerCardRow)),
    toArray(people.list(personId, expiryRow)),
    readProgress({ people }, personId),
  ]);
  await settleBegun(
    needs,
    personId,
    days.map(({ value }) => value),
  );
  const isDone = (reminder: Reminder): boolean => {
    const stored = progress.get(reminder.moduleId)?.value;
    if (readFollowUp(reminder)?.kind === 'mentor') return true;
    if (!stored) return isCertificateReminder(reminder);
    return stored.cycle > reminder.cycle || stored.state === 'completed';
  };
  const writes: PersonWrite[] = [
    ...reminders
      .filter(({ value }) => value.state !== 'planned' && value.settledAt < before && isDone(value))
      .map(({ value }) => deleteRow(reminderRow, reminderKey(value))),
    ...oldOf(dayRow, days, before),
    ...days.filter(({ value }) => isUnused(value, before)).map(({ value }) => deleteRow(dayRow, value.key)),
    ...oldOf(expiryRow, expiries, before),
    ...oldOf(delegationRow, delegations, before),
    // The latest one says what is new since.
    ...oldOf(digestRow, digests.slice(0, -1), before),
    ...oldOf(ownerCardRow, ownerCards.slice(0, -1), before),
  ].slice(0, mostWrites);
  if (writes.length > 0) await people.commit({ personId, writes });
  return writes.length;
}

const oldOf = (row: PersonRow<Ledger>, ledgers: readonly Versioned<Ledger>[], before: Date): readonly PersonWrite[] =>
  ledgers.filter(({ value }) => isOld(value, before)).map(({ value }) => deleteRow(row, value.key));

/** A day whose card there was nothing for, or whose claim ran out: nobody sends it any more. */
const isUnused = ({ state, key }: Ledger, before: Date): boolean =>
  (state === 'free' || state === 'claimed') && key < localDateAt(before, 'UTC');

/** Nothing that was, or may have been, posted so long ago is posted again. */
function isOld(ledger: Ledger, before: Date): boolean {
  if (ledger.state === 'sending') return ledger.since < before;
  return 'settledAt' in ledger && ledger.settledAt < before;
}

import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import type { Conversation } from '../people/person.ts';
import type { OwnModule } from '../progress/own-modules.ts';
import { isReachable, notInstalled } from '../reminders/find-address.ts';
import type { Ledger, LedgerIn } from '../reminders/ledger.ts';
import { mayPass } from '../reminders/messenger.ts';
import { lastKnownAct } from '../reminders/unanswered-nudges.ts';

/** Whether Undring can write to somebody. `no-chat`: there is none, and nobody to open one with. */
export type Reach = { reach: 'open' } | { reach: 'no-chat' } | { reach: 'blocked'; reason: string };

export type ReachedFrom = {
  conversation: Conversation | undefined;
  aadObjectId: string | undefined;
  /** The ledgers of the person's days. */
  days: readonly Ledger[];
  own: readonly OwnModule[];
};

/** Nothing tells us that an app which was shut off is back, but a message that comes through; some people get none for months. */
const toldForDays = 7;

/** As the sending judges it. That a chat could not be opened, or a message was refused in one that is open, is kept nowhere but in the ledger of the day. */
export function reachOf({ conversation, aadObjectId, days, own }: ReachedFrom, today: LocalDate): Reach {
  if (conversation?.state === 'blocked') return { reach: 'blocked', reason: conversation.reason ?? 'unknown' };
  if (!isReachable(conversation, aadObjectId)) return { reach: 'no-chat' };
  const refusal = lastRefusal(days);
  const isRefused = refusal && (!conversation || isStillTold(refusal, own, today));
  return isRefused ? { reach: 'blocked', reason: refusal.reason } : { reach: 'open' };
}

/** For a week, and no longer than until the person has done something in Undring. */
function isStillTold(
  { reason, key, settledAt }: LedgerIn<'rejected'>,
  own: readonly OwnModule[],
  today: LocalDate,
): boolean {
  const isRecent = daysBetween(key as LocalDate, today) < toldForDays;
  return mayPass(reason) && isRecent && own.flatMap(lastKnownAct).every((act) => act <= settledAt);
}

function lastRefusal(days: readonly Ledger[]): LedgerIn<'rejected'> | undefined {
  const answered = days.filter(({ state }) => state === 'sent' || state === 'uncertain' || state === 'rejected');
  const last = answered.toSorted((a, b) => a.key.localeCompare(b.key)).at(-1);
  return last?.state === 'rejected' && last.reason !== notInstalled ? last : undefined;
}

import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Versioned } from '../../core/versioned.ts';
import type { Conversation } from '../people/person.ts';
import { deleteRow, type PersonWrite } from '../people/person-store.ts';
import { backoffMs } from './backoff.ts';
import { blockAddress } from './find-address.ts';
import {
  countsOf,
  isSettled,
  type Ledger,
  type LedgerIn,
  later,
  maxFailures,
  maxOverloads,
  mayResend,
  resendAfterMs,
} from './ledger.ts';
import type { SendResult } from './messenger.ts';
import { ledgerWrite, readLedger } from './move-ledger.ts';
import type { SendOnceNeeds, SendOnceResult, SendTask, Settlement } from './send-task.ts';
import { afterPauseMs, authorisationPauseMs } from './sending-pause.ts';

type Held = LedgerIn<'sending'>;
type SettleNeeds = Pick<SendOnceNeeds, 'people' | 'telemetry' | 'clock'>;
type SettleTask = Omit<SendTask, 'prepare' | 'aadObjectId'>;
type Rejected = Extract<SendResult, { outcome: 'rejected' }>;
type TryLater = Extract<SendResult, { outcome: 'try-later' }>;

/** So many waits of one message for Teams want a person to look. */
const waitsToTell = 3;

/** It arrived: ledger and rows in one transaction. */
export async function settleSent(
  needs: SendOnceNeeds,
  task: SendTask,
  held: Held,
  activityId: string,
): Promise<SendOnceResult> {
  const at = needs.clock.now();
  const { since: _, ...rest } = held;
  const to: Ledger = { ...rest, state: 'sent', activityId, settledAt: at };
  await settle(needs, task, held, to, { items: held.items, state: 'sent', at });
  record(needs, task, held, 'sent');
  return { outcome: 'sent' };
}

/** Nobody knows whether it arrived: after 500, 502, 504, a reset, or the trace of a crash. */
export async function settleUncertain(
  needs: SettleNeeds,
  task: SettleTask,
  held: Held,
  reason: string,
): Promise<SendOnceResult> {
  const { since, ...rest } = held;
  const now = needs.clock.now();
  // Never in time to come, where the clock of whoever began ran ahead.
  const at = since < now ? since : now;
  const to: Ledger = { ...rest, state: 'uncertain', reason, settledAt: at };
  await settle(needs, task, held, to, { items: held.items, state: 'doubtful', reason, at });
  record(needs, task, held, 'uncertain', reason);
  return mayResend(held) ? { outcome: 'later', delayMs: resendAfterMs, reason } : { outcome: 'uncertain', reason };
}

/** Teams will never take it. When the person cannot be reached at all, the chat is marked so in the same transaction. */
export async function settleRejected(
  needs: SendOnceNeeds,
  task: SendTask,
  held: Held,
  { reason, isUnreachable }: Rejected,
  tried: Conversation | undefined,
): Promise<SendOnceResult> {
  const at = needs.clock.now();
  const to: Ledger = { ...countsOf(held), state: 'rejected', reason, settledAt: at };
  const settlement: Settlement = { items: held.items, state: 'rejected', reason, at };
  await settle(needs, task, held, to, settlement, isUnreachable && task.afterwards !== 'forget' ? tried : undefined);
  record(needs, task, held, 'rejected', reason);
  return { outcome: 'rejected', reason };
}

/** Surely not processed: given free with a time before which nobody tries. Counted, and parked when it was too often; where Teams only asked us to wait, the wait grows and nothing is parked. */
export async function settleFailure(
  needs: SendOnceNeeds,
  task: SendTask,
  held: Held,
  { reason, because, retryAfterMs }: TryLater,
): Promise<SendOnceResult> {
  const at = needs.clock.now();
  const isCounted = because !== 'throttled';
  const failures = held.failures + Number(isCounted);
  const overloads = (held.overloads ?? 0) + Number(because === 'overloaded');
  const throttles = (held.throttles ?? 0) + Number(!isCounted);
  const some = { ...(overloads > 0 && { overloads }), ...(throttles > 0 && { throttles }) };
  const base = { ...countsOf(held), failures, ...some, attempts: held.attempts - 1 };
  if (isCounted && (failures >= maxFailures || overloads >= maxOverloads)) {
    const to: Ledger = { ...base, state: 'parked', reason, settledAt: at };
    await settle(needs, task, held, to, { items: held.items, state: 'rejected', reason: `gave-up: ${reason}`, at });
    if (task.afterwards !== 'forget') {
      needs.telemetry.record({ event: 'message-parked', queue: task.row.kind, failures });
    }
    return { outcome: 'parked', reason };
  }
  // It is not given up, so somebody has to hear of it: after three waits, of more than twenty minutes.
  if (!isCounted && throttles === waitsToTell)
    needs.telemetry.record({ event: 'background-failed', at: 'sending', kind: reason });
  const delayMs = backoffMs(isCounted ? failures : throttles, retryAfterMs, needs.random);
  await settle(needs, task, held, { ...base, state: 'free', notBefore: later(at, delayMs), reason });
  return { outcome: 'later', delayMs, reason };
}

/** It is us, not the person: nothing is counted against the message, and all sending stands still. It comes after the others. */
export async function settleNotAuthorised(
  needs: SendOnceNeeds,
  task: SendTask,
  held: Held,
  reason: string,
): Promise<SendOnceResult> {
  const at = needs.clock.now();
  needs.pause.pause(later(at, authorisationPauseMs));
  needs.telemetry.record({ event: 'sending-paused', reason });
  const delayMs = authorisationPauseMs + Math.round(afterPauseMs * needs.random());
  await settle(needs, task, held, { ...uncounted(held), state: 'free', notBefore: later(at, delayMs), reason });
  return { outcome: 'later', delayMs, reason };
}

/** Nothing was posted, since storage did not say whether the message is marked `sending`. */
export async function settleUnposted(needs: SettleNeeds, task: SettleTask, held: Held): Promise<void> {
  await settle(needs, task, held, { ...uncounted(held), state: 'free', reason: 'storage-away' });
}

const uncounted = (held: Held) => ({ ...countsOf(held), attempts: held.attempts - 1 });

async function settle(
  needs: SettleNeeds,
  task: SettleTask,
  held: Held,
  to: Ledger,
  settlement?: Settlement,
  unreachable?: Conversation,
): Promise<void> {
  await retryOnConflict(async () => {
    const current = await readLedger(needs.people, task);
    if (!current || !isStillHeld(current.value, held)) return;
    const rows = settlement ? await task.settle(settlement) : [];
    const blocked = unreachable
      ? await blockAddress(needs.people, task.personId, unreachable, settlement?.reason ?? 'blocked')
      : [];
    await needs.people.commit({
      personId: task.personId,
      writes: [settledWrite(task, current, to), ...rows, ...blocked],
    });
  });
}

function settledWrite(task: SettleTask, current: Versioned<Ledger>, to: Ledger): PersonWrite {
  const isForgotten = task.afterwards === 'forget' && isSettled(to);
  return isForgotten ? deleteRow(task.row, task.key) : ledgerWrite(task, current, to);
}

/** Ours as we left it: not yet marked `sending`, or so marked, or called uncertain by somebody who thought that we had crashed. */
function isStillHeld(current: Ledger, held: Held): boolean {
  if (!('claimId' in current) || current.claimId !== held.claimId) return false;
  if (current.state === 'claimed') return current.attempts < held.attempts;
  return current.state !== 'sent' && current.attempts === held.attempts;
}

function record(needs: SettleNeeds, task: SettleTask, held: Held, outcome: string, reason?: string): void {
  const { personId } = task;
  if (task.afterwards === 'forget') return;
  needs.telemetry.record({ event: 'message-settled', messageClass: held.class, outcome, reason, personId });
}

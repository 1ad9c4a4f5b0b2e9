import { newId } from '../../core/ids.ts';
import type { Versioned } from '../../core/versioned.ts';
import type { Conversation } from '../people/person.ts';
import type { PersonWrite } from '../people/person-store.ts';
import { type AddressResult, findAddress, openAddress } from './find-address.ts';
import { claimMs, countsOf, decideClaim, type Ledger, type LedgerIn, later } from './ledger.ts';
import type { SendResult } from './messenger.ts';
import { type MoveResult, moveAndHold, moveLedger, readLedger } from './move-ledger.ts';
import { release, releaseEmpty } from './release-claim.ts';
import type { SendOnceNeeds, SendOnceResult, SendTask } from './send-task.ts';
import {
  settleFailure,
  settleNotAuthorised,
  settleRejected,
  settleSent,
  settleUncertain,
  settleUnposted,
} from './settle-ledger.ts';

type Held<S extends Ledger['state']> = Versioned<LedgerIn<S>>;

/**
 * Claim → wait for a slot → check again → write `sending` → one POST → settle. Exactly once is impossible, since a POST to Teams
 * has no key of its own: a nudge is posted at most once whatever crashes where, a deadline notice or digest at most twice.
 * Throws Failure `unavailable` when storage does not answer; then the ledger tells the next worker how far this one came.
 */
export async function sendOnce(needs: SendOnceNeeds, task: SendTask): Promise<SendOnceResult> {
  if (await needs.sendingSwitch.isStopped()) return { outcome: 'later', delayMs: stoppedMs(needs), reason: stopped };
  const paused = needs.pause.pausedUntil(needs.clock.now());
  if (paused) return tryAgain(needs, paused, 'sending-paused');
  const claim = await claimLedger(needs, task);
  if (claim.outcome !== 'claimed') return claim.result;
  if ((await needs.pacing.waitForSlot()) === 'given-up') return release(needs, task, claim.ledger, 'no-slot');
  let held: Reopened = { outcome: 'reopened', claim: claim.ledger };
  let mayReopen = true;
  for (let tries = 0; tries < 4; tries += 1) {
    const result = await sendClaimed(needs, task, held.claim, mayReopen);
    if (result === 'crossed' || result === 'opened') continue;
    if (result.outcome !== 'reopened') return result;
    held = result;
    mayReopen = false;
  }
  return release(needs, task, held.claim, 'busy-rows');
}

/** The chat was gone and is opened anew, and we hold a slot for the second POST: all is checked again before it. */
type Reopened = { outcome: 'reopened'; claim: Held<'claimed'> };

type ClaimResult = { outcome: 'claimed'; ledger: Held<'claimed'> } | { outcome: 'not-now'; result: SendOnceResult };

async function claimLedger(needs: SendOnceNeeds, task: SendTask): Promise<ClaimResult> {
  for (let tries = 0; tries < 5; tries += 1) {
    const now = needs.clock.now();
    const current = await readLedger(needs.people, task);
    const decision = decideClaim(current?.value, now);
    if (decision.decision === 'settled') return { outcome: 'not-now', result: { outcome: 'settled' } };
    if (decision.decision === 'wait') {
      return { outcome: 'not-now', result: tryAgain(needs, decision.until, decision.reason) };
    }
    if (decision.decision === 'mark-uncertain') {
      await settleUncertain(needs, task, decision.ledger, 'crashed-while-sending');
      continue;
    }
    const claimed = { ...decision.counts, key: task.key, claimId: newId(), until: later(now, claimMs) };
    const ledger = await moveAndHold(needs.people, task, current, { ...claimed, state: 'claimed' });
    if (ledger) return { outcome: 'claimed', ledger };
  }
  return { outcome: 'not-now', result: inOtherHands };
}

async function sendClaimed(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Held<'claimed'>,
  mayReopen: boolean,
): Promise<SendOnceResult | Reopened | 'crossed' | 'opened'> {
  // It may have been stopped while we waited for a slot.
  if (await needs.sendingSwitch.isStopped()) return release(needs, task, claim, stopped);
  const prepared = await task.prepare(needs.clock.now());
  if (prepared.decision === 'wait') return release(needs, task, claim, prepared.reason);
  if (prepared.decision === 'nothing') return releaseEmpty(needs, task, claim, prepared);
  const address = await findAddress(needs, task.personId, task.aadObjectId);
  if (address.outcome === 'given-up') return release(needs, task, claim, 'no-slot');
  // What `prepare` checks may be otherwise after the wait: the window of a reminder closed, or a module done.
  if (address.outcome === 'opened') return 'opened';
  const now = needs.clock.now();
  if (now >= claim.value.until) return release(needs, task, claim, 'claim-ran-out');
  const counts = countsOf(claim.value);
  const { claimId } = claim.value;
  const { class: messageClass, items, mark } = prepared;
  const sending: LedgerIn<'sending'> = {
    ...{ ...counts, attempts: Math.max(counts.attempts, prepared.attempts ?? 0) + 1 },
    ...{ claimId, class: messageClass, items: [...items], since: now },
    ...(mark !== undefined && { mark }),
    state: 'sending',
  };
  if (address.outcome !== 'found') return settleUnsent(needs, task, sending, address);
  // Opening a chat may have taken most of the time that is left: a POST that is cut off would be called uncertain, and a nudge lost.
  if (needs.isStopping?.()) return release(needs, task, claim, 'stopping');
  const move = await markSending(needs, task, claim, sending, prepared.writes);
  if (move === 'crossed') return 'crossed';
  if (move === 'lost') return inOtherHands;
  const result = await needs.messenger.send(address.conversation, prepared.message);
  if (mayReopen && isGone(result, task)) return reopen(needs, task, address.conversation, sending);
  return settleResult(needs, task, sending, result, address.conversation);
}

/** Where storage does not say whether it is marked, nothing is posted, and nobody shall take it for a crash. */
async function markSending(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Held<'claimed'>,
  sending: LedgerIn<'sending'>,
  writes: readonly PersonWrite[],
): Promise<MoveResult> {
  try {
    return await moveLedger(needs.people, task, claim, sending, writes);
  } catch (error) {
    await settleUnposted(needs, task, sending).catch(() => undefined);
    throw error;
  }
}

/**
 * Teams has said that it did not take the message, so the second POST is no double, and meanwhile a crash leaves nothing uncertain. Opening is
 * one call and the second POST another: each waits for a slot of its own, also where the chats of a whole town are gone.
 */
async function reopen(
  needs: SendOnceNeeds,
  task: SendTask,
  gone: Conversation,
  held: LedgerIn<'sending'>,
): Promise<SendOnceResult | Reopened> {
  const { claimId, attempts } = held;
  const until = later(needs.clock.now(), claimMs);
  const again = { ...countsOf(held), attempts: attempts - 1, claimId, until, state: 'claimed' as const };
  const stored = await readLedger(needs.people, task);
  const isOurs = stored?.value.state === 'sending' && stored.value.claimId === claimId;
  const claim = isOurs ? await moveAndHold(needs.people, task, stored, again) : undefined;
  if (!claim) return inOtherHands;
  const reopened = await openAddress(needs, task.personId, task.aadObjectId, gone);
  if (reopened.outcome !== 'found') return settleUnsent(needs, task, held, reopened, gone);
  if ((await needs.pacing.waitForSlot()) === 'given-up') return release(needs, task, claim, 'no-slot');
  return { outcome: 'reopened', claim };
}

async function settleResult(
  needs: SendOnceNeeds,
  task: SendTask,
  held: LedgerIn<'sending'>,
  result: SendResult,
  tried: Conversation | undefined,
): Promise<SendOnceResult> {
  switch (result.outcome) {
    case 'sent':
      return settleSent(needs, task, held, result.activityId);
    case 'unknown':
      return settleUncertain(needs, task, held, result.reason);
    case 'rejected':
      return settleRejected(needs, task, held, result, tried);
    case 'try-later':
      return settleFailure(needs, task, held, result);
    case 'not-authorised':
      return settleNotAuthorised(needs, task, held, result.reason);
  }
}

/** No chat to post to: nothing was sent. Opening one can be done again safely, so an unknown answer is only "later". */
function settleUnsent(
  needs: SendOnceNeeds,
  task: SendTask,
  held: LedgerIn<'sending'>,
  address: Exclude<AddressResult, { outcome: 'found' }>,
  tried?: Conversation,
): Promise<SendOnceResult> {
  if (address.outcome === 'given-up' || address.outcome === 'unknown') {
    const isUnknown = address.outcome === 'unknown';
    const reason = isUnknown ? address.reason : 'no-slot';
    const because = isUnknown ? 'failed' : 'throttled';
    return settleFailure(needs, task, held, { outcome: 'try-later', reason, because });
  }
  return settleResult(needs, task, held, address, tried);
}

const inOtherHands: SendOnceResult = { outcome: 'later', delayMs: claimMs, reason: 'in-other-hands' };

/** Teams' word for a chat that no longer exists; a 404 without a word may mean the same, and is no reason to close one. */
const isGone = (result: SendResult, { aadObjectId }: SendTask): boolean =>
  result.outcome === 'rejected' &&
  (result.reason === 'ConversationNotFound' || (result.reason === 'http-404' && aadObjectId !== undefined));

const stopped = 'sending-stopped';
/** A coordinator has stopped all sending: the message lies in the queue, and is looked at now and then. Nothing is counted against it. */
const stoppedMs = ({ random }: SendOnceNeeds): number => Math.round(150_000 * (1 + random()));

function tryAgain(needs: SendOnceNeeds, from: Date, reason: string): SendOnceResult {
  const waitMs = Math.max(0, from.getTime() - needs.clock.now().getTime());
  return { outcome: 'later', delayMs: waitMs + Math.round(1000 * needs.random()), reason };
}

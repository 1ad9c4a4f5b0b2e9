import { isFailure } from '../../core/failure.ts';
import { newId } from '../../core/ids.ts';
import type { Versioned } from '../../core/versioned.ts';
import type { Conversation } from '../people/person.ts';
import { type AddressResult, findAddress, openAddress } from './find-address.ts';
import { claimMs, decideClaim, type Ledger, type LedgerIn, later } from './ledger.ts';
import type { SendResult } from './messenger.ts';
import { ledgerWrite, moveLedger, readLedger } from './move-ledger.ts';
import type { Prepared, SendOnceNeeds, SendOnceResult, SendTask } from './send-task.ts';
import { settleFailure, settleNotAuthorised, settleRejected, settleSent, settleUncertain } from './settle-ledger.ts';

type Held<S extends Ledger['state']> = Versioned<LedgerIn<S>>;
type ToSend = Extract<Prepared, { decision: 'send' }>;

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
  for (let tries = 0; tries < 3; tries += 1) {
    const result = await sendClaimed(needs, task, claim.ledger);
    if (result !== 'crossed') return result;
  }
  return release(needs, task, claim.ledger, 'busy-rows');
}

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
    const { attempts, failures } = decision;
    const claimed = { key: task.key, attempts, failures, claimId: newId(), until: later(now, claimMs) };
    const move = await moveLedger(needs.people, task, current, { ...claimed, state: 'claimed' });
    if (move.outcome === 'moved' && isIn(move.ledger, 'claimed')) return { outcome: 'claimed', ledger: move.ledger };
  }
  return { outcome: 'not-now', result: { outcome: 'later', delayMs: claimMs, reason: 'in-other-hands' } };
}

async function sendClaimed(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Held<'claimed'>,
): Promise<SendOnceResult | 'crossed'> {
  // It may have been stopped while we waited for a slot.
  if (await needs.sendingSwitch.isStopped()) return release(needs, task, claim, stopped);
  const prepared = await task.prepare(needs.clock.now());
  if (prepared.decision === 'nothing') return releaseEmpty(needs, task, claim, prepared);
  const address = await findAddress(needs, task.personId, task.aadObjectId);
  if (address.outcome === 'given-up') return release(needs, task, claim, 'no-slot');
  const now = needs.clock.now();
  if (now >= claim.value.until) return release(needs, task, claim, 'claim-ran-out');
  const { key, failures, attempts, claimId } = claim.value;
  const { class: messageClass, items, mark } = prepared;
  const sending: LedgerIn<'sending'> = {
    ...{ key, failures, attempts: attempts + 1, claimId, class: messageClass, items: [...items], since: now },
    ...(mark !== undefined && { mark }),
    state: 'sending',
  };
  if (address.outcome !== 'found') return settleUnsent(needs, task, sending, address);
  const move = await moveLedger(needs.people, task, claim, sending, prepared.writes);
  if (move.outcome === 'crossed') return 'crossed';
  if (move.outcome === 'lost') return { outcome: 'later', delayMs: claimMs, reason: 'in-other-hands' };
  return post(needs, task, prepared, address.conversation, move.ledger, sending);
}

async function post(
  needs: SendOnceNeeds,
  task: SendTask,
  prepared: ToSend,
  conversation: Conversation,
  stored: Versioned<Ledger>,
  held: LedgerIn<'sending'>,
): Promise<SendOnceResult> {
  const result = await needs.messenger.send(conversation, prepared.message);
  if (!isGone(result)) return settleResult(needs, task, held, result, conversation);
  const reopened = await openAddress(needs, task.personId, task.aadObjectId, conversation);
  if (reopened.outcome !== 'found') return settleUnsent(needs, task, held, reopened, conversation);
  // Teams has said that it did not take the first one, so the second is not a double. Written anew: the clock of a crash restarts.
  const again: LedgerIn<'sending'> = { ...held, claimId: newId(), since: needs.clock.now() };
  const move = await moveLedger(needs.people, task, stored, again);
  if (move.outcome !== 'moved') return { outcome: 'later', delayMs: claimMs, reason: 'in-other-hands' };
  const second = await needs.messenger.send(reopened.conversation, prepared.message);
  return settleResult(needs, task, again, second, reopened.conversation);
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
    const reason = address.outcome === 'unknown' ? address.reason : 'no-slot';
    return settleFailure(needs, task, held, { outcome: 'try-later', reason });
  }
  return settleResult(needs, task, held, address, tried);
}

/** Teams' word for a chat that no longer exists. */
const isGone = (result: SendResult): boolean =>
  result.outcome === 'rejected' && result.reason === 'ConversationNotFound';

async function releaseEmpty(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Held<'claimed'>,
  { writes, skip }: Extract<Prepared, { decision: 'nothing' }>,
): Promise<SendOnceResult | 'crossed'> {
  const { key, failures, attempts } = claim.value;
  const rest = { key, failures, attempts };
  const end: Ledger =
    skip === undefined
      ? { ...rest, state: 'free', reason: 'nothing-to-send' }
      : { ...rest, state: 'skipped', reason: skip, settledAt: needs.clock.now() };
  const free = ledgerWrite(task, claim, end);
  try {
    await needs.people.commit({ personId: task.personId, writes: [free, ...writes] });
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    const stored = await readLedger(needs.people, task);
    if (stored?.etag === claim.etag) return 'crossed';
  }
  return { outcome: 'nothing' };
}

/** Gives the claim back unused. When storage is away, or somebody has taken it, it runs out by itself. */
async function release(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Held<'claimed'>,
  reason: string,
): Promise<SendOnceResult> {
  const { key, failures, attempts } = claim.value;
  const free: Ledger = { key, failures, attempts, state: 'free', reason };
  await needs.people
    .commit({ personId: task.personId, writes: [ledgerWrite(task, claim, free)] })
    .catch(() => undefined);
  return { outcome: 'later', delayMs: Math.round(retryMs * (1 + needs.random())), reason };
}

const retryMs = 30_000;
const stopped = 'sending-stopped';
/** A coordinator has stopped all sending: the message lies in the queue, and is looked at now and then. Nothing is counted against it. */
const stoppedMs = ({ random }: SendOnceNeeds): number => Math.round(150_000 * (1 + random()));

function tryAgain(needs: SendOnceNeeds, from: Date, reason: string): SendOnceResult {
  const waitMs = Math.max(0, from.getTime() - needs.clock.now().getTime());
  return { outcome: 'later', delayMs: waitMs + Math.round(1000 * needs.random()), reason };
}

const isIn = <S extends Ledger['state']>(ledger: Versioned<Ledger>, state: S): ledger is Held<S> =>
  ledger.value.state === state;

import { isFailure } from '../../core/failure.ts';
import type { Versioned } from '../../core/versioned.ts';
import { countsOf, type Ledger, type LedgerIn, nothingToSend } from './ledger.ts';
import { ledgerWrite, readLedger } from './move-ledger.ts';
import type { Prepared, SendOnceNeeds, SendOnceResult, SendTask } from './send-task.ts';

type Claim = Versioned<LedgerIn<'claimed'>>;

/** There was nothing to send any more: the claim is given back together with what `prepare` found out. */
export async function releaseEmpty(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Claim,
  { writes, skip }: Extract<Prepared, { decision: 'nothing' }>,
): Promise<SendOnceResult | 'crossed'> {
  const counts = countsOf(claim.value);
  const end: Ledger =
    skip === undefined
      ? { ...counts, state: 'free', reason: nothingToSend }
      : { ...counts, state: 'skipped', reason: skip, settledAt: needs.clock.now() };
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
export async function release(
  needs: SendOnceNeeds,
  task: SendTask,
  claim: Claim,
  reason: string,
): Promise<SendOnceResult> {
  const free: Ledger = { ...countsOf(claim.value), state: 'free', reason };
  await needs.people
    .commit({ personId: task.personId, writes: [ledgerWrite(task, claim, free)] })
    .catch(() => undefined);
  return { outcome: 'later', delayMs: Math.round(retryMs * (1 + needs.random())), reason };
}

const retryMs = 30_000;

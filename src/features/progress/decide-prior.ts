import type { LocalDate } from '../../core/local-date.ts';
import type { Versioned } from '../../core/versioned.ts';
import type { Module } from '../catalogue/module.ts';
import { createRow, type PersonWrite, replaceRow } from '../people/person-store.ts';
import type { StoredProgress } from './change-progress.ts';
import { isPrior, type Prior, type PriorIn, priorRow } from './prior.ts';
import { firstCycle, type Progress } from './progress.ts';
import { doneRow, progressRow } from './progress-rows.ts';

type Stored = Versioned<Prior> | undefined;
type Decision<R> = R & { writes: readonly PersonWrite[] };

/** What a person says: when, and where by the pack's list. */
export type PriorClaim = { takenOn: LocalDate; place: string };

/** Pure: the row that waits for the leader. The same claim again changes nothing; another date or place takes its place. */
export function decideAsk(
  moduleId: string,
  stored: Stored,
  { takenOn, place }: PriorClaim,
  now: Date,
): Decision<{ prior: PriorIn<'waiting'> | PriorIn<'confirmed'> }> {
  // The leader said yes while the person asked anew: what the leader has said stands.
  if (isPrior(stored, 'confirmed')) return { prior: stored.value, writes: [] };
  if (isPrior(stored, 'waiting') && stored.value.takenOn === takenOn && stored.value.place === place) {
    return { prior: stored.value, writes: [] };
  }
  const prior: PriorIn<'waiting'> = { moduleId, cycle: firstCycle, takenOn, place, askedAt: now, state: 'waiting' };
  return { prior, writes: [stored ? replaceRow(priorRow, prior, stored.etag) : createRow(priorRow, prior)] };
}

/** Pure: taken back by the person. Nothing happens when nothing waits. */
export function decideWithdraw(stored: Stored, now: Date): Decision<{ outcome: 'withdrawn' | 'nothing-waiting' }> {
  if (!isPrior(stored, 'waiting')) return { outcome: 'nothing-waiting', writes: [] };
  const withdrawn: Prior = { ...stored.value, state: 'withdrawn', decidedAt: now };
  return { outcome: 'withdrawn', writes: [replaceRow(priorRow, withdrawn, stored.etag)] };
}

/** A leader's word about what stood on the leader's card: `askedAt` says which asking that was. */
export type PriorVerdict = { leaderId: string; askedAt: Date } & (
  | { verdict: 'confirm' }
  | { verdict: 'decline'; reason: string }
);

export type PriorVerdictResult =
  | { outcome: 'confirmed' | 'declined'; decidedAt: Date }
  /** Answered before: by this leader, or by another one who came first. */
  | { outcome: 'already-decided'; state: 'confirmed' | 'declined'; by: 'you' | 'another'; decidedAt: Date }
  /** The person has finished the module in the meantime. */
  | { outcome: 'already-completed' }
  /** Withdrawn, or asked anew with another date or place. */
  | { outcome: 'changed' };

/** Pure. Two leaders at once meet on the row's etag: the first one's word stands, the second is told. */
export function decideVerdict(
  module: Module,
  stored: Stored,
  progress: StoredProgress,
  verdict: PriorVerdict,
  now: Date,
): Decision<PriorVerdictResult> {
  if (!stored || stored.value.askedAt.getTime() !== verdict.askedAt.getTime())
    return { outcome: 'changed', writes: [] };
  const prior = stored.value;
  if (prior.state === 'withdrawn') return { outcome: 'changed', writes: [] };
  if (prior.state !== 'waiting') {
    const by = prior.decidedBy === verdict.leaderId ? 'you' : 'another';
    return { outcome: 'already-decided', state: prior.state, by, decidedAt: prior.decidedAt, writes: [] };
  }
  if (progress?.value.state === 'completed') return { outcome: 'already-completed', writes: [] };
  const decided = { ...prior, decidedBy: verdict.leaderId, decidedAt: now };
  if (verdict.verdict === 'decline') {
    const declined: Prior = { ...decided, state: 'declined', reason: verdict.reason };
    return { outcome: 'declined', decidedAt: now, writes: [replaceRow(priorRow, declined, stored.etag)] };
  }
  const confirmed: Prior = { ...decided, state: 'confirmed' };
  const writes = [replaceRow(priorRow, confirmed, stored.etag), ...completionWrites(module, prior, progress, now)];
  return { outcome: 'confirmed', decidedAt: now, writes };
}

/** Done from the day of the confirmation: before it nobody had said so. The day it was taken stays in the prior row. */
function completionWrites(module: Module, prior: Prior, progress: StoredProgress, now: Date): readonly PersonWrite[] {
  const { moduleId, cycle } = prior;
  const done = { moduleId, cycle, moduleVersion: module.version, completedAt: now, form: 'prior' as const };
  const completed: Progress = { ...done, state: 'completed', startedAt: progress?.value.startedAt ?? prior.askedAt };
  return [
    progress ? replaceRow(progressRow, completed, progress.etag) : createRow(progressRow, completed),
    createRow(doneRow, done),
  ];
}

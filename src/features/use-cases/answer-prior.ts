import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Module } from '../catalogue/module.ts';
import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { decideVerdict, type PriorVerdict, type PriorVerdictResult } from '../progress/decide-prior.ts';
import { priorRow } from '../progress/prior.ts';
import { firstCycle } from '../progress/progress.ts';
import { progressKey, progressRow } from '../progress/progress-rows.ts';
import { endReminders } from '../reminders/schedule-reminders.ts';
import { findStaff } from './find-staff.ts';

export type AnswerPriorNeeds = { people: PersonStore; audit: AuditStore; zone: TimeZone };

export type AnswerPriorResult =
  | (PriorVerdictResult & { person: Person })
  /** Nobody whom this leader may answer for: another unit by now, left, oneself, or an id that means nothing. Nothing is told of them. */
  | { outcome: 'not-yours' };

/**
 * A leader's answer to "jeg har tatt dette før". A yes completes the module and ends its reminders in one transaction in the
 * person's partition. Whether it is the leader's to answer is asked of the person's row as it is now. The audit comes after the
 * truth, which names the leader too; a second press of the same leader writes it if a crash came in between.
 */
export async function answerPrior(
  needs: AnswerPriorNeeds,
  leader: Person,
  personId: string,
  module: Module,
  verdict: PriorVerdict,
  now: Date,
): Promise<AnswerPriorResult> {
  const person = (await findStaff(needs, leader, personId, localDateAt(now, needs.zone)))?.value;
  if (!person) return { outcome: 'not-yours' };
  const { moduleId } = module;
  const key = progressKey(moduleId, firstCycle);
  const result = await retryOnConflict(async () => {
    const [prior, progress] = await Promise.all([
      needs.people.get(personId, priorRow, key),
      needs.people.get(personId, progressRow, key),
    ]);
    const { writes, ...decided } = decideVerdict(module, prior, progress, verdict, now);
    if (writes.length === 0) return decided;
    const isDone = decided.outcome === 'confirmed';
    const ended = isDone ? await endReminders(needs, personId, { moduleId, cycle: firstCycle }, now) : [];
    await needs.people.commit({ personId, writes: [...writes, ...ended] });
    return decided;
  });
  const decision = decisionOf(result);
  if (decision) {
    const entry = { ...decision, actorId: leader.personId, subjectId: personId, moduleId };
    await needs.audit.create({ ...entry, entryId: `prior:${personId}:${key}` });
  }
  return { ...result, person };
}

/** What this leader has decided, now or before. */
function decisionOf(result: PriorVerdictResult): Pick<AuditEntry, 'action' | 'at'> | undefined {
  if (result.outcome === 'confirmed') return { action: 'prior.confirm', at: result.decidedAt };
  if (result.outcome === 'declined') return { action: 'prior.decline', at: result.decidedAt };
  if (result.outcome !== 'already-decided' || result.by !== 'you') return undefined;
  return { action: result.state === 'confirmed' ? 'prior.confirm' : 'prior.decline', at: result.decidedAt };
}

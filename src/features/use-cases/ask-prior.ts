import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import { retryOnConflict } from '../../core/retry-on-conflict.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { findChoice } from '../catalogue/prior-learning.ts';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { decideAsk, decideWithdraw } from '../progress/decide-prior.ts';
import { type Prior, type PriorIn, priorRow } from '../progress/prior.ts';
import { firstCycle } from '../progress/progress.ts';
import { progressKey, progressRow } from '../progress/progress-rows.ts';
import { readTakenOn, type TakenOnProblem } from '../progress/taken-on.ts';
import { findLeaders } from './find-leaders.ts';

export type PriorNeeds = { people: PersonStore; units: UnitStore; catalogue: Catalogue; zone: TimeZone };

/** As it came from a card, where anything may stand. */
export type PriorAnswer = { takenOn: string; place: string };

export type PriorStanding =
  | { standing: 'done'; completedAt: Date }
  /** `leaders`: the names of those who can confirm. */
  | { standing: 'open'; prior: Prior | undefined; leaders: readonly string[] }
  /** Nobody but the person leads the unit, or nobody at all: so nobody could confirm. */
  | { standing: 'nobody-to-ask'; who: 'only-you' | 'nobody' };

export type AskPriorResult =
  | { outcome: 'waiting'; prior: PriorIn<'waiting'>; leaders: readonly string[] }
  | { outcome: TakenOnProblem | 'no-place'; leaders: readonly string[] }
  | { outcome: 'not-open'; standing: Exclude<PriorStanding, { standing: 'open' }> };

/** Whether somebody can say "jeg har tatt dette før" of a module. Throws Failure `unavailable` or `throttled`. */
export async function readPriorStanding(
  needs: PriorNeeds,
  person: Person,
  moduleId: string,
  now: Date,
): Promise<PriorStanding> {
  const key = progressKey(moduleId, firstCycle);
  const [progress, prior, leaders] = await Promise.all([
    needs.people.get(person.personId, progressRow, key),
    needs.people.get(person.personId, priorRow, key),
    findLeaders(needs, person, localDateAt(now, needs.zone)),
  ]);
  if (progress?.value.state === 'completed') return { standing: 'done', completedAt: progress.value.completedAt };
  if (leaders.length > 0) return { standing: 'open', prior: prior?.value, leaders };
  return { standing: 'nobody-to-ask', who: person.leads.includes(person.unitId) ? 'only-you' : 'nobody' };
}

/** Asks the leader to confirm. Twice the same changes nothing; reminders go on until somebody has answered. */
export async function askPrior(
  needs: PriorNeeds,
  person: Person,
  module: Module,
  answer: PriorAnswer,
  now: Date,
): Promise<AskPriorResult> {
  const { personId } = person;
  const standing = await readPriorStanding(needs, person, module.moduleId, now);
  if (standing.standing !== 'open') return { outcome: 'not-open', standing };
  const { leaders } = standing;
  const read = readTakenOn(answer.takenOn, localDateAt(now, needs.zone));
  if (read.outcome !== 'read') return { outcome: read.outcome, leaders };
  const place = findChoice(needs.catalogue.priorLearning?.places ?? [], answer.place)?.choiceId;
  if (place === undefined) return { outcome: 'no-place', leaders };
  const prior = await retryOnConflict(async () => {
    const stored = await needs.people.get(personId, priorRow, progressKey(module.moduleId, firstCycle));
    const decided = decideAsk(module.moduleId, stored, { takenOn: read.takenOn, place }, now);
    if (decided.writes.length > 0) await needs.people.commit({ personId, writes: decided.writes });
    return decided.prior;
  });
  if (prior.state === 'confirmed') {
    return { outcome: 'not-open', standing: { standing: 'done', completedAt: prior.decidedAt } };
  }
  return { outcome: 'waiting', prior, leaders };
}

/** Fine when nothing waits. */
export async function withdrawPrior(
  needs: { people: PersonStore },
  personId: string,
  moduleId: string,
  now: Date,
): Promise<'withdrawn' | 'nothing-waiting'> {
  return retryOnConflict(async () => {
    const stored = await needs.people.get(personId, priorRow, progressKey(moduleId, firstCycle));
    const { outcome, writes } = decideWithdraw(stored, now);
    if (writes.length > 0) await needs.people.commit({ personId, writes });
    return outcome;
  });
}

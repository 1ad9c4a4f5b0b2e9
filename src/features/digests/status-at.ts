import type { TimeZone } from '../../core/local-date.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type PastDay, personAt } from '../people/member-history.ts';
import { isEmployed, type Membership, type Person } from '../people/person.ts';
import { type Assigned, assignedAt } from '../progress/assigned.ts';
import { renewalAt } from '../progress/next-round.ts';
import { listOwnModules } from '../progress/own-modules.ts';
import { type Done, firstCycle, type Progress, type Withdrawn } from '../progress/progress.ts';
import { doneKey } from '../progress/progress-rows.ts';
import type { SeenProgress } from '../progress/read-progress.ts';
import { leaderModules, overallOf } from './leader-view.ts';

/** The rows of a person that a past day is rebuilt from. Of `progress` only when a time round was opened, and until when it should be done. */
export type PersonHistory = {
  profile: Person;
  memberships: readonly Membership[];
  progress: readonly Progress[];
  done: readonly Done[];
  withdrawn: readonly Withdrawn[];
  /** As it is now, with what it was. */
  assigned: Assigned | undefined;
};

/**
 * Where somebody was counted at the end of a day. Done and late are proved by rows that never change. Of the others it is not proved who had
 * begun: a later time round tells not when, and a proof that was taken back not whether. So the two are one.
 */
export type StandingAt = { unitId: string; standing: 'done' | 'late' | 'open' };

/**
 * Pure: how the status counted somebody at the end of a day, as it was known that day; `undefined` for who was not counted. Modules and
 * deadlines are those of the catalogue that is given.
 */
export function standingAt(
  history: PersonHistory,
  day: PastDay,
  { catalogue, zone }: { catalogue: Catalogue; zone: TimeZone },
): StandingAt | undefined {
  const { on } = day;
  const person = personAt(history.profile, history.memberships, day);
  if (!person || !isEmployed(person, on) || person.employedOn > on) return undefined;
  const moduleIds = catalogue.modules.map(({ moduleId }) => moduleId);
  const assigned = assignedAt(history.assigned, moduleIds, on);
  const own = listOwnModules(catalogue, person, { progress: progressAt(history, day), assigned }, on);
  const overall = overallOf(leaderModules(own, zone));
  if (overall === 'none') return undefined;
  return { unitId: person.unitId, standing: overall === 'done' || overall === 'late' ? overall : 'open' };
}

/** Each module as its rows prove it: done, or opened anew. */
function progressAt({ progress, done, withdrawn }: PersonHistory, { on, end }: PastDay): SeenProgress {
  const gone = new Set(withdrawn.flatMap((row) => (row.withdrawnAt <= end ? [doneKey(row)] : [])));
  const proofs = done.filter((row) => row.completedAt <= end && !gone.has(doneKey(row)));
  const opened = progress.flatMap((row): readonly Progress[] =>
    row.renewal && row.renewal.opensOn <= on ? [{ ...row, renewal: renewalAt(row.renewal, on) }] : [],
  );
  const moduleIds = new Set([...proofs, ...opened].map(({ moduleId }) => moduleId));
  const seen = new Map<string, { value: Progress }>();
  for (const moduleId of moduleIds) {
    const round = latest(opened.filter((row) => row.moduleId === moduleId));
    const cycle = round?.cycle ?? firstCycle;
    const proof = proofs.find((row) => row.moduleId === moduleId && row.cycle === cycle);
    const value = proof ? completed(proof, round) : round && underWay(round);
    if (value) seen.set(moduleId, { value });
  }
  return seen;
}

const latest = (rounds: readonly Progress[]): Progress | undefined => rounds.toSorted((a, b) => b.cycle - a.cycle)[0];

const completed = (proof: Done, round: Progress | undefined): Progress => ({
  ...proof,
  ...{ state: 'completed', startedAt: proof.completedAt },
  ...(round?.renewal && { renewal: round.renewal }),
});

const underWay = ({ moduleId, cycle, moduleVersion, startedAt, renewal }: Progress): Progress => ({
  ...{ state: 'started', moduleId, cycle, moduleVersion, startedAt, position: 0, answers: {} },
  ...(renewal && { renewal }),
});

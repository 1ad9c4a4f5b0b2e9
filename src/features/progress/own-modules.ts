import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import {
  type Catalogue,
  countedFrom,
  dueDateOf,
  type FocusArea,
  findModule,
  focusOf,
  isForPerson,
} from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { agreedDateOf } from '../people/arrangement.ts';
import type { Person, PersonThen } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { type Assigned, assignedOn, readAssigned } from './assigned.ts';
import { roundFrom } from './next-round.ts';
import { type Prior, type PriorByModule, readPriors } from './prior.ts';
import { type Done, firstCycle, type Progress } from './progress.ts';
import { readProgress, type SeenProgress } from './read-progress.ts';
import { resumeProgress } from './resume-progress.ts';
import { standsFor } from './stands-for.ts';
import { stepCount } from './steps.ts';

/** How a module stands for its learner. `position` counts from 0, `of` is the number of steps. */
export type OwnStanding =
  /** `form` as in the proof; absent means alone. `tickedBy`: the leader who told that the person was there. */
  | { standing: 'done'; completedAt: Date; form?: Done['form']; tickedBy?: string }
  /** `keptPosition`: as it was written when the person came there. Unlike `position` it stays when others change the module. */
  | { standing: 'on-the-way'; position: number; of: number; keptPosition: number; startedAt: Date }
  | { standing: 'not-started' };

/** `lateByDays` is 0 while the due date has not passed, when there is none, and when the module is done. */
export type OwnModule = {
  module: Module;
  /** Which time round: the one under way, or the last one done. */
  cycle: number;
  dueOn?: LocalDate;
  /** The day that `dueOn` and the reminders are counted from; with it only. */
  countedFrom?: LocalDate;
  lateByDays: number;
  /** What it is recommended for now; empty when it is not, or is done. */
  focus: readonly FocusArea[];
  /** What the pack wants finished before it is begun. Empty once it was begun. */
  waitsFor: readonly Module[];
  /** "Jeg har tatt dette før": waits for the leader, or the leader said no. Absent when the module is done. */
  prior?: 'waiting' | 'declined';
  /** When the person told that the leader's registration was wrong; until the module is done anew. */
  withdrawnAt?: Date;
  /** A later time round, not done: when and how it was done the time before. Alone where no form is said. */
  lastDoneAt?: Date;
  lastForm?: Done['form'];
} & OwnStanding;

/** The modules meant for this person, and those done before they changed work, in the order of the pack. */
export async function readOwnModules(
  needs: { people: PersonStore; catalogue: Catalogue },
  person: Person,
  today: LocalDate,
): Promise<readonly OwnModule[]> {
  return listOwnModules(needs.catalogue, person, await readOwnRows(needs, person.personId), today);
}

/** What one person's modules are listed from. */
export async function readOwnRows(needs: { people: PersonStore }, personId: string) {
  const [progress, assigned, priors] = await Promise.all([
    readProgress(needs, personId),
    readAssigned(needs.people, personId),
    readPriors(needs, personId),
  ]);
  return { progress, assigned, priors };
}

export type OwnRows = { progress: SeenProgress; assigned: Assigned | undefined; priors?: PriorByModule };

export function listOwnModules(
  catalogue: Catalogue,
  person: PersonThen,
  { progress, assigned, priors = new Map() }: OwnRows,
  today: LocalDate,
): readonly OwnModule[] {
  return catalogue.modules.flatMap((module) => {
    const isTheirs = isForPerson(module, person);
    const row = progress.get(module.moduleId)?.value;
    const stored = standsFor(module, row, isTheirs, today);
    const standing = standingOf(module, stored);
    if (!isTheirs && standing.standing !== 'done') return [];
    const since = assignedOn(assigned, module.moduleId, today);
    const dueOn = dueOnOf(catalogue, module, person, { stored, since });
    const isOpen = standing.standing !== 'done' && dueOn !== undefined;
    return [
      {
        module,
        cycle: stored?.cycle ?? firstCycle,
        dueOn,
        ...(dueOn !== undefined && { countedFrom: countedFromOf(catalogue, person, { stored, since }) }),
        lateByDays: isOpen ? Math.max(0, daysBetween(dueOn, today)) : 0,
        focus: standing.standing === 'done' ? [] : focusOf(catalogue, module),
        waitsFor: standing.standing === 'not-started' ? missingBefore(catalogue, module, person, progress) : [],
        ...(standing.standing !== 'done' && openPrior(priors.get(module.moduleId), stored)),
        ...standing,
        ...withdrawnOf(row),
        ...lastDoneOf(stored),
      },
    ];
  });
}

type TimeRound = { stored: Progress | undefined; since: LocalDate | undefined };

/**
 * Until when a time round should be done: as the renewal or the pack says, or as the leader has agreed to where that is later. What was
 * agreed on before somebody left, or before the first day moved, may lie before it. A renewal that the pack asks for no more has no date.
 */
export function dueOnOf(
  catalogue: Catalogue,
  module: Module,
  person: PersonThen,
  { stored, since }: TimeRound,
): LocalDate | undefined {
  const renewal = stored?.renewal;
  if (renewal && stored.state === 'started' && !module.renewal) return undefined;
  const ordinary = renewal?.dueOn ?? dueDateOf(catalogue, module, person, since);
  if (ordinary === undefined) return undefined;
  const agreed = agreedDateOf(person, module.moduleId, stored?.cycle ?? firstCycle);
  return agreed !== undefined && agreed > ordinary ? agreed : ordinary;
}

/** The day that the date of a time round is counted from. */
const countedFromOf = (catalogue: Catalogue, person: PersonThen, { stored, since }: TimeRound): LocalDate =>
  stored?.renewal ? roundFrom(stored.renewal) : countedFrom(catalogue, person, since);

/** What was asked about an earlier time round is settled with it. */
function openPrior(prior: Prior | undefined, stored: Progress | undefined): Pick<OwnModule, 'prior'> {
  if (stored && prior && prior.cycle < stored.cycle) return {};
  return prior?.state === 'waiting' || prior?.state === 'declined' ? { prior: prior.state } : {};
}

/** What the person has to finish first. A module that is not for this person, or is to be taken again, is nothing to wait for. */
function missingBefore(
  catalogue: Catalogue,
  { takeFirst }: Module,
  person: PersonThen,
  progress: SeenProgress,
): readonly Module[] {
  return takeFirst.flatMap((moduleId) => {
    const module = findModule(catalogue, moduleId);
    const stored = progress.get(moduleId)?.value;
    const wasDone = stored?.state === 'completed' || stored?.renewal !== undefined;
    return module && isForPerson(module, person) && !wasDone ? [module] : [];
  });
}

function standingOf(module: Module, stored: Progress | undefined): OwnStanding {
  if (!stored) return { standing: 'not-started' };
  if (stored.state === 'completed') {
    const { completedAt, form, tickedBy } = stored;
    return { standing: 'done', completedAt, ...(form && { form }), ...(tickedBy && { tickedBy }) };
  }
  if ((stored.withdrawnAt || stored.renewal) && stored.position === 0) return { standing: 'not-started' };
  const { position } = resumeProgress(module, stored);
  const { position: keptPosition, startedAt } = stored;
  return { standing: 'on-the-way', position, of: stepCount(module), keptPosition, startedAt };
}

function withdrawnOf(stored: Progress | undefined): Pick<OwnModule, 'withdrawnAt'> {
  return stored?.state === 'started' && stored.withdrawnAt ? { withdrawnAt: stored.withdrawnAt } : {};
}

function lastDoneOf(stored: Progress | undefined): Pick<OwnModule, 'lastDoneAt' | 'lastForm'> {
  if (stored?.state !== 'started' || !stored.renewal) return {};
  const { lastDoneAt, lastForm } = stored.renewal;
  return { lastDoneAt, ...(lastForm && { lastForm }) };
}

/** The priority module to take next: the earliest due date, then the order of the pack. */
export function nextPriorityModule(own: readonly OwnModule[]): OwnModule | undefined {
  const open = own.filter(
    ({ module, standing, waitsFor }) => module.isPriority && standing !== 'done' && waitsFor.length === 0,
  );
  return open.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))[0];
}

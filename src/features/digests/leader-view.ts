import { daysBetween, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { type Catalogue, certificatesFor, findModule, isForPerson } from '../catalogue/catalogue.ts';
import { findChoice } from '../catalogue/prior-learning.ts';
import type { Person } from '../people/person.ts';
import { conversationRow, memberRow } from '../people/person-rows.ts';
import { type PersonStore, toArray } from '../people/person-store.ts';
import { readAssigned } from '../progress/assigned.ts';
import { readOwnCertificates } from '../progress/certificate.ts';
import { listOwnModules, type OwnModule } from '../progress/own-modules.ts';
import { type Prior, readPriors } from '../progress/prior.ts';
import { type ProgressByModule, readProgress } from '../progress/read-progress.ts';
import { dayRow } from '../reminders/reminder-rows.ts';
import { unansweredNudges } from '../reminders/unanswered-nudges.ts';
import { type Joined, joinedUnit } from './joined-unit.ts';
import { arrangementsFor, type LeaderArrangement } from './leader-arrangement.ts';
import { type Reach, reachOf } from './reach.ts';

/** For how many days after the first day of employment somebody counts as new. */
export const newForDays = 42;

/** How a priority module stands, as far as the leader may know: never which card, never an answer. */
/** `withdrawnOn`: the person told that day that a registration by the leader was wrong. */
/** `lastDoneOn`: it is to be taken again, and was done that day. */
export type LeaderModule = {
  moduleId: string;
  title: LocalText;
  minutes: number;
  withdrawnOn?: LocalDate;
  lastDoneOn?: LocalDate;
} & (
  | { standing: 'done'; completedAt: Date; completedOn: LocalDate }
  | { standing: 'late'; dueOn: LocalDate; byDays: number; isStarted: boolean }
  /** Without `dueOn` there is no deadline. */
  | { standing: 'on-the-way' | 'not-started'; dueOn?: LocalDate }
);

/** The worst of a person's modules. `none`: no priority module is meant for this person. */
export type Overall = 'done' | 'late' | 'on-the-way' | 'not-started' | 'none';

/** What somebody has asked the leader to confirm. `place` is absent when the pack no longer has it. */
export type LeaderPrior = { moduleId: string; title: LocalText; takenOn: LocalDate; place?: LocalText; askedAt: Date };

/** A course with an end: whether it holds, and not when it was taken. */
export type LeaderCertificate = { kindId: string; name: LocalText; isValid: boolean };

/** Everything that a leader is told about one person, and nothing else. The same value is shown to the person. */
export type LeaderView = {
  personId: string;
  displayName: string;
  givenName: string;
  unitId: string;
  employedOn: LocalDate;
  /** Absent where the first day of employment says all, and when it is no news any more. */
  joined?: Joined;
  /** `starts-later` is not counted in any sum. */
  tenure: 'starts-later' | 'new' | 'settled';
  overall: Overall;
  modules: readonly LeaderModule[];
  reach: Reach;
  priors: readonly LeaderPrior[];
  certificates: readonly LeaderCertificate[];
  /** Absent where nothing is arranged. */
  arrangements?: readonly LeaderArrangement[];
  /** So many nudges without any progress that Undring tells of deadlines only: what is needed now is time set aside. */
  needsTime?: true;
};

/** `nudgeLimit`: after so many nudges without any progress Undring keeps quiet. Absent: nobody is told to need time. */
export type LeaderViewNeeds = { people: PersonStore; nudgeLimit?: number };

/** Reads one person's own rows. Throws Failure `unavailable` or `throttled`. */
export async function readLeaderView(
  needs: LeaderViewNeeds,
  catalogue: Catalogue,
  person: Person,
  today: LocalDate,
  zone: TimeZone,
): Promise<LeaderView> {
  const [progress, assigned, conversation, priors, certificates, days, memberships] = await Promise.all([
    readProgress(needs, person.personId),
    readAssigned(needs.people, person.personId),
    needs.people.get(person.personId, conversationRow),
    readPriors(needs, person.personId),
    readOwnCertificates(needs, person.personId, certificatesFor(catalogue, person), today),
    toArray(needs.people.list(person.personId, dayRow)),
    toArray(needs.people.list(person.personId, memberRow)),
  ]);
  const own = listOwnModules(catalogue, person, { progress, assigned }, today);
  const ledgers = days.map(({ value }) => value);
  const sent = unansweredNudges(ledgers, own, person.employedOn);
  const modules = leaderModules(own, zone);
  const joined = joinedUnit(
    person,
    memberships.map(({ value }) => value),
    { today, zone, forDays: newForDays },
  );
  const arrangements = arrangementsFor(catalogue, person, own);
  return {
    personId: person.personId,
    displayName: person.displayName,
    givenName: person.givenName,
    unitId: person.unitId,
    employedOn: person.employedOn,
    ...(joined && { joined }),
    tenure: tenureOf(person.employedOn, today),
    overall: overallOf(modules),
    modules,
    reach: reachOf({ conversation: conversation?.value, aadObjectId: person.aadObjectId, days: ledgers, own }, today),
    priors: [...priors.values()].flatMap((prior) => leaderPrior(catalogue, person, prior, progress)),
    ...(arrangements.length > 0 && { arrangements }),
    ...(needs.nudgeLimit !== undefined && sent >= needs.nudgeLimit && { needsTime: true as const }),
    certificates: certificates.map(({ kind, standing }) => ({
      kindId: kind.kindId,
      name: kind.name,
      isValid: standing === 'valid',
    })),
  };
}

/** The priority modules. */
export const leaderModules = (own: readonly OwnModule[], zone: TimeZone): readonly LeaderModule[] =>
  own.filter(({ module }) => module.isPriority).map((module) => leaderModule(module, zone));

function leaderModule(own: OwnModule, zone: TimeZone): LeaderModule {
  const { moduleId, title, minutes } = own.module;
  const withdrawn = own.withdrawnAt && { withdrawnOn: localDateAt(own.withdrawnAt, zone) };
  const renewed = own.lastDoneAt && { lastDoneOn: localDateAt(own.lastDoneAt, zone) };
  const about = { moduleId, title, minutes, ...withdrawn, ...renewed };
  if (own.standing === 'done') {
    const { completedAt } = own;
    return { ...about, standing: 'done', completedAt, completedOn: localDateAt(completedAt, zone) };
  }
  if (own.dueOn !== undefined && own.lateByDays > 0) {
    const isStarted = own.standing === 'on-the-way';
    return { ...about, standing: 'late', dueOn: own.dueOn, byDays: own.lateByDays, isStarted };
  }
  return { ...about, standing: own.standing, dueOn: own.dueOn };
}

/** Only what still waits for an answer, of a module that is meant for the person. */
function leaderPrior(
  catalogue: Catalogue,
  person: Person,
  prior: Prior,
  progress: ProgressByModule,
): readonly LeaderPrior[] {
  const { moduleId, takenOn, askedAt } = prior;
  const module = findModule(catalogue, moduleId);
  const stored = progress.get(moduleId)?.value;
  // A later time round is no answer to it, but it was settled with the one before.
  const isSettled = stored !== undefined && (stored.state === 'completed' || stored.cycle > prior.cycle);
  if (!module || !isForPerson(module, person) || prior.state !== 'waiting' || isSettled) return [];
  const place = findChoice(catalogue.priorLearning?.places ?? [], prior.place)?.name;
  return [{ moduleId, title: module.title, takenOn, askedAt, ...(place && { place }) }];
}

export function overallOf(modules: readonly LeaderModule[]): Overall {
  if (modules.length === 0) return 'none';
  if (modules.some(({ standing }) => standing === 'late')) return 'late';
  if (modules.every(({ standing }) => standing === 'done')) return 'done';
  return modules.every(({ standing }) => standing === 'not-started') ? 'not-started' : 'on-the-way';
}

function tenureOf(employedOn: LocalDate, today: LocalDate): LeaderView['tenure'] {
  const days = daysBetween(employedOn, today);
  if (days < 0) return 'starts-later';
  return days < newForDays ? 'new' : 'settled';
}

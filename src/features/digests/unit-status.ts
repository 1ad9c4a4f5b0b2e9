import type { LocalDate, TimeZone } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { areNamesShown, type Catalogue, policiesFor } from '../catalogue/catalogue.ts';
import { fewestCounted } from '../people/fewest-counted.ts';
import { isEmployed } from '../people/person.ts';
import { profileRow } from '../people/person-rows.ts';
import { toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { type OwnPolicy, readOwnPolicies } from '../progress/policy-reads.ts';
import {
  type LeaderPrior,
  type LeaderView,
  type LeaderViewNeeds,
  type Overall,
  readLeaderView,
} from './leader-view.ts';
import { mapWithLimit } from './map-with-limit.ts';

/** People read at a time: enough to hide storage's latency, few enough not to be throttled by it. */
const readsAtOnce = 16;

export type StatusCounts = {
  /** Everybody with a priority module who has begun to work: the sum of the others. */
  people: number;
  done: number;
  late: number;
  onTheWay: number;
  notStarted: number;
  /** Names are not shown, and of so few a count would tell who: then all of them are 0. */
  hidden?: 'too-few';
};

/** One unit as its leader sees it. */
export type UnitStatus = {
  unitId: string;
  name: string;
  counts: StatusCounts;
  /** Those who need something first: late (longest first), not started, on the way, done; then by name. */
  people: readonly LeaderView[];
  /** `hidden`: names have not been discussed, so `people` is empty. */
  names: 'shown' | 'hidden';
  /** Who has asked a leader to confirm something: they have told it themselves. */
  asking: readonly LeaderView[];
  /** How many have read each policy that is meant for anybody here. Only the numbers: who has read stands nowhere. */
  policies: readonly PolicyCount[];
};

export type PolicyCount = { policyId: string; title: LocalText; read: number; of: number };

/**
 * Computed from the people's own rows, which are the truth; never from counters. The unit's member rows only say whom to ask: who
 * has moved to another unit or left is passed over. Throws Failure `unavailable` or `throttled`.
 */
export async function readUnitStatus(
  needs: LeaderViewNeeds & { units: UnitStore },
  catalogue: Catalogue,
  unitId: string,
  today: LocalDate,
  zone: TimeZone,
): Promise<UnitStatus> {
  const [unit, members] = await Promise.all([needs.units.getUnit(unitId), toArray(needs.units.listMembers(unitId))]);
  const views = await mapWithLimit([...new Set(members)], readsAtOnce, async (personId) => {
    const person = (await needs.people.get(personId, profileRow))?.value;
    if (!person || person.unitId !== unitId || !isEmployed(person, today)) return [];
    const [view, policies] = await Promise.all([
      readLeaderView(needs, catalogue, person, today, zone),
      readOwnPolicies(needs, personId, policiesFor(catalogue, person)),
    ]);
    return [{ view, policies: view.tenure === 'starts-later' ? [] : policies }];
  });
  const people = views
    .flat()
    .map(({ view }) => view)
    .toSorted(byNeed);
  const policies = countPolicies(catalogue, views.flat());
  const asking = people.filter(({ priors }) => priors.length > 0);
  const about = { unitId, name: unit?.name ?? unitId, policies, asking };
  if (areNamesShown(catalogue, today)) return { ...about, names: 'shown', counts: countStatus(people), people };
  return { ...about, names: 'hidden', counts: hideFew(countStatus(people)), people: [] };
}

const nobody: StatusCounts = { people: 0, done: 0, late: 0, onTheWay: 0, notStarted: 0 };

/** Nobody at all may be told; one to four may not. */
const hideFew = (counts: StatusCounts): StatusCounts =>
  counts.people > 0 && counts.people < fewestCounted ? { ...nobody, hidden: 'too-few' } : counts;

/** The sum of units, without those of which nothing is told. */
export function sumCounts(all: readonly StatusCounts[]): StatusCounts {
  const sum = (pick: (counts: StatusCounts) => number): number => all.reduce((total, one) => total + pick(one), 0);
  const isHidden = all.length > 0 && all.every(({ hidden }) => hidden === 'too-few');
  return {
    people: sum(({ people }) => people),
    done: sum(({ done }) => done),
    late: sum(({ late }) => late),
    onTheWay: sum(({ onTheWay }) => onTheWay),
    notStarted: sum(({ notStarted }) => notStarted),
    ...(isHidden && { hidden: 'too-few' }),
  };
}

/** What waits for this leader's answer. Nobody answers for oneself. */
export const priorsFor = (leaderId: string, people: readonly LeaderView[]): readonly PendingPrior[] =>
  people
    .filter(({ personId }) => personId !== leaderId)
    .flatMap((person) => person.priors.map((prior) => ({ person, prior })));
export type PendingPrior = { person: LeaderView; prior: LeaderPrior };

function countPolicies(
  { policies = [] }: Catalogue,
  people: readonly { policies: readonly OwnPolicy[] }[],
): readonly PolicyCount[] {
  return policies.flatMap(({ policyId, title }) => {
    const own = people.flatMap((person) => person.policies.filter(({ policy }) => policy.policyId === policyId));
    const read = own.filter(({ standing }) => standing === 'read').length;
    return own.length < fewestCounted ? [] : [{ policyId, title, read, of: own.length }];
  });
}

export function countStatus(people: readonly LeaderView[]): StatusCounts {
  const counted = people.filter(isCounted);
  const count = (overall: Overall): number => counted.filter((person) => person.overall === overall).length;
  return {
    people: counted.length,
    done: count('done'),
    late: count('late'),
    onTheWay: count('on-the-way'),
    notStarted: count('not-started'),
  };
}

/** Who has begun to work and has something to do. */
export const isCounted = ({ tenure, overall }: LeaderView): boolean => tenure !== 'starts-later' && overall !== 'none';

/** The longest delay among a person's modules, in days; 0 when nothing is late. */
export const lateByDays = ({ modules }: LeaderView): number =>
  Math.max(0, ...modules.map((module) => (module.standing === 'late' ? module.byDays : 0)));

const needOrder: readonly Overall[] = ['late', 'not-started', 'on-the-way', 'done', 'none'];
const byName = new Intl.Collator('nb');

function byNeed(a: LeaderView, b: LeaderView): number {
  const startsLater = Number(a.tenure === 'starts-later') - Number(b.tenure === 'starts-later');
  const need = needOrder.indexOf(a.overall) - needOrder.indexOf(b.overall);
  return startsLater || need || lateByDays(b) - lateByDays(a) || byName.compare(a.displayName, b.displayName);
}

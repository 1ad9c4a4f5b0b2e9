import { addDays, type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { areNamesShown, type Catalogue } from '../catalogue/catalogue.ts';
import type { Person, PersonOn } from '../people/person.ts';
import type { UnitStore } from '../people/unit-store.ts';
import type { Below } from './below.ts';
import { type LeaderView, type LeaderViewNeeds, type Overall, readLeaderView } from './leader-view.ts';
import { listMissing, type Missing } from './missing.ts';
import { type Suggestion, suggestAction, suggestOwn } from './suggest-action.ts';
import { countStatus, isCounted, priorsFor, readUnitStatus, type StatusCounts, sumCounts } from './unit-status.ts';

export type DigestUnit = { unitId: string; name: string; counts: StatusCounts };

/** `units`: their names. */
export type StandsIn = { until: LocalDate; units: readonly string[] };

/** One leader's digest, whatever the number of units. */
export type DigestModel = {
  /** The day it is made for, in the municipality's time zone. */
  today: LocalDate;
  units: readonly DigestUnit[];
  counts: StatusCounts;
  /** Only when an earlier digest is known: who has finished everything, who is new, and who has passed a deadline, since then. */
  sinceLast?: { finished: number; newPeople: number; newlyLate: number };
  /** Late or due soon; the most urgent first. */
  missing: readonly Missing[];
  /** Who began to work, moved to the unit or was put on the staff list since the last digest, or within the last week. */
  newPeople: readonly LeaderView[];
  /** Who has something left to do and cannot be reminded. */
  unreachable: readonly LeaderView[];
  /** Who has been reminded so often without getting further that the nudges have ended. */
  needTime: readonly LeaderView[];
  suggestion: Suggestion;
  /** What the leader has left to take: late or due soon, the most urgent first. */
  own: readonly Missing[];
  /** Who follows units for somebody else: which until and with which day, the earliest first. */
  standsIn?: readonly StandsIn[];
  /** Leads none of the units, and so cannot let anybody else follow them. */
  onlyFollows?: true;
  /** How many have asked this leader to confirm that they have learnt a module before. */
  toConfirm: number;
  /** Only for who may see the figures of units below the own ones. */
  below?: readonly Below[];
  /** Lists by name have not been discussed: only the counts are told, of units that are large enough, and every list of people is empty. */
  names?: 'hidden';
};

export type LeaderDigestNeeds = LeaderViewNeeds & {
  units: UnitStore;
  catalogue: Catalogue;
  zone: TimeZone;
  /** What was told last of the units below. */
  readBelow?(leader: PersonOn, now: Date): Promise<readonly Below[]>;
};

/**
 * `lastDigestAt` is when the leader's latest digest was sent, if one was. `profile`: as stored, where `leader` has the rights of another besides;
 * the own modules are those of the own work. Throws Failure `unavailable` or `throttled`.
 */
export async function readLeaderDigest(
  needs: LeaderDigestNeeds,
  leader: Person,
  now: Date,
  lastDigestAt?: Date,
  profile: Person = leader,
): Promise<DigestModel> {
  const today = localDateAt(now, needs.zone);
  const units: DigestUnit[] = [];
  const people: LeaderView[] = [];
  const asking: LeaderView[] = [];
  // One unit after the other: each reads 16 people at a time, and a leader of many units must not flood storage.
  for (const unitId of new Set(leader.leads)) {
    const status = await readUnitStatus(needs, needs.catalogue, unitId, today, needs.zone);
    units.push({ unitId, name: status.name, counts: status.counts });
    people.push(...status.people);
    asking.push(...status.asking);
  }
  const toConfirm = priorsFor(leader.personId, asking).length;
  const self = await readLeaderView(needs, needs.catalogue, profile, today, needs.zone);
  const own = self.tenure === 'starts-later' ? [] : listMissing([self], today);
  if (!areNamesShown(needs.catalogue, today)) return { ...countsOnly(units, today, toConfirm, own), toConfirm, own };
  const lastDigestOn = lastDigestAt && localDateAt(lastDigestAt, needs.zone);
  const last = lastDigestAt && lastDigestOn && { at: lastDigestAt, on: lastDigestOn };
  return composeDigest(units, people, today, { last, toConfirm, own, leaderId: leader.personId });
}

/** The digest of a municipality that has not discussed lists by name. */
export function countsOnly(
  units: readonly DigestUnit[],
  today: LocalDate,
  toConfirm = 0,
  own: readonly Missing[] = [],
): Omit<DigestModel, 'toConfirm' | 'own'> {
  const counts = sumCounts(units.map((unit) => unit.counts));
  const nobody = { missing: [], newPeople: [], unreachable: [], needTime: [] };
  const suggestion = suggestByCounts(units, counts, toConfirm, own);
  return { today, units, counts, ...nobody, suggestion, names: 'hidden' };
}

/** Of a unit that is too small nothing is told, so nobody can say that all are done there, nor that there is nobody. */
function suggestByCounts(
  units: readonly DigestUnit[],
  counts: StatusCounts,
  toConfirm: number,
  own: readonly Missing[],
): Suggestion {
  if (counts.done < counts.people) return { suggestion: 'ask-everybody' };
  if (units.some((unit) => unit.counts.hidden)) return { suggestion: 'ask-everybody', whether: 'not-told' };
  if (toConfirm > 0) return { suggestion: 'confirm-prior', count: toConfirm };
  return suggestOwn(own) ?? { suggestion: counts.people > 0 ? 'all-done' : 'nobody-here' };
}

/** `last`: the digest before this one. `leaderId` and `own`: whose it is, and what they have left themselves, which is in no list of the staff. */
export type DigestSince = {
  last?: { at: Date; on: LocalDate };
  toConfirm: number;
  own?: readonly Missing[];
  leaderId?: string;
};

export function composeDigest(
  units: readonly DigestUnit[],
  people: readonly LeaderView[],
  today: LocalDate,
  { last, toConfirm, own = [], leaderId }: DigestSince,
): DigestModel {
  const present = people.filter(({ tenure }) => tenure !== 'starts-later');
  const staff = present.filter(({ personId }) => personId !== leaderId);
  const missing = listMissing(staff, today);
  const newPeople = staff.filter((person) => isNewSince(person, last, today));
  const needTime = staff.filter(({ needsTime, overall }) => needsTime && isOpen(overall));
  const unreachable = staff.filter(({ reach, overall }) => reach.reach !== 'open' && isOpen(overall));
  return {
    today,
    units,
    counts: countStatus(people),
    sinceLast: last && {
      finished: present.filter((person) => hasFinishedSince(person, last.at)).length,
      newPeople: newPeople.length,
      newlyLate: present.filter((person) => hasPassedSince(person, last.on)).length,
    },
    missing,
    newPeople,
    unreachable,
    needTime,
    suggestion: suggestAction({ present, missing, newPeople, unreachable, needTime, toConfirm, own }),
    toConfirm,
    own,
  };
}

const isOpen = (overall: Overall): boolean => overall !== 'done' && overall !== 'none';

/**
 * Who is put on the list on the first day may be so after the digest of that day. Without an earlier digest nobody is new for having been put
 * there: the first time that it is read, that is everybody.
 */
function isNewSince({ employedOn, joined }: LeaderView, last: DigestSince['last'], today: LocalDate): boolean {
  const weekAgo = addDays(today, -7);
  if (employedOn > (last?.on ?? weekAgo)) return true;
  if (!joined) return false;
  return last ? joined.at > last.at : joined.how === 'moved' && joined.on > weekAgo;
}

/** A deadline has passed when its day is over. */
const hasPassedSince = ({ modules }: LeaderView, since: LocalDate): boolean =>
  modules.some((module) => module.standing === 'late' && module.dueOn >= since);

function hasFinishedSince(person: LeaderView, since: Date): boolean {
  if (!isCounted(person) || person.overall !== 'done') return false;
  return person.modules.some((module) => module.standing === 'done' && module.completedAt > since);
}

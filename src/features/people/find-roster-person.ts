import { addDays, type LocalDate } from '../../core/local-date.ts';
import { isEmployed, type Person } from './person.ts';
import { upnKey } from './person-key-store.ts';
import type { RosterPerson, RosterProblem } from './roster.ts';
import { hasSameName, sharesName } from './same-name.ts';

export type FoundPeople = {
  /** Nobody that we know, one, or two when the id and the user name of the row belong to different people. */
  people: readonly Person[];
  /** Those who had the user name of the row before, and have it no more. */
  freed: readonly Person[];
  wrong?: Pick<RosterProblem, 'column' | 'problem'>;
};
export const twoPeople = { problem: 'two-people' } as const;
const nameOfAnother = { column: 'upn', problem: 'name-of-another' } as const;

/** Pure: finds whom a row is about. By object id first: a user name may change, and may be given to another. */
export function createFind(
  current: readonly Person[],
  rows: readonly RosterPerson[],
  today: LocalDate,
): (row: RosterPerson) => FoundPeople {
  const byId = new Map(current.map((person) => [person.aadObjectId, person]));
  const byUpn = Map.groupBy(current, (person) => person.upnKey);
  const ids = new Set(rows.map(({ aadObjectId }) => aadObjectId));
  return (row) => {
    const withId = row.aadObjectId === undefined ? undefined : byId.get(row.aadObjectId);
    const [withUpn, ...formerly] = (byUpn.get(upnKey(row.upn)) ?? []).toSorted(
      (a, b) => weightOf(b, today) - weightOf(a, today),
    );
    const claim = isBack(withId, withUpn, today) ? 'free' : claimOf(withUpn, row, ids, today);
    const freed = [...(claim === 'free' ? personIn(withUpn) : []), ...formerly];
    const holder = claim === 'theirs' || claim === 'in-doubt' ? personIn(withUpn) : [];
    return foundOf([...new Set([...personIn(withId), ...holder])], freed, claim);
  };
}

type Claim = 'theirs' | 'renamed' | 'free' | 'in-doubt';
const personIn = (person: Person | undefined): readonly Person[] => (person ? [person] : []);

function foundOf(people: readonly Person[], freed: readonly Person[], claim: Claim): FoundPeople {
  if (claim === 'in-doubt') return { people, freed: [], wrong: nameOfAnother };
  return people.length > 1 ? { people, freed: [], wrong: twoPeople } : { people, freed };
}

/** The account of somebody who had left, as far as a list without ids could tell: whom nobody has met is them, under a new user name. */
const isBack = (withId: Person | undefined, withUpn: Person | undefined, today: LocalDate): boolean =>
  withId !== undefined && !isEmployed(withId, today) && withUpn?.aadObjectId === undefined;

/** Where two profiles have one user name, a join was broken off: it is the account's that came. */
const weightOf = (person: Person, today: LocalDate): number =>
  (isEmployed(person, today) ? 2 : 0) + (person.aadObjectId === undefined ? 0 : 1);

/**
 * What a row says of who has had its user name so far. `renamed`: they are in a row of their own, with another user name. `free`: they have left, or the
 * row is somebody else. `in-doubt`: another account, while they are in no row: a newcomer, or the same person with a new account.
 */
function claimOf(
  person: Person | undefined,
  row: RosterPerson,
  ids: ReadonlySet<string | undefined>,
  today: LocalDate,
): Claim {
  if (!person) return 'free';
  if (!hasOtherId(person, row)) return isSomebodyElse(person, row, today) ? 'free' : 'theirs';
  if (ids.has(person.aadObjectId)) return 'renamed';
  return isEmployed(person, today) ? 'in-doubt' : 'free';
}

/** Days: the row of a newcomer comes about the first day. Later, a later first day is that of a next contract. */
const newForDays = 31;

/**
 * Where the ids cannot tell: another name, and nothing of it the same, or somebody who has just begun, later than the known one. Who works here and
 * has no account yet is whoever the row is about: nobody would act as somebody else by it.
 */
function isSomebodyElse(person: Person, row: RosterPerson, today: LocalDate): boolean {
  if (row.aadObjectId !== undefined && row.aadObjectId === person.aadObjectId) return false;
  if (person.aadObjectId === undefined && isEmployed(person, today)) return false;
  const isNew = row.employedOn > person.employedOn && row.employedOn > addDays(today, -newForDays);
  return !sharesName(person, row) || (!hasSameName(person, row) && isNew);
}

type WithId = Pick<Person, 'aadObjectId'>;

/** Whether these are two accounts, as far as both are known. */
export const hasOtherId = ({ aadObjectId: one }: WithId, { aadObjectId: other }: WithId): boolean =>
  one !== undefined && other !== undefined && one !== other;

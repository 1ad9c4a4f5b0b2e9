import type { LocalDate } from '../../core/local-date.ts';
import { isEmployed, type Person } from './person.ts';
import { upnKey } from './person-key-store.ts';
import type { Roster, RosterPerson, RosterProblem } from './roster.ts';

/** What an import would do. Applying it and comparing again gives nothing to do. */
export type RosterDiff = {
  joined: readonly RosterPerson[];
  changed: readonly { personId: string; row: RosterPerson; kind: 'moved' | 'returned' | 'other' }[];
  /** PersonIds of those who are employed and are not in the file any more. */
  left: readonly string[];
  same: number;
  /** How many are employed as far as we know, before the import. */
  employed: number;
  problems: readonly RosterProblem[];
};

/** Pure: the file held against those who are known. Found by object id first: a user name may change, and may be given to another. */
export function diffRoster(roster: Roster, current: readonly Person[], today: LocalDate): RosterDiff {
  const byId = new Map(current.flatMap((person) => (person.aadObjectId ? [[person.aadObjectId, person]] : [])));
  const byUpn = new Map(current.flatMap((person) => (person.upnKey ? [[person.upnKey, person]] : [])));
  const seen = new Set<string>();
  const joined: RosterPerson[] = [];
  const changed: RosterDiff['changed'][number][] = [];
  const problems: RosterProblem[] = [...roster.problems];
  let same = 0;
  for (const row of roster.people) {
    const known = byId.get(row.aadObjectId ?? '') ?? byUpn.get(upnKey(row.upn));
    if (known && seen.has(known.personId)) {
      problems.push({ row: 0, problem: 'two-people', severity: 'refused' });
      continue;
    }
    if (known) seen.add(known.personId);
    const hasLeft = row.endsOn !== undefined && row.endsOn < today;
    if (!known) {
      if (!hasLeft) joined.push(row);
      continue;
    }
    const after = personFrom(row, known);
    if (isSamePerson(known, after)) same += 1;
    else changed.push({ personId: known.personId, row, kind: kindOf(known, after, today) });
  }
  const heldKeys = new Set([...roster.held].map(upnKey));
  const employed = current.filter((person) => isEmployed(person, today));
  const gone = employed.filter(
    ({ personId, endsOn, upnKey: key }) =>
      !seen.has(personId) && !(key !== undefined && heldKeys.has(key)) && !(endsOn !== undefined && endsOn <= today),
  );
  const left = roster.unnamedRows > 0 ? [] : gone.map(({ personId }) => personId).toSorted();
  return { joined, changed, left, same, employed: employed.length, problems };
}

/** Somebody as the row tells it, with what only we know. */
export function personFrom(row: RosterPerson, known: Pick<Person, 'personId' | 'aadObjectId'>): Person {
  const { upn, roles, leads, actsFor, aadObjectId = known.aadObjectId, ...rest } = row;
  return {
    ...rest,
    ...{ personId: known.personId, roles: [...roles], leads: [...leads], upnKey: upnKey(upn) },
    ...(aadObjectId !== undefined && { aadObjectId }),
    ...(actsFor.length > 0 && { actsFor: [...actsFor] }),
  };
}

/** The same facts, in whatever order they stand. */
export const isSamePerson = (a: Person, b: Person): boolean => textOf(a) === textOf(b);

function textOf({ actsFor = [], roles, leads, ...rest }: Person): string {
  const facts = { ...rest, actsFor: actsFor.map(({ unitId, until }) => `${unitId} ${until}`).toSorted() };
  const all = Object.entries({ ...facts, roles: roles.toSorted(), leads: leads.toSorted() });
  return JSON.stringify(all.filter(([, value]) => value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function kindOf(before: Person, after: Person, today: LocalDate): 'moved' | 'returned' | 'other' {
  if (!isEmployed(before, today) && isEmployed(after, today)) return 'returned';
  return before.unitId === after.unitId ? 'other' : 'moved';
}

/** More than this share of those employed leaving at once is more likely a broken file than a sad day. */
const mostLeavingShare = 0.1;

export const removesMany = ({ left, employed }: RosterDiff): boolean => left.length > employed * mostLeavingShare;

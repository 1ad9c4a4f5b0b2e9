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
  const find = createFind(current);
  const seen = new Set<string>();
  const joined: RosterPerson[] = [];
  const changed: RosterDiff['changed'][number][] = [];
  const problems: RosterProblem[] = [...roster.problems];
  let same = 0;
  for (const row of roster.people) {
    const found = find(row);
    const [known] = found;
    const isTwo = found.length > 1 || found.some(({ personId }) => seen.has(personId));
    for (const { personId } of found) seen.add(personId);
    if (isTwo) problems.push({ row: row.row, problem: 'two-people', severity: 'refused' });
    else if (!known) joined.push(...(isGone(row, today) ? [] : [row]));
    else if (isSamePerson(known, personFrom(row, known))) same += 1;
    else changed.push({ personId: known.personId, row, kind: kindOf(known, personFrom(row, known), today) });
  }
  const employed = current.filter((person) => isEmployed(person, today));
  const left = roster.unnamedRows > 0 ? [] : findLeft(employed, seen, roster.held, today);
  return { joined, changed, left, same, employed: employed.length, problems };
}

/** Whom a row is about: nobody that we know, one, or two when its id and its user name belong to different people. */
function createFind(current: readonly Person[]): (row: RosterPerson) => readonly Person[] {
  const byId = new Map(current.map((person) => [person.aadObjectId, person]));
  const byUpn = new Map(current.map((person) => [person.upnKey, person]));
  return ({ aadObjectId, upn }) => {
    const found = [aadObjectId && byId.get(aadObjectId), byUpn.get(upnKey(upn))];
    return [...new Set(found.flatMap((person) => person || []))];
  };
}

/** Who is employed and in no row. The last day being today, they are gone already as far as the file can say. */
function findLeft(
  employed: readonly Person[],
  seen: ReadonlySet<string>,
  held: ReadonlySet<string>,
  today: LocalDate,
): readonly string[] {
  const heldKeys = new Set([...held].map(upnKey));
  const isHeld = ({ personId, upnKey: key }: Person): boolean =>
    seen.has(personId) || (key !== undefined && heldKeys.has(key));
  const gone = employed.filter((person) => !isHeld(person) && (person.endsOn === undefined || person.endsOn > today));
  return gone.map(({ personId }) => personId).toSorted();
}

const isGone = ({ endsOn }: RosterPerson, today: LocalDate): boolean => endsOn !== undefined && endsOn < today;

/** Somebody as the row tells it, with what only we know. */
export function personFrom(
  row: RosterPerson,
  known: Pick<Person, 'personId' | 'aadObjectId' | 'answersFor' | 'exemptFrom' | 'delegated' | 'arrangements'>,
): Person {
  const { row: _, upn, roles, leads, actsFor, aadObjectId = known.aadObjectId, ...rest } = row;
  return {
    ...rest,
    ...{ personId: known.personId, roles: [...roles], leads: [...leads], upnKey: upnKey(upn) },
    ...(aadObjectId !== undefined && { aadObjectId }),
    // What somebody answers for in the content, need not take, and was arranged in the chat, is not in the file.
    ...(known.answersFor && { answersFor: known.answersFor }),
    ...(known.exemptFrom && { exemptFrom: known.exemptFrom }),
    ...(known.delegated && { delegated: known.delegated }),
    ...(known.arrangements && { arrangements: known.arrangements }),
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

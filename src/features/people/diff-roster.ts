import type { LocalDate } from '../../core/local-date.ts';
import { isEmployed, type Person } from './person.ts';
import { upnKey } from './person-key-store.ts';
import type { Roster, RosterPerson, RosterProblem } from './roster.ts';

/** What an import would do. Applying it and comparing again gives nothing to do. */
export type RosterDiff = {
  joined: readonly RosterPerson[];
  /** `freedKey`: of the user name that somebody had before, which may be somebody else's in this very file. */
  changed: readonly { personId: string; row: RosterPerson; kind: 'moved' | 'other'; freedKey?: string }[];
  /** PersonIds of those who are employed and are not in the file any more. */
  left: readonly string[];
  same: number;
  /** How many are employed as far as we know, before the import. */
  employed: number;
  problems: readonly RosterProblem[];
};

/** Pure: the file held against those who are known. Found by object id first: a user name may change, and may be given to another. */
export function diffRoster(roster: Roster, current: readonly Person[], today: LocalDate): RosterDiff {
  const find = createFind(current, roster.people);
  const seen = new Set<string>();
  const joined: RosterPerson[] = [];
  const changed: RosterDiff['changed'][number][] = [];
  const problems: RosterProblem[] = [...roster.problems];
  let same = 0;
  for (const row of roster.people) {
    const { people: found, wrong } = find(row);
    const [known] = found;
    const isTaken = found.some(({ personId }) => seen.has(personId));
    for (const { personId } of found) seen.add(personId);
    if (wrong || isTaken) problems.push({ row: row.row, ...(wrong ?? twoPeople), severity: 'refused' });
    else if (!known) joined.push(...(isGone(row, today) ? [] : [row]));
    else if (isSamePerson(known, personFrom(row, known))) same += 1;
    else changed.push(changeOf(known, row));
  }
  const employed = current.filter((person) => isEmployed(person, today));
  const left = findLeft(employed, seen, roster, today);
  return { joined, changed, left, same, employed: employed.length, problems };
}

type Found = {
  /** Nobody that we know, one, or two when the id and the user name of the row belong to different people. */
  people: readonly Person[];
  wrong?: Pick<RosterProblem, 'column' | 'problem'>;
};
const twoPeople = { problem: 'two-people' } as const;
const nameOfAnother = { column: 'upn', problem: 'name-of-another' } as const;

/**
 * Whom a row is about. Somebody with another object id is somebody else, who has the user name now. When the one who had it before is in
 * no row, nobody can say whether that is a newcomer or the same person with a new account, so the row is refused.
 */
function createFind(current: readonly Person[], rows: readonly RosterPerson[]): (row: RosterPerson) => Found {
  const byId = new Map(current.map((person) => [person.aadObjectId, person]));
  const byUpn = new Map(current.map((person) => [person.upnKey, person]));
  const ids = new Set(rows.map(({ aadObjectId }) => aadObjectId));
  return (row) => {
    const withId = row.aadObjectId === undefined ? undefined : byId.get(row.aadObjectId);
    const withUpn = byUpn.get(upnKey(row.upn));
    const isOther = withUpn !== undefined && hasOtherId(withUpn, row);
    const hasOwnRow = isOther && ids.has(withUpn.aadObjectId);
    const people = [...new Set([withId, hasOwnRow ? undefined : withUpn].flatMap((person) => person ?? []))];
    if (isOther && !hasOwnRow) return { people, wrong: nameOfAnother };
    return people.length > 1 ? { people, wrong: twoPeople } : { people };
  };
}

type WithId = Pick<Person, 'aadObjectId'>;

/** Whether these are two accounts, as far as both are known. */
export const hasOtherId = ({ aadObjectId: one }: WithId, { aadObjectId: other }: WithId): boolean =>
  one !== undefined && other !== undefined && one !== other;

function changeOf(known: Person, row: RosterPerson): RosterDiff['changed'][number] {
  const { personId, unitId, upnKey: freedKey } = known;
  const isFreed = freedKey !== undefined && freedKey !== upnKey(row.upn);
  return { personId, row, kind: unitId === row.unitId ? 'other' : 'moved', ...(isFreed && { freedKey }) };
}

/**
 * Who is employed and in no row. The last day being today, they are gone already as far as the file can say. A file with rows that name
 * nobody, without people, or with a header that cannot be read, says nothing of who is not in it.
 */
function findLeft(
  employed: readonly Person[],
  seen: ReadonlySet<string>,
  { people, held, unnamedRows }: Roster,
  today: LocalDate,
): readonly string[] {
  if (unnamedRows > 0 || people.length === 0) return [];
  const heldKeys = new Set([...held].map(upnKey));
  const isHeld = ({ personId, upnKey: key }: Person): boolean =>
    seen.has(personId) || (key !== undefined && heldKeys.has(key));
  const gone = employed.filter((person) => !isHeld(person) && (person.endsOn === undefined || person.endsOn > today));
  return gone.map(({ personId }) => personId).toSorted();
}

const isGone = ({ endsOn }: RosterPerson, today: LocalDate): boolean => endsOn !== undefined && endsOn < today;

type KnownToUs = Pick<
  Person,
  'personId' | 'aadObjectId' | 'answersFor' | 'exemptFrom' | 'mentorKey' | 'delegated' | 'arrangements'
>;

/** Somebody as the row tells it, with what only we know. */
export function personFrom(row: RosterPerson, known: KnownToUs): Person {
  const { row: _, upn, roles, leads, actsFor, aadObjectId = known.aadObjectId, ...others } = row;
  // What somebody answers for in the content, and need not take, is in few files.
  const { answersFor = known.answersFor ?? [], exemptFrom = known.exemptFrom ?? [], mentors, ...rest } = others;
  const mentorKey = mentors ? mentors.map(upnKey)[0] : known.mentorKey;
  return {
    ...rest,
    ...{ personId: known.personId, roles: [...roles], leads: [...leads], upnKey: upnKey(upn) },
    ...(aadObjectId !== undefined && { aadObjectId }),
    ...(mentorKey !== undefined && { mentorKey }),
    ...(answersFor.length > 0 && { answersFor: [...answersFor] }),
    ...(exemptFrom.length > 0 && { exemptFrom: [...exemptFrom] }),
    // What was arranged in the chat is in no file.
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

/** More than this share of those employed leaving at once is more likely a broken file than a sad day. */
const mostLeavingShare = 0.1;

export const removesMany = ({ left, employed }: RosterDiff): boolean => left.length > employed * mostLeavingShare;

import { addDays, type LocalDate } from '../../core/local-date.ts';
import { createFind, twoPeople } from './find-roster-person.ts';
import { isEmployed, isWorking, type Person } from './person.ts';
import { upnKey } from './person-key-store.ts';
import type { Roster, RosterPerson, RosterProblem } from './roster.ts';
import { withLeaderRole } from './roster-leaders.ts';
import { isLinked } from './roster-positions.ts';
import { hasSameName } from './same-name.ts';

/** What an import would do. Applying it and comparing again gives nothing to do. */
export type RosterDiff = {
  joined: readonly RosterPerson[];
  /**
   * `left`: somebody of those employed has had the last day, says the row; `leaving`: has it soon, and sooner than was told before. `freedKey`:
   * of the user name that somebody had before, which may be somebody else's in this very file.
   */
  changed: readonly {
    personId: string;
    row: RosterPerson;
    kind: 'moved' | 'left' | 'leaving' | 'other';
    freedKey?: string;
  }[];
  /** Who has lost a user name to whoever a row of the file is about. */
  freed: readonly { personId: string; key: string }[];
  /** PersonIds of those who are employed and are not in the file any more. */
  left: readonly string[];
  same: number;
  /** How many are employed as far as we know, before the import. */
  employed: number;
  problems: readonly RosterProblem[];
};

type Listed = Pick<Roster, 'people' | 'held' | 'heldAccounts' | 'unnamedRows' | 'problems'>;

/** Pure: the file held against those who are known. */
export function diffRoster(roster: Listed, current: readonly Person[], today: LocalDate): RosterDiff {
  const find = createFind(current, roster.people, today);
  const seen = new Set<string>();
  const used: { row: RosterPerson; known: Person | undefined; isFreed: boolean }[] = [];
  const freed: RosterDiff['freed'][number][] = [];
  const problems: RosterProblem[] = [...roster.problems];
  for (const listed of roster.people) {
    const { people: found, freed: former, wrong } = find(listed);
    const row = withFirstDay(listed, found[0], today);
    const isTaken = found.some(({ personId }) => seen.has(personId));
    for (const { personId } of found) seen.add(personId);
    if (wrong || isTaken) {
      problems.push({ row: row.row, ...(wrong ?? twoPeople), severity: 'refused' });
      continue;
    }
    if (row !== listed)
      problems.push({ row: row.row, column: 'employedOn', problem: 'begins-later', severity: 'noted' });
    used.push({ row, known: found[0], isFreed: former.length > 0 });
    freed.push(...former.map(({ personId }) => ({ personId, key: upnKey(row.upn) })));
  }
  const joined = used.flatMap(({ row, known }) => (known || isGone(row, today) ? [] : [row]));
  const met = used.flatMap(({ known, ...rest }) => (known ? [{ ...rest, known }] : []));
  // Who has the user name already that another one loses, a join having been broken off, has no key of it yet.
  const changed = met.flatMap(({ row, known, isFreed }) =>
    !isFreed && isSamePerson(known, personFrom(row, known)) ? [] : [changeOf(known, row, today)],
  );
  const employed = current.filter((person) => isEmployed(person, today));
  const left = findLeft(employed, seen, roster, today);
  const same = met.length - changed.length;
  return { joined, changed, freed, left, same, employed: employed.length, problems };
}

/**
 * Who is at work has begun, whatever contract the row is of: in a list that has only the next one, the first day stays as it was, before and
 * after the new one begins. Over a real break, and for who has not begun, it is the row's.
 */
function withFirstDay(row: RosterPerson, known: Person | undefined, today: LocalDate): RosterPerson {
  const isNext = known && isLinked(known, row) && isNextContract(known, row, today);
  return isNext ? { ...row, employedOn: known.employedOn } : row;
}

/** Days: a first day that is moved no further than this was wrong before. */
const mostDaysCorrected = 31;

const isNextContract = (known: Person, { employedOn }: RosterPerson, today: LocalDate): boolean =>
  employedOn > today ? isWorking(known, today) : employedOn > addDays(known.employedOn, mostDaysCorrected);

function changeOf(known: Person, row: RosterPerson, today: LocalDate): RosterDiff['changed'][number] {
  const { personId, unitId, upnKey: freedKey } = known;
  const isFreed = freedKey !== undefined && freedKey !== upnKey(row.upn);
  const kind = leavingKind(known, row, today) ?? (unitId === row.unitId ? 'other' : 'moved');
  return { personId, row, kind, ...(isFreed && { freedKey }) };
}

/** Days: a last day that many get at once, and that is no further away than this, is looked at by somebody first. */
const soonDays = 31;

/** Whom the row shuts out by tonight or soon, while they work here as far as we know: a last day that was told before is nothing new. */
function leavingKind(known: Person, { endsOn }: RosterPerson, today: LocalDate): 'left' | 'leaving' | undefined {
  if (!isEmployed(known, today) || endsOn === undefined || endsOn === known.endsOn) return undefined;
  if (endsOn <= today) return 'left';
  const isSooner = known.endsOn === undefined || endsOn < known.endsOn;
  return isSooner && endsOn <= addDays(today, soonDays) ? 'leaving' : undefined;
}

/**
 * Who is employed and in no row. The last day being today, they are gone already as far as the file can say. A file with rows that name
 * nobody, without people, or with a header that cannot be read, says nothing of who is not in it.
 */
function findLeft(
  employed: readonly Person[],
  seen: ReadonlySet<string>,
  { people, held, heldAccounts, unnamedRows }: Listed,
  today: LocalDate,
): readonly string[] {
  if (unnamedRows > 0 || people.length === 0) return [];
  const heldKeys = new Set([...held].map(upnKey));
  const isHeld = ({ personId, upnKey: key, aadObjectId = '' }: Person): boolean =>
    seen.has(personId) || (key !== undefined && heldKeys.has(key)) || heldAccounts.has(aadObjectId.toLowerCase());
  const gone = employed.filter((person) => !isHeld(person) && (person.endsOn === undefined || person.endsOn > today));
  return gone.map(({ personId }) => personId).toSorted();
}

const isGone = ({ endsOn }: RosterPerson, today: LocalDate): boolean => endsOn !== undefined && endsOn < today;

type KnownToUs = Pick<Person, 'personId'> & Partial<Person>;

/** A slip of the pen in one of several rows must not take away what it gave. */
function withKnownRights({ hasBadRow, ...row }: RosterPerson, known: KnownToUs): RosterPerson {
  if (!hasBadRow) return row;
  const actsFor = [...row.actsFor, ...(known.actsFor ?? [])];
  return {
    ...row,
    roles: [...new Set([...row.roles, ...(known.roles ?? [])])],
    leads: [...new Set([...row.leads, ...(known.leads ?? [])])],
    actsFor: actsFor.filter(({ unitId }, at) => actsFor.findIndex((other) => other.unitId === unitId) === at),
    ...(row.answersFor && { answersFor: [...new Set([...row.answersFor, ...(known.answersFor ?? [])])] }),
  };
}

/** Somebody as the row tells it, with what only we know. */
export function personFrom(told: RosterPerson, known: KnownToUs): Person {
  const row = withKnownRights(told, known);
  const { row: _, upn, roles, leads: given, stillNamedFor = [], actsFor, ...others } = row;
  // What somebody answers for in the content, and need not take, is in few files.
  const {
    profiles = known.profiles ?? [],
    aadObjectId = accountOf(known, row),
    unitSector = 'other',
    ...more
  } = others;
  const { answersFor = known.answersFor ?? [], exemptFrom = known.exemptFrom ?? [], mentors, ...work } = more;
  const { sector = known.sector ?? unitSector, competenceLevel = known.competenceLevel ?? 'none', ...rest } = work;
  const kept = stillNamedFor.filter((unitId) => known.leads?.includes(unitId));
  const leads = [...given, ...kept].toSorted();
  const mentorKey = mentors ? mentors.map(upnKey)[0] : known.mentorKey;
  return {
    ...rest,
    ...{ sector, personId: known.personId, roles: [...withLeaderRole(roles, leads)], leads, upnKey: upnKey(upn) },
    ...(aadObjectId !== undefined && { aadObjectId }),
    ...(mentorKey !== undefined && { mentorKey }),
    ...(competenceLevel !== 'none' && { competenceLevel }),
    ...(profiles.length > 0 && { profiles: [...profiles] }),
    ...(answersFor.length > 0 && { answersFor: [...answersFor] }),
    ...(exemptFrom.length > 0 && { exemptFrom: [...exemptFrom] }),
    // What was arranged in the chat is in no file.
    ...(known.delegated && { delegated: known.delegated }),
    ...(known.arrangements && { arrangements: known.arrangements }),
    ...(actsFor.length > 0 && { actsFor: [...actsFor] }),
  };
}

/**
 * The account that somebody has who is in a row without one. With a new name it is asked for again at the next contact: what the user name
 * is now is what Teams says, and for whom it costs one question it is no loss.
 */
const accountOf = ({ aadObjectId, displayName, givenName }: KnownToUs, row: RosterPerson): string | undefined =>
  displayName === undefined || givenName === undefined || hasSameName({ displayName, givenName }, row)
    ? aadObjectId
    : undefined;

/** The same facts, in whatever order they stand. */
export const isSamePerson = (a: Person, b: Person): boolean => textOf(a) === textOf(b);

function textOf({ actsFor = [], roles, leads, ...rest }: Person): string {
  const facts = { ...rest, actsFor: actsFor.map(({ unitId, until }) => `${unitId} ${until}`).toSorted() };
  const all = Object.entries({ ...facts, roles: roles.toSorted(), leads: leads.toSorted() });
  return JSON.stringify(all.filter(([, value]) => value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** More than this share of those employed leaving at once is more likely a broken file than a sad day. */
const mostLeavingShare = 0.1;

/** Those in no row, and those whose row says that they have had the last day, or have it soon. */
export const countLeaving = ({ left, changed }: RosterDiff): number =>
  left.length + changed.filter(({ kind }) => kind === 'left' || kind === 'leaving').length;

export const removesMany = (diff: RosterDiff): boolean => countLeaving(diff) > diff.employed * mostLeavingShare;

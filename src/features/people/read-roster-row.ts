import { isGuestName } from './member-directory.ts';
import { roles as allRoles, type Person, type Role, type Sector } from './person.ts';
import type { ProblemWord, RosterColumn, RosterPerson, RosterProblem, RosterRules } from './roster.ts';
import { foldCell, isName, isNoEnd, readCell, readDate, readId, readObjectId, readUpn } from './roster-cell.ts';

/** What a row says of the unit. `leaders`: user names of those who lead it, as this row says. */
export type RowUnit = {
  upn?: string;
  unitId: string;
  sector?: Sector;
  unitName?: string;
  parentId?: string;
  parentName?: string;
  leaders: readonly string[];
};

/** One row, before it is held against the others. */
export type RowPerson = RosterPerson & RowUnit;

export type ReadRow =
  | { outcome: 'read'; person: RowPerson; problems: readonly RosterProblem[] }
  /** `upn` is absent when the row does not say whom it is about, `unit` when it does not say where. */
  | { outcome: 'refused'; upn?: string; aadObjectId?: string; unit?: RowUnit; problems: readonly RosterProblem[] };

/** `undefined` where the file has no such column. */
type CellOf = (column: RosterColumn) => string | undefined;

/** Pure. What cannot be left out refuses the row; the rest is left out and noted. */
export function readRosterRow(row: number, cellOf: CellOf, rules: RosterRules): ReadRow {
  const problems: RosterProblem[] = [];
  const tell = (severity: RosterProblem['severity'], column: RosterColumn, problem: ProblemWord): undefined =>
    void problems.push({ row, column, problem, severity });
  const need = <T>(column: RosterColumn, read: (text: string) => T | undefined, otherwise: ProblemWord) => {
    const text = readCell(cellOf(column));
    if (text === undefined) return tell('refused', column, 'missing');
    return read(text) ?? tell('refused', column, otherwise);
  };
  const unitId = need('unit', readId, 'not-readable');
  const upn = need('upn', readUpn, 'not-readable');
  if (upn !== undefined && isGuestName(upn)) tell('refused', 'upn', 'guest-account');
  const name = readName(cellOf, tell);
  const employedOn = need('employedOn', readDate, 'not-a-date');
  const lastDay = readCell(cellOf('endsOn'));
  const hasNoEnd = lastDay === undefined || isNoEnd(lastDay);
  const endsOn = hasNoEnd ? undefined : need('endsOn', readDate, 'not-a-date');
  if (employedOn !== undefined && endsOn !== undefined && endsOn < employedOn)
    tell('refused', 'endsOn', 'ends-before-it-begins');
  const objectId = readCell(cellOf('objectId'));
  const aadObjectId = objectId === undefined ? undefined : need('objectId', readObjectId, 'not-readable');
  const isRefused = problems.some(({ severity }) => severity === 'refused');
  if (isRefused || unitId === undefined || upn === undefined || !name || employedOn === undefined) {
    const named = upn !== undefined && { upn };
    const unit = unitId !== undefined && { unit: { ...named, ...readUnit(unitId, cellOf, rules, () => undefined) } };
    const account = aadObjectId !== undefined && { aadObjectId };
    return { outcome: 'refused', ...named, ...account, ...unit, problems };
  }
  const person: RowPerson = {
    ...{ row, upn, ...name, ...readUnit(unitId, cellOf, rules, tell), employedOn },
    ...{ roles: readRoles(cellOf, rules), actsFor: readActsFor(cellOf, tell), ...readLists(cellOf, tell) },
    ...readProfiles(cellOf, rules, tell),
    ...readLevel(cellOf, tell),
    ...(aadObjectId !== undefined && { aadObjectId }),
    ...(endsOn !== undefined && { endsOn }),
  };
  return { outcome: 'read', person, problems };
}

type Tell = (severity: RosterProblem['severity'], column: RosterColumn, problem: ProblemWord) => undefined;

/** What may be left out. */
function want<T>(
  cellOf: CellOf,
  tell: Tell,
  column: RosterColumn,
  read: (text: string) => T | undefined,
  otherwise: ProblemWord,
): T | undefined {
  const text = readCell(cellOf(column));
  return text === undefined ? undefined : (read(text) ?? tell('noted', column, otherwise));
}

function readUnit(unitId: string, cellOf: CellOf, rules: RosterRules, tell: Tell): Omit<RowUnit, 'upn'> {
  const sector = want(cellOf, tell, 'sector', (text) => findWord(rules.sectors, text), 'unknown-word');
  const unitName = want(cellOf, tell, 'unitName', nameIn, 'not-readable');
  const parentId = want(cellOf, tell, 'parentUnit', readId, 'not-readable');
  const parentName = want(cellOf, tell, 'parentName', nameIn, 'not-readable');
  return {
    ...{ unitId, leaders: readAll('leader', readUpn, cellOf, tell) },
    ...(sector !== undefined && { sector }),
    ...(unitName !== undefined && { unitName }),
    ...(parentId !== undefined && parentId !== unitId && { parentId }),
    ...(parentName !== undefined && { parentName }),
  };
}

const levels: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
]);

function readLevel(cellOf: CellOf, tell: Tell): Pick<RowPerson, 'competenceLevel'> {
  if (cellOf('competenceLevel') === undefined) return {};
  const level = want(cellOf, tell, 'competenceLevel', (text) => levels.get(text), 'unknown-word');
  return { competenceLevel: level ?? 'none' };
}

/** Several in one cell stand with commas, semicolons or bars between. */
const listOf = (cell: string | undefined): readonly string[] =>
  (readCell(cell) ?? '').split(/[,;|]/).flatMap((part) => readCell(part) ?? []);

const nameIn = (text: string): string | undefined => (isName(text) ? text : undefined);

type Read = (text: string) => string | undefined;

function readAll(column: RosterColumn, read: Read, cellOf: CellOf, tell: Tell): readonly string[] {
  const found = listOf(cellOf(column)).flatMap((text) => read(text) ?? tell('noted', column, 'not-readable') ?? []);
  return [...new Set(found)].toSorted();
}

type Lists = Pick<RowPerson, 'leads' | 'answersFor' | 'exemptFrom' | 'mentors'>;

/** An empty cell takes away what somebody answers for; a file without the column says nothing about it. */
function readLists(cellOf: CellOf, tell: Tell): Lists {
  const all = (column: RosterColumn, read: Read) => readAll(column, read, cellOf, tell);
  return {
    leads: all('leads', readId),
    ...(cellOf('answersFor') !== undefined && { answersFor: all('answersFor', nameIn) }),
    ...(cellOf('exemptFrom') !== undefined && { exemptFrom: all('exemptFrom', readId) }),
    ...(cellOf('mentor') !== undefined && { mentors: all('mentor', readUpn).slice(0, 1) }),
  };
}

/** From the whole name, `Lund, Kari` too, or from the two parts. */
function readName(cellOf: CellOf, tell: Tell): Pick<RosterPerson, 'displayName' | 'givenName'> | undefined {
  const [given, family, whole] = [cellOf('givenName'), cellOf('familyName'), cellOf('displayName')].map(readCell);
  const turned = /^([^,]+), ([^,]+)$/.exec(whole ?? '');
  const parts = [given, family].filter((part) => part !== undefined).join(' ');
  const display =
    parts !== '' && (given !== undefined || whole === undefined) ? parts : turned ? `${turned[2]} ${turned[1]}` : whole;
  if (display === undefined) return tell('refused', 'displayName', 'missing');
  if (!isName(display)) return tell('refused', 'displayName', 'not-readable');
  return { displayName: display, givenName: given ?? display.split(' ')[0] ?? display };
}

/** Titles are many, and most of them are nothing to us. */
function readRoles(cellOf: CellOf, rules: RosterRules): readonly Role[] {
  const found = listOf(cellOf('role')).flatMap((text) => findWord(rules.roles, text) ?? []);
  // By our own words, and of no attribute: only groups tell it.
  const byGroup = listOf(cellOf('groupRole')).flatMap((text) => allRoles.find((role) => role === text) ?? []);
  return ['employee', ...[...new Set([...found, ...byGroup])].filter((role) => role !== 'employee').toSorted()];
}

/** A word that is neither a profile nor a role is noted, and nothing more. */
function readProfiles(cellOf: CellOf, { profiles = {}, roles }: RosterRules, tell: Tell) {
  const cell = cellOf('profile');
  if (cell === undefined) return {};
  const words = Object.fromEntries(Object.entries(profiles).map(([id, profile]) => [id, profile.words]));
  const titles = listOf(cell).map((text) => ({ profile: findWord(words, text), role: findWord(roles, text) }));
  if (titles.some(({ profile, role }) => profile === undefined && role === undefined))
    tell('noted', 'profile', 'unknown-word');
  return { profiles: [...new Set(titles.flatMap(({ profile }) => profile ?? []))].toSorted() };
}

/** Standing in for somebody needs an end. */
function readActsFor(cellOf: CellOf, tell: Tell): NonNullable<Person['actsFor']> {
  const unitIds = listOf(cellOf('actsFor')).flatMap((code) => readId(code) ?? []);
  if (unitIds.length === 0) return [];
  const until = readDate(readCell(cellOf('actsUntil')) ?? '');
  if (!until) return tell('noted', 'actsUntil', 'not-a-date') ?? [];
  return [...new Set(unitIds)].toSorted().map((unitId) => ({ unitId, until }));
}

function findWord<K extends string>(
  words: Readonly<Partial<Record<K, readonly string[]>>>,
  text: string,
): K | undefined {
  const wanted = foldCell(text);
  const all = Object.entries<readonly string[] | undefined>(words);
  const [found] = all.find(([, known]) => known?.some((word) => foldCell(word) === wanted)) ?? [];
  return found as K | undefined;
}

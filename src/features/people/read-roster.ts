import type { LocalDate } from '../../core/local-date.ts';
import { createIsOfGuests, type RowPlace } from './guest-units.ts';
import { isGuestName } from './member-directory.ts';
import { type RowUnit, readRosterRow } from './read-roster-row.ts';
import { readRosterUnits, withUnitSector } from './read-roster-units.ts';
import {
  isToldByMany,
  type Roster,
  type RosterColumn,
  type RosterProblem,
  type RosterRules,
  rosterColumns,
} from './roster.ts';
import { foldCell, readCell, readId } from './roster-cell.ts';
import { withLeaders } from './roster-leaders.ts';
import { withoutTwice } from './roster-positions.ts';
import type { Unit } from './unit-store.ts';

/**
 * Pure: the rows of the HR system's file, the header first, as people and units. The order of the rows and of the columns says nothing.
 * A refused row is told, and stops nobody else. `storedUnits`: as they are before.
 */
export function readRoster(
  rows: readonly (readonly string[])[],
  rules: RosterRules,
  today: LocalDate,
  storedUnits: readonly Unit[] = [],
): Roster {
  const [header = [], ...body] = rows;
  const { places, problems: headerProblems } = readHeader(header, rules);
  const columns = new Set(places.keys());
  const none = {
    people: [],
    units: [],
    held: new Set<string>(),
    heldAccounts: new Set<string>(),
    unnamedRows: 0,
    columns,
    toldColumns: new Set<RosterColumn>(),
  };
  if (headerProblems.length > 0) return { ...none, problems: headerProblems };
  const results = staffRows(body, places, rules).map(({ row, cellOf }) => readRosterRow(row, cellOf, rules));
  const problems = results.flatMap((result) => result.problems);
  const read = results.flatMap((result) => (result.outcome === 'read' ? [result.person] : []));
  const unread = results.filter((result) => result.outcome === 'refused');
  const refused: RowUnit[] = unread.flatMap(({ unit }) => unit ?? []);
  const heldRows = unread.filter(({ upn }) => upn !== undefined && !isGuestName(upn));
  const held = new Set(heldRows.flatMap(({ upn }) => upn ?? []));
  const heldAccounts = new Set(heldRows.flatMap(({ aadObjectId }) => aadObjectId ?? []));
  const unnamedRows = unread.filter(({ upn }) => upn === undefined).length;
  const once = withoutTwice(read, today);
  refused.push(...once.refused);
  const { units, problems: unitProblems } = readRosterUnits(once.people, refused, storedUnits, columns);
  for (const { upn } of once.refused) held.add(upn);
  const placed = withUnitSector(once.people, units, columns);
  // Somebody may lead an area that no row of this list names.
  const unitIds = new Set([...units, ...storedUnits].map(({ unitId }) => unitId));
  const led = withLeaders(placed, refused, unitIds, held);
  const people = led.people.map((person) => (held.has(person.upn) ? { ...person, hasBadRow: true as const } : person));
  // Somebody with one good row is not held by a bad one.
  for (const { upn } of people) held.delete(upn);
  const all = [...withFirstTitle(problems), ...once.problems, ...unitProblems, ...led.problems];
  const isTold = ([, at]: [RosterColumn, readonly number[]]) =>
    body.some((cells) => at.some((place) => readCell(cells[place] ?? '') !== undefined));
  const toldColumns = new Set([...places].filter(isTold).map(([column]) => column));
  const inOrder = all.toSorted((a, b) => a.row - b.row);
  return { people, units, held, heldAccounts, unnamedRows, columns, toldColumns, problems: inOrder };
}

/** The rows that say anything, and are of no unit whose staff are guests. */
function staffRows(body: readonly (readonly string[])[], places: Places, { guestUnits }: RosterRules) {
  const rows = body.flatMap((cells, index) => {
    const cellOf = (column: RosterColumn) => cellAt(cells, places.get(column));
    return cells.every((cell) => readCell(cell) === undefined) ? [] : [{ row: index + 2, cellOf, ...placeIn(cellOf) }];
  });
  const isOfGuests = createIsOfGuests(rows, guestUnits);
  return rows.filter((row) => !isOfGuests(row));
}

function placeIn(cellOf: (column: RosterColumn) => string | undefined): RowPlace {
  const idIn = (column: RosterColumn) => readId(readCell(cellOf(column)) ?? '');
  return { unitId: idIn('unit'), parentId: idIn('parentUnit') };
}

/** Titles are many, and most of them mean nothing to us: the first such is told, so that somebody looks at the words. */
function withFirstTitle(problems: readonly RosterProblem[]): readonly RosterProblem[] {
  const first = problems.find(isAboutTitle);
  return problems.filter((problem) => problem === first || !isAboutTitle(problem));
}

const isAboutTitle = ({ column }: RosterProblem): boolean => column === 'profile';

type Places = ReadonlyMap<RosterColumn, readonly number[]>;

/** Who writes files leaves out empty cells at the end of a row. */
const cellAt = (cells: readonly string[], places: readonly number[] | undefined): string | undefined =>
  places?.map((place) => cells[place] ?? '').join(',');

/** Without these nobody can be known, placed or given dates. */
const needed: readonly RosterColumn[] = ['upn', 'unit', 'employedOn'];

function readHeader(header: readonly string[], { columns }: RosterRules) {
  const places = new Map<RosterColumn, readonly number[]>();
  const problems: RosterProblem[] = [];
  const tell = (column: RosterColumn, problem: 'no-column' | 'column-twice') =>
    problems.push({ row: 1, column, problem, severity: 'refused' });
  for (const column of rosterColumns) {
    const names = (columns[column] ?? []).map(foldCell);
    const found = header.flatMap((cell, at) => (names.includes(foldCell(cell)) ? [at] : []));
    if (found.length > 1 && !isToldByMany(column)) tell(column, 'column-twice');
    if (found.length > 0) places.set(column, found);
  }
  for (const column of needed) if (!places.has(column)) tell(column, 'no-column');
  if (!places.has('displayName') && !places.has('givenName')) tell('displayName', 'no-column');
  return { places, problems };
}

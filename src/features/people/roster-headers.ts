import { type RosterColumn, type RosterRules, rosterColumns } from './roster.ts';
import { foldCell } from './roster-cell.ts';
import type { RosterRun } from './roster-run-store.ts';

/** What Microsoft 365 itself calls what it always tells. */
const directoryNames: Readonly<Partial<Record<RosterColumn, string>>> = {
  ...{ upn: 'userPrincipalName', objectId: 'id', givenName: 'givenName', familyName: 'surname' },
  ...{ displayName: 'displayName', leader: 'manager', groupRole: 'roleGroups' },
};

/**
 * What a column is called where somebody can put it right: the header that the file has of those in the pack, or the first of them when it
 * has none; of the directory the attributes, or our own name for what none of them tells. Never what stood in the file.
 */
export function createHeaderOf(
  { columns, directory }: RosterRules,
  source: RosterRun['source'],
  header: readonly string[],
): (column: string) => string | undefined {
  const cells = new Set(header.map(foldCell));
  const inFile = ([column, names = []]: readonly [RosterColumn, readonly string[] | undefined]) =>
    [column, names.find((name) => cells.has(foldCell(name))) ?? names[0]] as const;
  const attributes: RosterRules['columns'] = directory?.columns ?? {};
  const inDirectory = (column: RosterColumn) =>
    [column, directoryNames[column] ?? attributes[column]?.join(' / ') ?? column] as const;
  const called = new Map<string, string | undefined>(
    rosterColumns.map((column) => (source === 'file' ? inFile([column, columns[column]]) : inDirectory(column))),
  );
  return (column) => called.get(column);
}

import { createHash } from 'node:crypto';
import { localDateAt, type TimeZone } from '../../core/local-date.ts';
import type { DirectoryUser } from './directory.ts';
import { isGuestName } from './member-directory.ts';
import { isToldByMany, type RosterColumn, type RosterRules, rosterColumns } from './roster.ts';

/** The rules of the file, with our own names as headers: what the directory tells is read by the same rules, as rows of a file. */
export const directoryFileRules = (rules: RosterRules): RosterRules => ({
  ...rules,
  columns: Object.fromEntries(rosterColumns.map((column) => [column, [column]])),
});

/** The same for the same rules: what is read by others has to be read anew. */
export const directoryRulesKey = ({ columns: _, ...rules }: RosterRules): string =>
  createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 40);

/**
 * Pure: staff of the directory as rows of a staff list, the header first, in the order of user names. Guests and accounts that are shut
 * are no staff, and have left if they were known.
 */
export function directoryRows(
  users: readonly DirectoryUser[],
  { directory }: Pick<RosterRules, 'directory'>,
  zone: TimeZone,
): string[][] {
  const columns: Readonly<Partial<Record<RosterColumn, readonly string[]>>> = directory?.columns ?? {};
  const staff = withoutTwice(users.filter(isStaff));
  const roleGroups = Object.entries(directory?.roleGroups ?? {});
  const always = new Set<RosterColumn>([
    ...names,
    ...(directory?.managersLead ? (['leader'] as const) : []),
    ...(roleGroups.length > 0 ? (['groupRole'] as const) : []),
  ]);
  // A column that is not there is another thing than one that is empty.
  const told = rosterColumns.filter((column) => always.has(column) || columns[column]);
  const body = staff.map((user) => {
    const cells: Partial<Record<RosterColumn, string | undefined>> = {
      ...{ upn: user.upn, objectId: user.id, leader: user.managerUpn?.toLowerCase() },
      groupRole: rolesOf(user, roleGroups),
      ...{ givenName: user.givenName, familyName: user.familyName, displayName: user.displayName },
    };
    const cellOf = (column: RosterColumn): string =>
      cells[column] ?? asDay(textIn(user.attributes, column, columns[column]), column, zone);
    return told.map(cellOf);
  });
  return [told, ...body];
}

const rolesOf = ({ roleGroupIds = [] }: DirectoryUser, roleGroups: readonly [string, readonly string[]][]): string =>
  roleGroups.flatMap(([role, ids]) => (ids.some((id) => roleGroupIds.includes(id)) ? [role] : [])).join(',');

/** What the directory always tells of everybody. */
const names = ['upn', 'objectId', 'givenName', 'familyName', 'displayName'] as const satisfies readonly RosterColumn[];

const isStaff = ({ isGuest, isEnabled, upn = '' }: DirectoryUser): boolean =>
  isEnabled && !isGuest && !isGuestName(upn);

/** Who is in two groups, or was moved to another page while we read, is told twice. */
function withoutTwice(users: readonly DirectoryUser[]): readonly DirectoryUser[] {
  const keyed = users.map((user) => ({ user, key: `${user.upn?.toLowerCase() ?? ''} ${user.id} ${textOf(user)}` }));
  const inOrder = keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ user }) => user);
  const seen = new Set<string>();
  return inOrder.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const textOf = ({ attributes, ...rest }: DirectoryUser): string =>
  JSON.stringify([rest, attributes].map((facts) => Object.entries(facts).toSorted()));

const firstOf = (attributes: DirectoryUser['attributes'], names: readonly string[] = []): string =>
  names.map((name) => attributes[name]?.trim() ?? '').find((text) => text !== '') ?? '';

const textIn = (
  attributes: DirectoryUser['attributes'],
  column: RosterColumn,
  names: readonly string[] = [],
): string =>
  isToldByMany(column) ? names.map((name) => attributes[name] ?? '').join(',') : firstOf(attributes, names);

const dayColumns: readonly RosterColumn[] = ['employedOn', 'endsOn', 'actsUntil'];

/** A moment is the day that it is in the municipality; one that ends a day as UTC counts, the last minute of it, is that day. */
function asDay(text: string, column: RosterColumn, zone: TimeZone): string {
  if (!dayColumns.includes(column) || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return text;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || text.includes('T23:59')) return text;
  return localDateAt(at, zone);
}

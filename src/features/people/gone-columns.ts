import type { LocalDate } from '../../core/local-date.ts';
import { isEmployed, type Person } from './person.ts';
import type { Roster, RosterProblem } from './roster.ts';

/**
 * What gives rights, and the last day that takes them: without such a column everybody would lose what it told, and no row would look wrong.
 * The unit above tells which staff are guests, and of those we know nothing that could stay.
 */
const rightsColumns = ['role', 'groupRole', 'leads', 'leader', 'actsFor', 'actsUntil', 'endsOn', 'parentUnit'] as const;
type RightsColumn = (typeof rightsColumns)[number];

/**
 * Some of the staff have these in any list: where a column of theirs is there and empty in every row, whoever made the list could not read it.
 * Nobody may be standing in for anybody, or have a last day.
 */
const neverEmpty: ReadonlySet<RightsColumn> = new Set<RightsColumn>([
  'role',
  'groupRole',
  'leads',
  'leader',
  'parentUnit',
]);

type Columns = Pick<Roster, 'columns' | 'toldColumns'>;

/** Which of them say something of anybody. */
export const toldBy = ({ toldColumns }: Pick<Roster, 'toldColumns'>): RightsColumn[] =>
  rightsColumns.filter((column) => toldColumns.has(column));

/**
 * Pure: those that the list before this one told something by, and this one does not have, or has without a word in it. Where that is not known
 * (`before` is absent), what people hold by now is what was told.
 */
export function findGoneColumns(
  roster: Columns,
  before: readonly string[] | undefined,
  known: readonly Person[],
  today: LocalDate,
): readonly RosterProblem[] {
  const told = before ?? columnsHeld(roster, known, today);
  const isGone = (column: RightsColumn) =>
    !(neverEmpty.has(column) && before ? roster.toldColumns : roster.columns).has(column);
  const gone = rightsColumns.filter((column) => told.includes(column) && isGone(column));
  return gone.map((column) => {
    const problem = roster.columns.has(column) ? 'empty-column' : 'no-column';
    return { row: 1, column, problem, severity: 'noted' };
  });
}

/** Units have two columns, and roles too: one of them is enough. */
function columnsHeld({ columns }: Columns, known: readonly Person[], today: LocalDate): readonly RightsColumn[] {
  const employed = known.filter((person) => isEmployed(person, today));
  const isHeld: Readonly<Partial<Record<RightsColumn, (person: Person) => boolean>>> = {
    // Whoever leads a unit is a leader without being called so.
    role: ({ roles, leads }) =>
      !columns.has('groupRole') &&
      roles.some((role) => role !== 'employee' && (role !== 'leader' || leads.length === 0)),
    leader: ({ leads }) => !columns.has('leads') && leads.length > 0,
    actsFor: ({ actsFor = [] }) => actsFor.some(({ until }) => until >= today),
    // Who is in no row gets a last day too: that of yesterday, or of today.
    endsOn: ({ endsOn }) => endsOn !== undefined && endsOn > today,
  };
  return rightsColumns.filter((column) => employed.some((person) => isHeld[column]?.(person)));
}

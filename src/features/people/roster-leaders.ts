import type { Role } from './person.ts';
import type { RowPerson, RowUnit } from './read-roster-row.ts';
import type { RosterPerson, RosterProblem } from './roster.ts';

/**
 * Pure: those whom others name as their leader lead the unit of those others. But the leader of whoever leads a unit sits above it and does
 * not lead it: else the head of schools would lead every school. Units that nobody has are left out. `refused`: rows that are not used; they
 * give nobody a unit, and take none.
 */
export function withLeaders(
  people: readonly RowPerson[],
  refused: readonly RowUnit[],
  unitIds: ReadonlySet<string>,
  held: ReadonlySet<string>,
) {
  const problems: RosterProblem[] = [];
  const isAbove = createIsAbove(people, refused);
  const ledBy = new Map<string, Set<string>>();
  const stillNamed = Map.groupBy(namedIn(refused, isAbove), ({ leader }) => leader);
  // Who is held leads what they led before.
  const known = new Set([...people.map(({ upn }) => upn), ...held]);
  for (const person of people) {
    for (const leader of person.leaders) {
      const { row, unitId } = person;
      if (!known.has(leader)) problems.push({ row, column: 'leader', problem: 'unknown-leader', severity: 'noted' });
      else if (isLeaderOf(leader, person, isAbove)) ledBy.set(leader, (ledBy.get(leader) ?? new Set()).add(unitId));
    }
  }
  const withUnits = people.map((person): RosterPerson => {
    const { row } = person;
    const { unitName: _n, parentId: _p, parentName: _q, leaders: _l, ...rest } = person;
    const strangers = [...rest.leads, ...rest.actsFor.map(({ unitId }) => unitId)].filter((id) => !unitIds.has(id));
    if (strangers.length > 0) problems.push({ row, column: 'leads', problem: 'unknown-unit', severity: 'noted' });
    const wanted = [...rest.leads, ...(ledBy.get(rest.upn) ?? [])];
    const leads = [...new Set(wanted)].filter((id) => unitIds.has(id)).toSorted();
    const named = (stillNamed.get(rest.upn) ?? []).map(({ unitId }) => unitId).filter((id) => !leads.includes(id));
    return {
      ...rest,
      leads,
      ...(named.length > 0 && { stillNamedFor: [...new Set(named)].toSorted() }),
      actsFor: rest.actsFor.filter(({ unitId }) => unitIds.has(unitId)),
      roles: withLeaderRole(rest.roles, leads),
    };
  });
  return { people: withUnits, problems };
}

/** Whoever leads a unit is a leader, whatever the title. */
export const withLeaderRole = (roles: readonly Role[], leads: readonly string[]): readonly Role[] =>
  leads.length === 0 || roles.includes('leader') || roles.includes('area-leader') ? roles : [...roles, 'leader'];

/** A row that is not used may not tell what its person leads. */
type Led = RowUnit & Partial<Pick<RowPerson, 'leads'>>;
type IsAbove = (leader: string, led: Led) => boolean;

const isLeaderOf = (leader: string, led: Led, isAbove: IsAbove): boolean => leader !== led.upn && !isAbove(leader, led);

const namedIn = (rows: readonly RowUnit[], isAbove: IsAbove) =>
  rows.flatMap((row) =>
    row.leaders.flatMap((leader) => (isLeaderOf(leader, row, isAbove) ? [{ leader, unitId: row.unitId }] : [])),
  );

/** Somebody who leads the own unit, by their own row or for others in it, hands on nothing to a leader outside it. */
function createIsAbove(people: readonly RowPerson[], refused: readonly RowUnit[]): IsAbove {
  const rows: readonly RowUnit[] = [...refused, ...people];
  const unitByUpn = new Map(rows.map(({ upn, unitId }) => [upn, unitId]));
  const leading = new Set(
    rows.flatMap(({ unitId, upn, leaders }) =>
      leaders.flatMap((leader) => (leader === upn ? [] : [`${unitId} ${leader}`])),
    ),
  );
  return (leader, { upn, unitId, leads = [] }) =>
    unitByUpn.get(leader) !== unitId && (leads.includes(unitId) || leading.has(`${unitId} ${upn}`));
}

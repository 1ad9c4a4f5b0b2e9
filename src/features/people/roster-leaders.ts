import type { RowPerson, RowUnit } from './read-roster-row.ts';
import type { RosterPerson, RosterProblem } from './roster.ts';

/**
 * Pure: those whom others name as their leader lead the unit of those others. But the leader of whoever leads a unit sits above it and does
 * not lead it: else the head of schools would lead every school. Units that nobody has are left out. `refused`: rows that are not used, and
 * give nobody a unit.
 */
export function withLeaders(
  people: readonly RowPerson[],
  refused: readonly RowUnit[],
  unitIds: ReadonlySet<string>,
  held: ReadonlySet<string>,
) {
  const problems: RosterProblem[] = [];
  const ledBy = new Map<string, Set<string>>();
  // Who is held leads what they led before.
  const known = new Set([...people.map(({ upn }) => upn), ...held]);
  const isAbove = createIsAbove(people, refused);
  for (const person of people) {
    for (const leader of person.leaders) {
      const { row, upn, unitId } = person;
      if (!known.has(leader)) problems.push({ row, column: 'leader', problem: 'unknown-leader', severity: 'noted' });
      else if (leader !== upn && !isAbove(leader, person))
        ledBy.set(leader, (ledBy.get(leader) ?? new Set()).add(unitId));
    }
  }
  const withUnits = people.map((person): RosterPerson => {
    const { row } = person;
    const { unitName: _n, parentId: _p, parentName: _q, leaders: _l, ...rest } = person;
    const strangers = [...rest.leads, ...rest.actsFor.map(({ unitId }) => unitId)].filter((id) => !unitIds.has(id));
    if (strangers.length > 0) problems.push({ row, column: 'leads', problem: 'unknown-unit', severity: 'noted' });
    const wanted = [...rest.leads, ...(ledBy.get(rest.upn) ?? [])];
    const leads = [...new Set(wanted)].filter((id) => unitIds.has(id)).toSorted();
    const isLeader = rest.roles.includes('leader') || rest.roles.includes('area-leader');
    return {
      ...rest,
      leads,
      actsFor: rest.actsFor.filter(({ unitId }) => unitIds.has(unitId)),
      roles: leads.length > 0 && !isLeader ? [...rest.roles, 'leader'] : rest.roles,
    };
  });
  return { people: withUnits, problems };
}

/** Somebody who leads the own unit, by their own row or for others in it, hands on nothing to a leader outside it. */
function createIsAbove(
  people: readonly RowPerson[],
  refused: readonly RowUnit[],
): (leader: string, person: RowPerson) => boolean {
  const rows: readonly RowUnit[] = [...refused, ...people];
  const unitByUpn = new Map(rows.map(({ upn, unitId }) => [upn, unitId]));
  const leading = new Set(
    rows.flatMap(({ unitId, upn, leaders }) =>
      leaders.flatMap((leader) => (leader === upn ? [] : [`${unitId} ${leader}`])),
    ),
  );
  return (leader, { upn, unitId, leads }) =>
    unitByUpn.get(leader) !== unitId && (leads.includes(unitId) || leading.has(`${unitId} ${upn}`));
}

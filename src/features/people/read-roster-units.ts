import type { Sector } from './person.ts';
import type { RowPerson } from './read-roster-row.ts';
import type { RosterProblem } from './roster.ts';
import type { Unit } from './unit-store.ts';

/**
 * Pure: the units that the rows name, and those above them, as a tree. What rows say differently is decided by most of them, then by the
 * alphabet; a unit that would be above itself gets none above it.
 */
export function readRosterUnits(people: readonly RowPerson[]): {
  units: readonly Unit[];
  problems: readonly RosterProblem[];
} {
  const problems: RosterProblem[] = [];
  const byUnit = Map.groupBy(people, ({ unitId }) => unitId);
  const parentNames = new Map<string, string[]>();
  for (const { parentId, parentName } of people) {
    if (parentId !== undefined) parentNames.set(parentId, [...(parentNames.get(parentId) ?? []), ...(parentName ?? [])]);
  }
  const units = new Map<string, Unit>();
  for (const [unitId, rows] of byUnit) {
    const name = mostSaid(rows.flatMap(({ unitName }) => unitName ?? []));
    const parentId = mostSaid(rows.flatMap((row) => row.parentId ?? []));
    const sector: Sector = mostSaid(rows.map((row) => row.sector)) ?? 'other';
    units.set(unitId, { unitId, name: name ?? unitId, sector, ...(parentId !== undefined && { parentId }) });
    const others = rows.filter(({ unitName }) => unitName !== undefined && unitName !== name);
    for (const { row } of others) problems.push({ row, column: 'unitName', problem: 'other-name', severity: 'noted' });
  }
  for (const [unitId, names] of parentNames) {
    if (!units.has(unitId)) units.set(unitId, { unitId, name: mostSaid(names) ?? unitId, sector: 'other' });
  }
  for (const unit of units.values()) {
    if (unit.parentId === undefined || !isInCircle(unit, units)) continue;
    const row = Math.min(...(byUnit.get(unit.unitId) ?? []).map((person) => person.row));
    problems.push({ row, column: 'parentUnit', problem: 'in-a-circle', severity: 'noted' });
  }
  const inOrder = [...units.values()].toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));
  return { units: inOrder.map((unit) => (isInCircle(unit, units) ? withoutParent(unit) : unit)), problems };
}

function isInCircle(unit: Unit, units: ReadonlyMap<string, Unit>): boolean {
  const seen = new Set<string>();
  for (let at = unit.parentId; at !== undefined && !seen.has(at); at = units.get(at)?.parentId) {
    if (at === unit.unitId) return true;
    seen.add(at);
  }
  return false;
}

const withoutParent = ({ parentId: _, ...unit }: Unit): Unit => unit;

/** What is said most often; of two said as often, the first of the alphabet. */
function mostSaid<T extends string>(said: readonly T[]): T | undefined {
  const counts = Map.groupBy(said, (text) => text);
  const [first] = [...counts].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return first?.[0];
}

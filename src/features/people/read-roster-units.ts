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
  const byUnit = Map.groupBy(people, ({ unitId }) => unitId);
  const units = new Map([...byUnit].map(([unitId, rows]) => [unitId, unitFrom(unitId, rows)]));
  for (const [unitId, rows] of Map.groupBy(people, ({ parentId }) => parentId)) {
    if (unitId === undefined || units.has(unitId)) continue;
    const name = mostSaid(rows.flatMap(({ parentName }) => parentName ?? []));
    units.set(unitId, { unitId, name: name ?? unitId, sector: 'other' });
  }
  const inOrder = [...units.values()].toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));
  const circles = new Set(inOrder.filter((unit) => isInCircle(unit, units)).map(({ unitId }) => unitId));
  return {
    units: inOrder.map((unit) => (circles.has(unit.unitId) ? withoutParent(unit) : unit)),
    problems: people.flatMap((person) => problemsOf(person, units, circles)),
  };
}

function unitFrom(unitId: string, rows: readonly RowPerson[]): Unit {
  const name = mostSaid(rows.flatMap(({ unitName }) => unitName ?? []));
  const parentId = mostSaid(rows.flatMap((row) => row.parentId ?? []));
  const sector: Sector = mostSaid(rows.map((row) => row.sector)) ?? 'other';
  return { unitId, name: name ?? unitId, sector, ...(parentId !== undefined && { parentId }) };
}

function problemsOf(
  { row, unitId, unitName, parentId }: RowPerson,
  units: ReadonlyMap<string, Unit>,
  circles: ReadonlySet<string>,
): readonly RosterProblem[] {
  const isOther = unitName !== undefined && unitName !== units.get(unitId)?.name;
  const isCircle = parentId !== undefined && circles.has(unitId);
  return [
    ...(isOther ? [{ row, column: 'unitName', problem: 'other-name', severity: 'noted' } as const] : []),
    ...(isCircle ? [{ row, column: 'parentUnit', problem: 'in-a-circle', severity: 'noted' } as const] : []),
  ];
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

import { mostSaid } from './most-said.ts';
import type { Sector } from './person.ts';
import type { RowPerson, RowUnit } from './read-roster-row.ts';
import type { RosterColumn, RosterProblem } from './roster.ts';
import type { Unit } from './unit-store.ts';

/**
 * Pure: the units that the rows name, and those above them, as a tree. What rows say differently is decided by most of them, then by the
 * alphabet; a unit that would be above itself gets none above it. Refused rows say where their unit is, too. Where the list says no name and no
 * kind of service of a unit, what is `stored` stays; so does the unit above where the list has no such column, and of a unit without a row that is
 * used, one whose only post is vacant for example.
 */
export function readRosterUnits(
  people: readonly RowPerson[],
  refused: readonly RowUnit[],
  stored: readonly Unit[],
  columns: ReadonlySet<RosterColumn>,
): { units: readonly Unit[]; problems: readonly RosterProblem[] } {
  const rows: readonly RowUnit[] = [...people, ...refused];
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  const byParent = Map.groupBy(rows, ({ parentId }) => parentId);
  const before = new Map(stored.map((unit) => [unit.unitId, unit]));
  const used = new Set(people.map(({ unitId }) => unitId));
  // A new unit waits for a row that can be used, or for one below it.
  const known = [...byUnit.keys()].filter((unitId) => before.has(unitId));
  const named = new Set([...used, ...rows.flatMap(({ parentId }) => parentId ?? []), ...known]);
  const units = new Map(
    [...named].toSorted().map((unitId) => {
      const below = used.has(unitId) ? undefined : byParent.get(unitId);
      return [unitId, unitFrom({ unitId, rows: byUnit.get(unitId), below, before: before.get(unitId) })];
    }),
  );
  const parentOf: ParentOf = (unitId) => (units.get(unitId) ?? before.get(unitId))?.parentId;
  const turning = [...units.values()].filter((unit) => isInCircle(unit, parentOf));
  const circles = new Set(turning.map(({ unitId }) => unitId));
  for (const unit of turning) units.set(unit.unitId, withoutParent(unit));
  // What was before comes after all that the list says, and gives way to it.
  for (const unit of units.values()) {
    const isTold = (columns.has('parentUnit') && used.has(unit.unitId)) || circles.has(unit.unitId);
    const stays = isTold ? undefined : before.get(unit.unitId)?.parentId;
    if (unit.parentId !== undefined || stays === undefined) continue;
    const kept = { ...unit, parentId: stays };
    if (!isInCircle(kept, parentOf)) units.set(unit.unitId, kept);
  }
  return { units: [...units.values()], problems: people.flatMap((person) => problemsOf(person, units, circles)) };
}

type Said = {
  unitId: string;
  /** Of those in the unit. */
  rows?: readonly RowUnit[] | undefined;
  /** Of those in the units below it. */
  below?: readonly RowUnit[] | undefined;
  before?: Unit | undefined;
};

function unitFrom({ unitId, rows = [], below = [], before }: Said): Unit {
  const ownName = mostSaid(rows.flatMap(({ unitName }) => unitName ?? []));
  const name = ownName ?? mostSaid(below.flatMap(({ parentName }) => parentName ?? [])) ?? before?.name ?? unitId;
  const parentId = mostSaid(rows.flatMap((row) => row.parentId ?? []));
  const sector: Sector = mostSaid(rows.flatMap((row) => row.sector ?? [])) ?? before?.sector ?? 'other';
  return { unitId, name, sector, ...(parentId !== undefined && { parentId }) };
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

/** Who is in a row that says no kind of service has that of the unit; where the list has no such column, only who is new. */
export function withUnitSector(
  people: readonly RowPerson[],
  units: readonly Unit[],
  columns: ReadonlySet<RosterColumn>,
): readonly RowPerson[] {
  const sectors = new Map(units.map(({ unitId, sector }) => [unitId, sector]));
  return people.map((person): RowPerson => {
    const { sector: told, unitId } = person;
    const sector = told ?? sectors.get(unitId) ?? 'other';
    return { ...person, ...(columns.has('sector') ? { sector } : { unitSector: sector }) };
  });
}

type ParentOf = (unitId: string) => string | undefined;

function isInCircle({ unitId, parentId }: Unit, parentOf: ParentOf): boolean {
  const seen = new Set<string>();
  for (let at = parentId; at !== undefined && !seen.has(at); at = parentOf(at)) {
    if (at === unitId) return true;
    seen.add(at);
  }
  return false;
}

const withoutParent = ({ parentId: _, ...unit }: Unit): Unit => unit;

import type { Unit } from '../people/unit-store.ts';

/** The units that are told of together: an area with all that is below it. */
export type Area = { areaId: string; unitIds: readonly string[] };

/** The area of the units that no area is above. No unit can have this id. */
export const withoutArea = '-';

/**
 * An area is a unit at the top of the tree that has units below it. Where one unit is above all others it is the municipality, and those
 * just below it are at the top. Pure.
 */
export function areasOf(units: readonly Unit[]): readonly Area[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const parentOf = ({ parentId }: Unit): Unit | undefined => (parentId === undefined ? undefined : byId.get(parentId));
  const hasUnits = new Set(units.flatMap((unit) => parentOf(unit)?.unitId ?? []));
  const roots = units.filter((unit) => !parentOf(unit));
  const [root] = roots;
  const top = roots.length === 1 && root && hasUnits.has(root.unitId) ? root.unitId : undefined;

  function areaOf(unit: Unit): string {
    const seen = new Set([unit.unitId]);
    let at = unit;
    for (let above = parentOf(at); above && above.unitId !== top && !seen.has(above.unitId); above = parentOf(at)) {
      seen.add(above.unitId);
      at = above;
    }
    return at.unitId !== top && hasUnits.has(at.unitId) ? at.unitId : withoutArea;
  }
  const groups = [...Map.groupBy(units, areaOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([areaId, inArea]) => ({ areaId, unitIds: inArea.map(({ unitId }) => unitId).sort() }));
}

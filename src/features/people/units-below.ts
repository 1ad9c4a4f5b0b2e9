import type { Unit } from './unit-store.ts';

/** A unit and all that is below it. */
export function unitsBelow(units: readonly Unit[], unitId: string): readonly string[] {
  const below = [unitId];
  // The list grows while it is walked; nobody is in it twice, so that a circle ends.
  for (const parentId of below) {
    for (const unit of units) if (unit.parentId === parentId && !below.includes(unit.unitId)) below.push(unit.unitId);
  }
  return below;
}

import type { LocalDate } from '../../core/local-date.ts';
import { type Catalogue, hasBegun } from '../catalogue/catalogue.ts';
import { toArray } from '../people/person-store.ts';
import type { UnitStore } from '../people/unit-store.ts';
import { unitsBelow } from '../people/units-below.ts';

/**
 * Those of a leader's units that there is something to tell of. One where nobody works, such as an area, begins with the first of those below it. Reads
 * nothing where all units begin together. Throws Failure `unavailable` or `throttled`.
 */
export async function begunUnits(
  { units, catalogue }: { units: UnitStore; catalogue: Catalogue },
  unitIds: readonly string[],
  today: LocalDate,
): Promise<readonly string[]> {
  const begun = unitIds.filter((unitId) => hasBegun(catalogue, unitId, today));
  if (begun.length === 0 || !catalogue.waves?.size) return begun;
  const all = await toArray(units.listUnits());
  const told: string[] = [];
  for (const unitId of begun) {
    const below = unitsBelow(all, unitId).filter((id) => id !== unitId);
    const isAnyBegun = below.length === 0 || below.some((id) => hasBegun(catalogue, id, today));
    if (isAnyBegun || (await hasMembers(units, unitId))) told.push(unitId);
  }
  return told;
}

async function hasMembers(units: UnitStore, unitId: string): Promise<boolean> {
  for await (const _ of units.listMembers(unitId)) return true;
  return false;
}

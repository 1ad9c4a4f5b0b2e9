import { mostSaid } from './most-said.ts';
import { readId } from './roster-cell.ts';

/** Where a row says that it is, as far as that can be read. */
export type RowPlace = { unitId?: string | undefined; parentId?: string | undefined };

/**
 * Pure: whether a row is of a unit whose staff are guests, or of one below such a unit. What the row says itself of the unit above comes first;
 * where it says nothing, and further up, what most of the other rows say.
 */
export function createIsOfGuests(
  places: readonly RowPlace[],
  guestUnits: readonly string[],
): (place: RowPlace) => boolean {
  const guests = new Set(guestUnits.map(readId));
  const parents = new Map<string, string | undefined>();
  for (const [unitId, rows] of Map.groupBy(places, (place) => place.unitId)) {
    if (unitId !== undefined) parents.set(unitId, mostSaid(rows.flatMap((row) => parentIn(row) ?? [])));
  }
  return (place) => {
    const seen = new Set<string>();
    let at = place.unitId ?? parentIn(place);
    for (let next = parentIn(place); at !== undefined && !seen.has(at); next = undefined) {
      if (guests.has(at)) return true;
      seen.add(at);
      at = next ?? parents.get(at);
    }
    return false;
  };
}

const parentIn = ({ unitId, parentId }: RowPlace): string | undefined => (parentId === unitId ? undefined : parentId);

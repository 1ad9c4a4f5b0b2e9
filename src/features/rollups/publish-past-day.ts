import type { Unit } from '../people/unit-store.ts';
import { areasOf, withoutArea } from './areas.ts';
import { type Cells, noCells } from './figures.ts';
import { roundCells } from './publish-area.ts';

/** How many stand how, as it may be told. `open`: not done, and the deadline has not passed. `people` is the sum of the others. */
export type PastFigures = Cells & { people: number };

/** One line of what may be told. `own-staff`: the people of an area who are in none of its units. */
export type PublishedRow = {
  level: 'municipality' | 'area' | 'own-staff' | 'unit';
  name: string;
  figures: PastFigures;
};

/**
 * The municipality first, then each area with its units, then those without an area. `fewUnits`: with staff, and too few counted to be told, or
 * none.
 */
export type PublishedDay = { rows: readonly PublishedRow[]; fewUnits: number };

type Told = { unitId: string; cells: Cells };

/**
 * Pure: what may be told of the true counts of a day, by the rule of the figures of each month (docs/decisions/0027): each cell of a unit is
 * rounded to fives on its own, the same way on every day, and all else is a sum of those. Units and areas are those of now. `staffed`: the units
 * that have staff now, whoever of them is counted; of the others nothing is said, not even that they had too few that day.
 */
export function publishPastDay(
  municipality: string,
  units: readonly Unit[],
  byUnit: ReadonlyMap<string, Cells>,
  staffed: ReadonlySet<string>,
): PublishedDay {
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const nameOf = (unitId: string): string => names.get(unitId) ?? unitId;
  const byName = (a: { areaId: string }, b: { areaId: string }): number =>
    Number(a.areaId === withoutArea) - Number(b.areaId === withoutArea) || compare(nameOf(a.areaId), nameOf(b.areaId));
  const lost = [...byUnit.keys()].filter((unitId) => !names.has(unitId));
  const areas = [...areasOf(units), { areaId: withoutArea, unitIds: lost }]
    .toSorted(byName)
    .map(({ areaId, unitIds }) => ({
      areaId,
      units: unitIds.map((unitId) => ({ unitId, cells: roundCells(unitId, byUnit.get(unitId) ?? noCells) })),
    }));
  const rows = areas.flatMap((area) => rowsOf(area, nameOf));
  const told = areas.flatMap((area) => area.units);
  const few = told.filter(({ unitId, cells }) => staffed.has(unitId) && peopleIn(cells) === 0);
  const whole: PublishedRow = {
    level: 'municipality',
    name: municipality,
    figures: figuresOf(told),
  };
  return { rows: [whole, ...rows], fewUnits: few.length };
}

const peopleIn = ({ done, late, open }: Cells): number => done + late + open;

function rowsOf(
  { areaId, units }: { areaId: string; units: readonly Told[] },
  nameOf: (unitId: string) => string,
): readonly PublishedRow[] {
  const shown = units.filter(({ cells }) => peopleIn(cells) > 0);
  const below = shown
    .map((unit): PublishedRow => {
      const level = unit.unitId === areaId ? 'own-staff' : 'unit';
      return { level, name: nameOf(unit.unitId), figures: figuresOf([unit]) };
    })
    .toSorted((a, b) => compare(a.level, b.level) * -1 || compare(a.name, b.name));
  if (areaId === withoutArea || shown.length === 0) return below;
  return [{ level: 'area', name: nameOf(areaId), figures: figuresOf(shown) }, ...below];
}

function figuresOf(told: readonly Told[]): PastFigures {
  const sum = { ...noCells };
  for (const { cells } of told) for (const cell of ['done', 'late', 'open'] as const) sum[cell] += cells[cell];
  return { people: peopleIn(sum), ...sum };
}

const { compare } = new Intl.Collator('nb');

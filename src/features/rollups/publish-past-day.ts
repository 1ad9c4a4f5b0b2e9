import type { Unit } from '../people/unit-store.ts';
import { areasOf, withoutArea } from './areas.ts';
import { type Counts, noCounts, peopleIn, standings, sumOf } from './figures.ts';
import { publishArea } from './publish-area.ts';

/** How many stand how, as it may be told. `open`: not done, and the deadline has not passed. `people` is the sum of the others. */
export type PastFigures = { people: number; done: number; late: number; open: number };

/** One line of what may be told. `own-staff`: the people of an area who are in none of its units. */
export type PublishedRow = {
  level: 'municipality' | 'area' | 'own-staff' | 'unit';
  name: string;
  figures: PastFigures;
};

/** The municipality first, then each area with its units, then those without an area. `fewUnits`: with too few people to be told, or nobody. */
export type PublishedDay = { rows: readonly PublishedRow[]; fewUnits: number };

type Told = { unitId: string; counts: Counts };

/**
 * Pure: what may be told of the true counts of a day, by the rule of the figures of each month (docs/decisions/0027): each cell of a unit is
 * rounded to fives on its own, the same way on every day, and all else is a sum of those. Units and areas are those of now.
 */
export function publishPastDay(
  municipality: string,
  units: readonly Unit[],
  byUnit: ReadonlyMap<string, Counts>,
): PublishedDay {
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const nameOf = (unitId: string): string => names.get(unitId) ?? unitId;
  const byName = (a: { areaId: string }, b: { areaId: string }): number =>
    Number(a.areaId === withoutArea) - Number(b.areaId === withoutArea) || compare(nameOf(a.areaId), nameOf(b.areaId));
  const lost = [...byUnit.keys()].filter((unitId) => !names.has(unitId));
  const areas = [...areasOf(units), { areaId: withoutArea, unitIds: lost }]
    .toSorted(byName)
    .map(({ areaId, unitIds }) => {
      return publishArea({ areaId, units: unitIds.map((unitId) => unitOf(unitId, byUnit.get(unitId) ?? noCounts)) });
    });
  const rows = areas.flatMap((area) => rowsOf(area, nameOf));
  const told = areas.flatMap((area) => area.units);
  const few = told.filter(({ counts }) => peopleIn(counts) === 0);
  const whole: PublishedRow = {
    level: 'municipality',
    name: municipality,
    figures: figuresOf(sumOf(told.map(({ counts }) => counts))),
  };
  return { rows: [whole, ...rows], fewUnits: few.length };
}

const unitOf = (unitId: string, counts: Counts) => ({
  unitId,
  alike: standings.map((standing) => ({ standing, modules: {}, count: counts[standing] })),
});

function rowsOf(
  { areaId, units }: { areaId: string; units: readonly Told[] },
  nameOf: (unitId: string) => string,
): readonly PublishedRow[] {
  const shown = units.filter(({ counts }) => peopleIn(counts) > 0);
  const below = shown
    .map(({ unitId, counts }): PublishedRow => {
      const level = unitId === areaId ? 'own-staff' : 'unit';
      return { level, name: nameOf(unitId), figures: figuresOf(counts) };
    })
    .toSorted((a, b) => compare(a.level, b.level) * -1 || compare(a.name, b.name));
  if (areaId === withoutArea || shown.length === 0) return below;
  const sum = figuresOf(sumOf(shown.map(({ counts }) => counts)));
  return [{ level: 'area', name: nameOf(areaId), figures: sum }, ...below];
}

const figuresOf = (counts: Counts): PastFigures => ({
  ...{ people: peopleIn(counts), done: counts.done, late: counts.late, open: counts.onTheWay + counts.notStarted },
});

const { compare } = new Intl.Collator('nb');

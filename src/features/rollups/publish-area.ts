import {
  type AlikePeople,
  type AreaFigures,
  type Cells,
  type Counts,
  countStandings,
  type ModuleCounts,
  type NewHires,
  type PublishedArea,
  peopleIn,
  type Standing,
  standings,
  sumOf,
  type UnitFigures,
} from './figures.ts';
import { roundCount, roundsUpFrom, shareOut } from './round-count.ts';

/**
 * What may be told of an area: figures that might all be true at once, of people who come in fives. Pure. Each cell of a unit is rounded on
 * its own, and the open ones are told apart in fives; everything else is made of what was rounded, so that nothing more can be found out by adding and subtracting, however many
 * areas and months somebody holds together, and whatever they know of other units (docs/decisions/0027).
 */
export function publishArea({ areaId, units, newHires }: AreaFigures): PublishedArea {
  const rounded = units.map((unit) => ({ unitId: unit.unitId, counts: roundUnit(unit) }));
  const all = sumOf(rounded.map(({ counts }) => counts));
  const alike = units.flatMap((unit) => unit.alike);
  const hires = newHires && roundHires(areaId, newHires, peopleIn(all));
  return { areaId, units: rounded, modules: countModules(standAlike(all, alike)), ...(hires && { newHires: hires }) };
}

const places: Readonly<Record<keyof Cells, number>> = { done: 0, late: 1, open: 2 };

/** The cells of a unit as they may be told, of a month and of a past day alike. */
export function roundCells(unitId: string, { done, late, open }: Cells): Cells {
  const round = (count: number, cell: keyof Cells): number => roundCount(count, roundsUpFrom(unitId, places[cell]));
  return { done: round(done, 'done'), late: round(late, 'late'), open: round(open, 'open') };
}

/**
 * Who is on the way is rounded from the same rest as all who are open, so that there are never more of them, and in a sum of many units the two
 * come out as they are. The others of the open ones have not started.
 */
function roundUnit(unit: UnitFigures): Counts {
  const counts = countStandings(unit);
  const { done, late, open } = roundCells(unit.unitId, { ...counts, open: counts.onTheWay + counts.notStarted });
  const onTheWay = roundCount(counts.onTheWay, roundsUpFrom(unit.unitId, places.open));
  return { done, late, onTheWay, notStarted: open - onTheWay };
}

/** The people of an area as they are told: as many of each standing as the units have together, and in it as alike as in truth. */
function standAlike(all: Counts, alike: readonly AlikePeople[]): readonly AlikePeople[] {
  return standings.flatMap((standing: Standing) => {
    const groups = [
      ...Map.groupBy(
        alike.filter((group) => group.standing === standing && group.count > 0),
        keyOf,
      ),
    ]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, same]) => same);
    const counts = groups.map((same) => same.reduce((sum, { count }) => sum + count, 0));
    const shared = shareOut(all[standing], counts);
    return groups.flatMap(([first], index) => (first ? [{ ...first, count: shared[index] ?? 0 }] : []));
  });
}

const keyOf = ({ modules }: AlikePeople): string =>
  JSON.stringify(Object.entries(modules).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function countModules(alike: readonly AlikePeople[]): readonly ModuleCounts[] {
  const moduleIds = [...new Set(alike.flatMap(({ modules }) => Object.keys(modules)))].sort();
  const counts = moduleIds.map((moduleId) => {
    const countOf = (state: 'done' | 'missing'): number =>
      alike.reduce((sum, { modules, count }) => sum + (modules[moduleId] === state ? count : 0), 0);
    return { moduleId, done: countOf('done'), missing: countOf('missing') };
  });
  // A module of which nothing is told is not named either: its name alone would tell that somebody has it.
  return counts.filter(({ done, missing }) => done + missing > 0);
}

/** More newcomers than people cannot be true at once, so then nothing is told of them. */
function roundHires(areaId: string, { quarter, inTime, notInTime }: NewHires, people: number): NewHires | undefined {
  const cell = `${areaId}:${quarter}`;
  const rounded = {
    quarter,
    inTime: roundCount(inTime, roundsUpFrom(cell, 0)),
    notInTime: roundCount(notInTime, roundsUpFrom(cell, 1)),
  };
  return rounded.inTime + rounded.notInTime <= people ? rounded : undefined;
}

/** Several areas together: only sums of what is told of each. */
export function sumAreas(areas: readonly PublishedArea[]): {
  counts: Counts;
  modules: readonly ModuleCounts[];
  newHires?: NewHires;
} {
  const counts = sumOf(areas.flatMap(({ units }) => units.map((unit) => unit.counts)));
  const modules = [
    ...Map.groupBy(
      areas.flatMap((area) => area.modules),
      ({ moduleId }) => moduleId,
    ),
  ].map(([moduleId, same]) => ({
    moduleId,
    done: same.reduce((sum, { done }) => sum + done, 0),
    missing: same.reduce((sum, { missing }) => sum + missing, 0),
  }));
  const hires = areas.flatMap(({ newHires }) => newHires ?? []);
  const [first] = hires;
  const newHires = first && {
    quarter: first.quarter,
    inTime: hires.reduce((sum, { inTime }) => sum + inTime, 0),
    notInTime: hires.reduce((sum, { notInTime }) => sum + notInTime, 0),
  };
  return { counts, modules, ...(newHires && { newHires }) };
}

import { type LocalDate, localDateAt, type TimeZone } from '../../core/local-date.ts';
import { toArray } from '../people/person-store.ts';
import type { Unit, UnitStore } from '../people/unit-store.ts';
import { unitsBelow } from '../people/units-below.ts';
import { withoutArea } from './areas.ts';
import { type Counts, type ModuleCounts, type NewHires, type PublishedArea, peopleIn, sumOf } from './figures.ts';
import { sumAreas } from './publish-area.ts';
import { type Month, monthOf, monthsBefore } from './release-month.ts';
import type { RollupStore } from './rollup-store.ts';

/** The whole municipality, or a unit with all that is below it. */
export type Place = { place: 'municipality' } | { place: 'below'; unitId: string };

/** One part of what is shown. `opens`: that there is more to see in it. */
export type OverviewPart = { unitId: string; counts: Counts; opens: boolean };

/** What was told last of a place, and before. Nothing here is made of anything but what was told. */
export type Overview = {
  place: Place;
  /** The day the figures are of. */
  on: LocalDate;
  counts: Counts;
  modules: readonly ModuleCounts[];
  /** Those with most left to do first. Of fewer than five people nothing is told: `fewParts` says how many such there are. */
  parts: readonly OverviewPart[];
  fewParts: number;
  /** All units within it that anything is told of, with the area that each is told with; in the order of the areas. */
  units: readonly { unitId: string; counts: Counts }[];
  /** Oldest first, the last one being what is told above. */
  trend: readonly { month: Month; counts: Counts }[];
  /** The newest quarter first. */
  newHires: readonly NewHires[];
};

export type ReadOverviewNeeds = { rollups: RollupStore; units: UnitStore; zone: TimeZone };

/** How far back is looked. */
const monthsShown = 12;
const quartersShown = 4;

type Release = { month: Month; on: LocalDate; areas: readonly PublishedArea[] };

/** `undefined` while nothing has been told, or nothing of a unit that has come since. Throws Failure `unavailable` or `throttled`. */
export async function readOverview(needs: ReadOverviewNeeds, place: Place, now: Date): Promise<Overview | undefined> {
  const releases = await readReleases(needs, now);
  return releases.length === 0 ? undefined : overviewOf(releases, await toArray(needs.units.listUnits()), place);
}

/** Pure: the same of what has been read, which is for all places. */
export function overviewOf(releases: readonly Release[], units: readonly Unit[], place: Place): Overview | undefined {
  const latest = releases.at(-1);
  if (!latest) return undefined;
  const told = releases.flatMap(({ month, areas }) => {
    const inPlace = areasIn(place, areas, units);
    return inPlace.length === 0 ? [] : [{ month, ...sumAreas(inPlace) }];
  });
  const areas = areasIn(place, latest.areas, units);
  if (areas.length === 0 && isUnit(place, units)) return undefined;
  const { counts, modules } = sumAreas(areas);
  const parts = partsOf(place, areas);
  const tellable = parts.filter((part) => peopleIn(part.counts) > 0);
  const quarters = new Map(told.flatMap(({ newHires }) => (newHires ? [[newHires.quarter, newHires] as const] : [])));
  return {
    ...{ place, on: latest.on, counts, modules },
    parts: tellable.toSorted(byNeed),
    fewParts: parts.length - tellable.length,
    units: areas.flatMap(({ units: within }) => within.filter(({ counts }) => peopleIn(counts) > 0)),
    trend: told.map(({ month, counts: then }) => ({ month, counts: then })),
    newHires: [...quarters.values()].toReversed().slice(0, quartersShown),
  };
}

/** Finished months only, oldest first. Throws Failure `unavailable` or `throttled`. */
export async function readReleases(
  { rollups, zone }: Pick<ReadOverviewNeeds, 'rollups' | 'zone'>,
  now: Date,
): Promise<readonly Release[]> {
  const last = monthOf(localDateAt(now, zone));
  const months = Array.from({ length: monthsShown }, (_, back) => monthsBefore(last, monthsShown - 1 - back));
  const releases = await Promise.all(
    months.map(async (month) => {
      const release = await rollups.getRelease(month);
      if (!release) return [];
      const areas = await toArray(rollups.listAreas(month));
      return [{ month, on: release.on, areas: areas.filter(({ areaId }) => release.areaIds.includes(areaId)) }];
    }),
  );
  return releases.flat();
}

/** An area as it was told; of a unit within one its units only, since of modules and newcomers no more is told than of the area. */
function areasIn(place: Place, areas: readonly PublishedArea[], units: readonly Unit[]): readonly PublishedArea[] {
  if (place.place === 'municipality') return areas;
  const area = areas.find(({ areaId }) => areaId === place.unitId);
  if (area) return [area];
  const below = new Set(unitsBelow(units, place.unitId));
  const told = areas.flatMap((each) => each.units.filter(({ unitId }) => below.has(unitId)));
  return told.length === 0 ? [] : [{ areaId: place.unitId, units: told, modules: [] }];
}

const isUnit = (place: Place, units: readonly Unit[]): boolean =>
  place.place === 'below' && units.some(({ unitId }) => unitId === place.unitId);

/** The areas of the municipality, where it has any; else units. */
function partsOf(place: Place, areas: readonly PublishedArea[]): readonly OverviewPart[] {
  const hasAreas = areas.some(({ areaId }) => areaId !== withoutArea);
  if (place.place === 'municipality' && hasAreas) {
    const staffed = areas.filter(({ units }) => units.length > 0);
    return staffed.map(({ areaId, units }) => ({
      ...{ unitId: areaId, counts: sumOf(units.map(({ counts }) => counts)), opens: true },
    }));
  }
  return areas.flatMap(({ units }) => units.map((unit) => ({ ...unit, opens: false })));
}

function byNeed(a: OverviewPart, b: OverviewPart): number {
  const need = ({ late, notStarted }: Counts): number => late + notStarted;
  return b.counts.late - a.counts.late || need(b.counts) - need(a.counts) || (a.unitId < b.unitId ? -1 : 1);
}

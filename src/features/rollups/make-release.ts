import { localDateAt } from '../../core/local-date.ts';
import { toArray } from '../people/person-store.ts';
import type { CalendarRules } from '../reminders/calendar.ts';
import { areasOf } from './areas.ts';
import { publishArea } from './publish-area.ts';
import { type ReadFiguresNeeds, readAreaFigures } from './read-figures.ts';
import { isReleaseDue, monthOf, quarterToldIn } from './release-month.ts';
import type { RollupStore } from './rollup-store.ts';

export type MakeReleaseNeeds = ReadFiguresNeeds & { rollups: RollupStore; calendar: CalendarRules };

/** `areas`: how many were told of now. */
export type MakeReleaseResult = { outcome: 'not-due' | 'exists' | 'made'; areas: number };

/**
 * The figures of the month, once: area by area, each a row that is created and never changed, and last the row that says that all are
 * there. Whoever dies in between, or comes at the same time, does no harm: what is told already stays as it is.
 */
export async function makeRelease(needs: MakeReleaseNeeds, now: Date): Promise<MakeReleaseResult> {
  const today = localDateAt(now, needs.zone);
  if (!isReleaseDue(today, needs.calendar)) return { outcome: 'not-due', areas: 0 };
  const month = monthOf(today);
  if (await needs.rollups.getRelease(month)) return { outcome: 'exists', areas: 0 };
  const told = await toArray(needs.rollups.listAreas(month));
  const toldAreas = new Set(told.map(({ areaId }) => areaId));
  // A unit that came to another area in the meantime is not told twice.
  const toldUnits = new Set(told.flatMap(({ units }) => units.map(({ unitId }) => unitId)));
  const areas = areasOf(await toArray(needs.units.listUnits()));
  let count = 0;
  for (const { areaId, unitIds } of areas) {
    if (toldAreas.has(areaId)) continue;
    const area = { areaId, unitIds: unitIds.filter((unitId) => !toldUnits.has(unitId)) };
    const figures = await readAreaFigures(needs, area, today, quarterToldIn(month));
    await needs.rollups.createArea(month, publishArea(figures));
    count += 1;
  }
  const areaIds = [...new Set([...toldAreas, ...areas.map(({ areaId }) => areaId)])].sort();
  await needs.rollups.createRelease({ month, on: today, areaIds });
  return { outcome: 'made', areas: count };
}

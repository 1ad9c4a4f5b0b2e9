import { localDateAt } from '../../core/local-date.ts';
import type { Below } from '../digests/below.ts';
import { canSeeRollup } from '../people/permissions.ts';
import type { PersonOn } from '../people/person.ts';
import { toArray } from '../people/person-store.ts';
import { unitsBelow } from '../people/units-below.ts';
import type { CalendarRules } from '../reminders/calendar.ts';
import { sumOf } from './figures.ts';
import { overviewOf, type ReadOverviewNeeds, readReleases } from './read-overview.ts';
import { nextReleaseOn } from './release-month.ts';

export type ReadBelowNeeds = ReadOverviewNeeds & {
  calendar: CalendarRules;
  /** Absent: all units are told of. */
  isToldOf?(unitId: string): boolean;
};

/**
 * What was told last of each unit with units below that the leader may see the figures of; a unit within another of them is told of with that one.
 * Throws Failure `unavailable` or `throttled`.
 */
export async function readBelow(needs: ReadBelowNeeds, leader: PersonOn, now: Date): Promise<readonly Below[]> {
  const seen = [...new Set(leader.leads)].filter((unitId) => canSeeRollup(leader, unitId));
  if (seen.length === 0) return [];
  const units = await toArray(needs.units.listUnits());
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const trees = seen.map((unitId) => ({ unitId, below: unitsBelow(units, unitId).filter((id) => id !== unitId) }));
  const inAnother = new Set(trees.flatMap(({ below }) => below));
  const isToldOf = (unitId: string): boolean => needs.isToldOf?.(unitId) ?? true;
  const told = trees.filter(({ unitId, below }) => below.some(isToldOf) && !inAnother.has(unitId));
  if (told.length === 0) return [];
  const releases = await readReleases(needs, now);
  const nextOn = nextReleaseOn(localDateAt(now, needs.zone), needs.calendar, releases.at(-1)?.month);
  return told.map(({ unitId }): Below => {
    const about = { unitId, name: names.get(unitId) ?? unitId };
    const overview = overviewOf(releases, units, { place: 'below', unitId });
    if (!overview) return { ...about, told: 'not-yet', nextOn };
    const parts = overview.parts
      .filter((part) => isToldOf(part.unitId))
      .map(({ unitId: id, counts }) => ({ unitId: id, name: names.get(id) ?? id, counts }));
    // All units that anything is told of are parts of it.
    const counts = sumOf(parts.map((part) => part.counts));
    return { ...about, told: 'figures', on: overview.on, counts, parts };
  });
}

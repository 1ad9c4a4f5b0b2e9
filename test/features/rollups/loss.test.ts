import { describe, expect, it } from 'vitest';
import {
  type AreaFigures,
  countStandings,
  peopleIn,
  type Standing,
  standings,
  sumOf,
} from '../../../src/features/rollups/figures.ts';
import { publishArea, sumAreas } from '../../../src/features/rollups/publish-area.ts';

/** Numbers from 0 to 1, the same at every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

const shares: readonly [Standing, number][] = [
  ['done', 0.72],
  ['late', 0.8],
  ['onTheWay', 0.92],
  ['notStarted', 1],
];

/** Some 20,000 people in 20 areas and 500 units, most units with 15 to 70 people. */
function aMunicipality(seed: number): readonly AreaFigures[] {
  const draw = draws(seed);
  return Array.from({ length: 20 }, (_, area) => ({
    areaId: `area-${area}`,
    units: Array.from({ length: 25 }, (_, unit) => {
      const people = Math.max(2, Math.round(35 * Math.exp((draw() + draw() + draw() - 1.5) * 1.1)));
      const drawn = Array.from({ length: people }, () => {
        const at = draw();
        return shares.find(([, below]) => at < below)?.[0] ?? 'notStarted';
      });
      const alike = standings.map((standing) => {
        return { standing, modules: {}, count: drawn.filter((each) => each === standing).length };
      });
      return { unitId: `unit-${seed}-${area}-${unit}`, alike };
    }),
  }));
}

describe('what is lost by telling fives, in a municipality of 20,000 people and 500 units', () => {
  it('is less than one in a hundred people of the whole, and at most thirty people in an area', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const areas = aMunicipality(seed);
      const published = areas.map(publishArea);
      const truth = sumOf(areas.flatMap(({ units }) => units.map(countStandings)));
      const told = sumAreas(published).counts;
      expect(peopleIn(truth)).toBeGreaterThan(19_000);
      for (const standing of standings) {
        expect(Math.abs(told[standing] - truth[standing]), standing).toBeLessThan(peopleIn(truth) / 100);
        for (const [index, area] of areas.entries()) {
          const inArea = sumOf(area.units.map(countStandings))[standing];
          const toldOfArea = published[index] ? sumAreas([published[index]]).counts[standing] : 0;
          expect(Math.abs(toldOfArea - inArea), `${standing} in ${area.areaId}`).toBeLessThanOrEqual(30);
        }
      }
    }
  });
});

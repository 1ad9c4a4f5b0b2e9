import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlikePeople,
  type AreaFigures,
  countStandings,
  type PublishedArea,
  peopleIn,
  standings,
} from '../../../src/features/rollups/figures.ts';
import { publishArea, sumAreas } from '../../../src/features/rollups/publish-area.ts';
import { publishPastDay } from '../../../src/features/rollups/publish-past-day.ts';
import { isFew, type Knowledge, narrow, type Sum } from './attacker.ts';

const months = ['2026-11', '2026-12'] as const;
const areaIds = ['north', 'south'] as const;
const unitIds = { north: ['n1', 'n2'], south: ['s1'] } as const;
const cells = areaIds.flatMap((areaId) =>
  unitIds[areaId].flatMap((unitId) => standings.map((standing, place) => ({ areaId, unitId, standing, place }))),
);
type Cell = (typeof cells)[number];
type Month = (typeof months)[number];
/** The true counts of a month, in the order of `cells`. */
type Truth = readonly number[];

const name = (month: Month, { unitId, standing }: Cell): string => `${month} ${unitId} ${standing}`;
const countOf = (truth: Truth, cell: Cell): number => truth[cells.indexOf(cell)] ?? 0;
const exactly = (terms: Sum, value: number): Knowledge => ({ terms, atLeast: value, atMost: value });

function figuresOf(truth: Truth): readonly AreaFigures[] {
  return areaIds.map((areaId) => ({
    areaId,
    units: unitIds[areaId].map((unitId) => ({
      unitId,
      alike: cells
        .filter((cell) => cell.unitId === unitId)
        .map((cell) => ({ standing: cell.standing, modules: {}, count: countOf(truth, cell) })),
    })),
  }));
}

function publishedCount(areas: readonly PublishedArea[], { areaId, unitId, standing }: Cell): number {
  const units = areas.find((area) => area.areaId === areaId)?.units;
  return units?.find((unit) => unit.unitId === unitId)?.counts[standing] ?? Number.NaN;
}

/** What is rounded as one: the open ones of a unit, and each of the other standings. */
const groups = areaIds.flatMap((areaId) =>
  unitIds[areaId].flatMap((unitId) =>
    [['done'], ['late'], ['onTheWay', 'notStarted']].map((together) =>
      cells.filter((cell) => cell.unitId === unitId && together.includes(cell.standing)),
    ),
  ),
);
const sumOver = (some: readonly Cell[], countIn: (cell: Cell) => number): number =>
  some.reduce((sum, cell) => sum + countIn(cell), 0);

const only = ([first]: readonly Cell[], count: number): Truth => cells.map((cell) => (cell === first ? count : 0));

type Tell = (truth: Truth, some: readonly Cell[]) => number;

/** What a number tells who has the program: it is one of those counts for which this would be told. */
function fromNumber(month: Month, truth: Truth, tell: Tell, some: readonly Cell[]): Knowledge {
  const told = tell(truth, some);
  const fit = Array.from({ length: told + 10 }, (_, count) => count).filter(
    (count) => tell(only(some, count), some) === told,
  );
  return { terms: sumIn(month, some), atLeast: Math.min(...fit), atMost: Math.max(...fit) };
}

const toldOfMonth: Tell = (truth, some) => {
  const areas = figuresOf(truth).map(publishArea);
  return sumOver(some, (cell) => publishedCount(areas, cell));
};

const fromMonth = (month: Month, truth: Truth): readonly Knowledge[] => {
  const onTheWay = cells.filter(({ standing }) => standing === 'onTheWay');
  return [...groups, ...onTheWay.map((cell) => [cell])].map((some) => fromNumber(month, truth, toldOfMonth, some));
};

const unitsOfDay = areaIds.flatMap((areaId) => [
  { unitId: areaId, name: areaId, sector: 'school' as const },
  ...unitIds[areaId].map((unitId) => ({ unitId, name: unitId, sector: 'school' as const, parentId: areaId })),
]);

/** What "status per" tells of a day: of units, where it is the first of a month. */
const toldOfDay: Tell = (truth, [first]) => {
  const countIn = (unitId: string, ...some: readonly string[]): number =>
    sumOver(
      cells.filter((cell) => cell.unitId === unitId && some.includes(cell.standing)),
      (cell) => countOf(truth, cell),
    );
  const byUnit = Object.values(unitIds)
    .flat()
    .map((unitId) => {
      const [done, late] = [countIn(unitId, 'done'), countIn(unitId, 'late')];
      return [unitId, { done, late, open: countIn(unitId, 'onTheWay', 'notStarted') }] as const;
    });
  const { rows } = publishPastDay('all', unitsOfDay, new Map(byUnit), new Set(unitsOfDay.map(({ unitId }) => unitId)));
  const figures = rows.find(({ level, name }) => level === 'unit' && name === first?.unitId)?.figures;
  const kind = first?.standing === 'done' || first?.standing === 'late' ? first.standing : 'open';
  return figures?.[kind] ?? 0;
};

const fromDay = (month: Month, truth: Truth): readonly Knowledge[] =>
  groups.map((some) => fromNumber(month, truth, toldOfDay, some));

/** Whose count did not fall, and whose did not rise: as somebody may know who knows the place. */
const ofOrder = (before: Truth, after: Truth): readonly Knowledge[] =>
  groups.map((some) => {
    const change = Math.sign(sumOver(some, (cell) => countOf(after, cell) - countOf(before, cell)));
    const terms = { ...sumIn('2026-12', some), ...sumIn('2026-11', some, -1) };
    return {
      terms,
      atLeast: change < 0 ? Number.NEGATIVE_INFINITY : 0,
      atMost: change > 0 ? Number.POSITIVE_INFINITY : 0,
    };
  });

/** A leader knows the own unit as it is. */
const ofOwnUnit = (month: Month, truth: Truth, unitId: string): readonly Knowledge[] =>
  cells
    .filter((cell) => cell.unitId === unitId)
    .map((cell) => exactly({ [name(month, cell)]: 1 }, countOf(truth, cell)));

const sumIn = (month: Month, some: readonly Cell[], sign = 1): Sum =>
  Object.fromEntries(some.map((cell) => [name(month, cell), sign]));

/** Every set of standings in every unit, area and the whole, and every rest of it; in each month, and what changed between them. */
function targets(known: readonly string[] = []): readonly Sum[] {
  const unknown = cells.filter(({ unitId }) => !known.includes(unitId));
  const homes = [
    ...unknown.map(({ unitId }) => unknown.filter((cell) => cell.unitId === unitId)),
    ...areaIds.map((areaId) => unknown.filter((cell) => cell.areaId === areaId)),
    unknown,
  ];
  const groups = homes.flatMap((home) =>
    Array.from({ length: 15 }, (_, index) => home.filter(({ place }) => ((index + 1) >> place) & 1)),
  );
  const different = [
    ...new Map(groups.filter((group) => group.length > 0).map((group) => [JSON.stringify(group), group])),
  ];
  return different.flatMap(([, group]) => [
    ...months.map((month) => sumIn(month, group)),
    { ...sumIn('2026-12', group), ...sumIn('2026-11', group, -1) },
    { ...sumIn('2026-12', group, -1), ...sumIn('2026-11', group) },
  ]);
}

const found = (known: readonly Knowledge[], asked: readonly Sum[]): readonly Sum[] =>
  asked.filter((target) => isFew(narrow(target, known)));

const aTruth = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), {
  minLength: cells.length,
  maxLength: cells.length,
});
/** The next month most cells stay or change by a few: there the attacker has most to win. */
const twoMonths = fc
  .tuple(aTruth, fc.array(fc.integer({ min: -4, max: 5 }), { minLength: cells.length, maxLength: cells.length }))
  .map(([before, changes]) => [before, before.map((count, at) => Math.max(0, count + (changes[at] ?? 0)))] as const);

describe('an attacker who subtracts everything from everything', () => {
  it('finds no group and no change of one to four people, in two months of two areas and the status of the same days', () => {
    const asked = targets();
    fc.assert(
      fc.property(twoMonths, ([before, after]) => {
        const known = [
          ...[...fromMonth('2026-11', before), ...fromMonth('2026-12', after)],
          ...[...fromDay('2026-11', before), ...fromDay('2026-12', after)],
        ];
        expect(found(known, asked)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('finds none where they also know whose counts have not fallen or risen, and one unit as it is', () => {
    const asked = targets(['n1']);
    fc.assert(
      fc.property(twoMonths, ([before, after]) => {
        const known = [
          ...[...fromMonth('2026-11', before), ...fromMonth('2026-12', after), ...ofOrder(before, after)],
          ...[...ofOwnUnit('2026-11', before, 'n1'), ...ofOwnUnit('2026-12', after, 'n1')],
        ];
        expect(found(known, asked)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  }, 60_000);

  it('wins where small cells are left out and the sums are told as they are', () => {
    const truth = cells.map(({ unitId }) => (unitId === 'n1' ? 3 : 12));
    const known = [
      ...cells.map((cell) => {
        const count = countOf(truth, cell);
        const terms = { [name('2026-11', cell)]: 1 };
        return count < 5 ? { terms, atLeast: 0, atMost: 4 } : exactly(terms, count);
      }),
      ...standings.map((standing) => {
        const some = cells.filter((cell) => cell.areaId === 'north' && cell.standing === standing);
        return exactly(sumIn('2026-11', some), 15);
      }),
    ];
    expect(found(known, targets()).length).toBeGreaterThan(0);
  });

  it('wins where every level is rounded on its own', () => {
    const [a, b] = cells.filter((cell) => cell.areaId === 'north' && cell.standing === 'late');
    if (!a || !b) throw new Error('there are no such cells');
    const toFive = (terms: Sum): Knowledge => ({ terms, atLeast: 3, atMost: 7 });
    const known = [toFive(sumIn('2026-11', [a])), toFive(sumIn('2026-11', [b])), toFive(sumIn('2026-11', [a, b]))];
    expect(narrow(sumIn('2026-11', [a]), known)).toEqual({ least: 3, most: 4 });
  });

  it('wins where the open ones are rounded as one on a day and as two in the month', () => {
    const [onTheWay, notStarted] = cells.filter(({ unitId, place }) => unitId === 'n1' && place > 1);
    if (!onTheWay || !notStarted) throw new Error('there are no such cells');
    const known = [
      // None of either, where the two round up from 1 and 3; and five of both together.
      { terms: sumIn('2026-11', [onTheWay]), atLeast: 0, atMost: 0 },
      { terms: sumIn('2026-11', [notStarted]), atLeast: 0, atMost: 2 },
      { terms: sumIn('2026-11', [onTheWay, notStarted]), atLeast: 1, atMost: 5 },
    ];
    expect(narrow(sumIn('2026-11', [onTheWay, notStarted]), known)).toEqual({ least: 1, most: 2 });
  });

  it('wins where a cell is rounded otherwise from month to month, and it is known that nobody was taken away', () => {
    const [cell] = cells;
    if (!cell) throw new Error('there is no such cell');
    const [before, after] = [sumIn('2026-11', [cell]), sumIn('2026-12', [cell])];
    const known = [
      // 5, of a cell that rounds up from 2; then 0, of one that never does.
      { terms: before, atLeast: 2, atMost: 6 },
      { terms: after, atLeast: 0, atMost: 4 },
      { terms: { ...after, [name('2026-11', cell)]: -1 }, atLeast: 0, atMost: Number.POSITIVE_INFINITY },
    ];
    expect(narrow(before, known)).toEqual({ least: 2, most: 4 });
  });
});

describe('an attacker who has the program, and tries every municipality', () => {
  const modules = { all: { law: 'done', talk: 'done' }, none: { law: 'missing', talk: 'missing' } } as const;
  const half = { law: 'done', talk: 'missing' } as const;
  const groups: readonly { unitId: string; group: Omit<AlikePeople, 'count'> }[] = [
    { unitId: 'a', group: { standing: 'done', modules: modules.all } },
    { unitId: 'a', group: { standing: 'late', modules: half } },
    { unitId: 'a', group: { standing: 'late', modules: modules.none } },
    { unitId: 'b', group: { standing: 'late', modules: half } },
    { unitId: 'b', group: { standing: 'notStarted', modules: { law: 'missing' } } },
  ];
  const worldOf = (counts: readonly number[]): AreaFigures => ({
    areaId: 'north',
    units: ['a', 'b'].map((unitId) => ({
      unitId,
      alike: groups.flatMap(({ unitId: home, group }, at) =>
        home === unitId ? [{ ...group, count: counts[at] ?? 0 }] : [],
      ),
    })),
  });

  it('finds no group of one to four people, by units, standings or modules', () => {
    // Where five is told of a cell, up to nine are there: of more than five in any, not every municipality is tried here.
    const highest = 9;
    const seen = new Map<string, readonly Set<number>[]>();
    const subsets = Array.from({ length: 2 ** groups.length - 1 }, (_, index) => index + 1);
    const sizes = highest + 1;
    for (let number = 0; number < sizes ** groups.length; number += 1) {
      const counts = groups.map((_, at) => Math.floor(number / sizes ** at) % sizes);
      const told = publishArea(worldOf(counts));
      if (told.units.some((unit) => standings.some((standing) => unit.counts[standing] > 5))) continue;
      const published = JSON.stringify(told);
      const sums = seen.get(published) ?? subsets.map(() => new Set<number>());
      seen.set(published, sums);
      for (const [at, subset] of subsets.entries()) {
        sums[at]?.add(counts.reduce((sum, count, index) => sum + ((subset >> index) & 1 ? count : 0), 0));
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    const few = [...seen].filter(([, sums]) => sums.some((sum) => [...sum].every((size) => size >= 1 && size <= 4)));
    expect(few.map(([published]) => published)).toEqual([]);
  }, 60_000);

  it('is told figures that might all be true: told anew, they come out the same', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: groups.length, maxLength: groups.length });
    const inFives = counts.map((all) => all.map((count) => count * 5));
    fc.assert(
      fc.property(inFives, (all) => {
        const { units, modules: told } = publishArea(worldOf(all));
        const truth = worldOf(all);
        expect(units.map((unit) => unit.counts)).toEqual(truth.units.map(countStandings));
        const missing = groups.reduce(
          (sum, { group }, at) => sum + (group.modules.law === 'missing' ? (all[at] ?? 0) : 0),
          0,
        );
        expect(told.find(({ moduleId }) => moduleId === 'law')?.missing ?? 0).toBe(missing);
      }),
    );
  });
});

describe('what is told', () => {
  it('is a whole number of fives everywhere, and every sum is the sum of what is told', () => {
    fc.assert(
      fc.property(aTruth, (truth) => {
        const areas = figuresOf(truth).map(publishArea);
        const whole = sumAreas(areas);
        const numbers = areas.flatMap(({ units }) =>
          units.flatMap(({ counts }) => standings.map((each) => counts[each])),
        );
        expect(numbers.filter((number) => number % 5 !== 0)).toEqual([]);
        expect(peopleIn(whole.counts)).toBe(numbers.reduce((sum, number) => sum + number, 0));
      }),
    );
  });

  it('is at most four off in a cell and eight in the people of a unit, and never falls where the truth has not fallen', () => {
    fc.assert(
      fc.property(twoMonths, ([before, after]) => {
        const [first, second] = [figuresOf(before).map(publishArea), figuresOf(after).map(publishArea)];
        for (const cell of cells) expect(Math.abs(publishedCount(first, cell) - countOf(before, cell))).toBeLessThan(5);
        for (const unitId of Object.values(unitIds).flat()) {
          const unit = cells.filter((cell) => cell.unitId === unitId);
          const off = sumOver(unit, (cell) => publishedCount(first, cell) - countOf(before, cell));
          expect(Math.abs(off)).toBeLessThan(9);
        }
        for (const group of groups) {
          const change = sumOver(group, (cell) => countOf(after, cell) - countOf(before, cell));
          const told = sumOver(group, (cell) => publishedCount(second, cell) - publishedCount(first, cell));
          expect(told * change).toBeGreaterThanOrEqual(0);
          if (change === 0) expect(told).toBe(0);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/features/people/unit-store.ts';
import { type Cells, peopleIn, standings, type UnitFigures } from '../../../src/features/rollups/figures.ts';
import { publishArea } from '../../../src/features/rollups/publish-area.ts';
import { publishPastDay } from '../../../src/features/rollups/publish-past-day.ts';

const unit = (unitId: string, parentId?: string): Unit => ({
  ...{ unitId, name: unitId, sector: 'school' },
  ...(parentId !== undefined && { parentId }),
});
const counts = (done: number, late: number, open = 0): Cells => ({ done, late, open });
const told = (done: number, late: number, open: number) => ({ people: done + late + open, done, late, open });

describe('what is told of a past day', () => {
  it('is the municipality, its areas with their units by name, and the units without an area', () => {
    const units = [unit('oppvekst'), unit('øya', 'oppvekst'), unit('bakken', 'oppvekst'), unit('helse')];
    const by = new Map([
      ['øya', counts(10, 5)],
      ['bakken', counts(20, 0, 5)],
      ['oppvekst', counts(5, 0)],
      ['helse', counts(5, 5, 10)],
    ]);
    expect(publishPastDay('Fjordvik', units, by, new Set(by.keys()))).toEqual({
      fewUnits: 0,
      rows: [
        { level: 'municipality', name: 'Fjordvik', figures: told(40, 10, 15) },
        { level: 'area', name: 'oppvekst', figures: told(35, 5, 5) },
        { level: 'unit', name: 'bakken', figures: told(20, 0, 5) },
        { level: 'unit', name: 'øya', figures: told(10, 5, 0) },
        { level: 'own-staff', name: 'oppvekst', figures: told(5, 0, 0) },
        { level: 'unit', name: 'helse', figures: told(5, 5, 10) },
      ],
    });
  });

  it('says of no unit without staff that it has too few: one that was merged away, or that only has units below it', () => {
    const units = [unit('oppvekst'), unit('a', 'oppvekst'), unit('b', 'oppvekst'), unit('merged', 'oppvekst')];
    const by = new Map([
      ['a', counts(10, 0)],
      ['merged', counts(0, 1)],
    ]);
    expect(publishPastDay('Fjordvik', units, by, new Set(['a', 'b'])).fewUnits).toBe(1);
  });

  it('leaves out units of too few, and loses nobody whose unit is gone', () => {
    const by = new Map([
      ['a', counts(0, 0)],
      ['gone', counts(0, 5)],
      ['b', counts(10, 0)],
    ]);
    const { rows, fewUnits } = publishPastDay('Fjordvik', [unit('a'), unit('b')], by, new Set(['a', 'b']));
    expect(rows.map(({ name, figures }) => [name, figures.people])).toEqual([
      ['Fjordvik', 15],
      ['b', 10],
      ['gone', 5],
    ]);
    expect(fewUnits).toBe(1);
  });

  it('is rounded as the figures of each month are, so that the two together tell no more, and sums add up', () => {
    const cell = fc.nat(40);
    const unitCounts = fc.record({ done: cell, late: cell, onTheWay: cell, notStarted: cell });
    fc.assert(
      fc.property(fc.array(unitCounts, { minLength: 1, maxLength: 12 }), (all) => {
        const by = new Map(all.map((of, at) => [`u${at}`, counts(of.done, of.late, of.onTheWay + of.notStarted)]));
        const units = [unit('area'), ...all.map((_, at) => unit(`u${at}`, 'area')), unit('other')];
        const { rows } = publishPastDay('Fjordvik', units, by, new Set(by.keys()));
        const month = publishArea({
          areaId: 'area',
          units: all.map(
            (of, at): UnitFigures => ({
              unitId: `u${at}`,
              alike: standings.map((standing) => ({ standing, modules: {}, count: of[standing] })),
            }),
          ),
        });
        const monthly = month.units.filter((one) => peopleIn(one.counts) > 0);
        expect(rows.filter(({ level }) => level === 'unit').length).toBe(monthly.length);
        for (const one of monthly) {
          const row = rows.find(({ name }) => name === one.unitId);
          const { done, late, onTheWay, notStarted } = one.counts;
          expect(row?.figures).toEqual(told(done, late, onTheWay + notStarted));
        }
        const [whole] = rows;
        const sum = rows
          .filter(({ level }) => level === 'unit')
          .reduce((total, { figures }) => total + figures.people, 0);
        expect(whole?.figures.people).toBe(sum);
        expect(rows.flatMap(({ figures }) => Object.values(figures)).filter((value) => value % 5 !== 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

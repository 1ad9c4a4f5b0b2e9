import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureTree } from '../../../src/features/digests/figure-tree.ts';
import { type Figures, noFigures, publishFigures, sumFigures } from '../../../src/features/digests/figures.ts';
import type { Unit } from '../../../src/features/people/unit-store.ts';

const figures = (done: number, late: number, open: number): Figures => ({
  people: done + late + open,
  done,
  late,
  open,
});
const unit = (unitId: string, parentId?: string): Unit => ({
  ...{ unitId, name: unitId, sector: 'school' },
  ...(parentId !== undefined && { parentId }),
});
const cells = ({ people, done, late, open }: Figures): readonly number[] => [people, done, late, open];
const minus = (a: Figures, b: Figures): Figures => ({
  ...{ people: a.people - b.people, done: a.done - b.done, late: a.late - b.late, open: a.open - b.open },
});
const few = (count: number): boolean => count > 0 && count < 5;

describe('what is told of a release', () => {
  it('is the municipality, its areas and their units, in the order of their names', () => {
    const units = [unit('oppvekst'), unit('øya', 'oppvekst'), unit('bakken', 'oppvekst'), unit('helse')];
    const told = publishFigures(
      figureTree(
        'Fjordvik',
        units,
        new Map([
          ['øya', figures(9, 5, 0)],
          ['bakken', figures(20, 0, 6)],
          ['helse', figures(5, 5, 5)],
        ]),
      ),
    );
    expect(told).toEqual([
      { level: 'municipality', name: 'Fjordvik', figures: figures(34, 10, 11) },
      { level: 'unit', name: 'helse', figures: figures(5, 5, 5) },
      { level: 'area', name: 'oppvekst', figures: figures(29, 5, 6) },
      { level: 'unit', name: 'bakken', figures: figures(20, 0, 6) },
      { level: 'unit', name: 'øya', figures: figures(9, 5, 0) },
    ]);
  });

  it('hides a unit with a number of one to four, and another with it, so that nobody can take it from the sum', () => {
    const units = [unit('a'), unit('b'), unit('c')];
    const by = new Map([
      ['a', figures(9, 1, 0)],
      ['b', figures(9, 9, 0)],
      ['c', figures(30, 20, 0)],
    ]);
    const told = publishFigures(figureTree('Fjordvik', units, by));
    expect(told.map((row) => [row.name, 'hidden' in row])).toEqual([
      ['Fjordvik', false],
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });

  it('leaves out units without anybody, and loses nobody whose unit is gone or lies in a circle', () => {
    const units = [unit('empty'), unit('x', 'y'), unit('y', 'x'), unit('z')];
    const by = new Map([
      ['x', figures(6, 0, 0)],
      ['gone', figures(0, 7, 0)],
      ['z', figures(8, 0, 0)],
    ]);
    const told = publishFigures(figureTree('Fjordvik', units, by));
    expect(told).toEqual([
      { level: 'municipality', name: 'Fjordvik', figures: figures(14, 7, 0) },
      { level: 'unit', name: 'z', figures: figures(8, 0, 0) },
      { level: 'own-staff', name: 'Fjordvik', figures: figures(6, 7, 0) },
    ]);
  });

  it('never lets somebody who takes what is told from its sum find a number of one to four', () => {
    const count = fc.oneof({ weight: 2, arbitrary: fc.nat(8) }, fc.nat(40));
    const leaf = fc.tuple(count, count, count).map(([done, late, open]) => figures(done, late, open));
    const area = fc.record({ own: fc.oneof(fc.constant(noFigures), leaf), units: fc.array(leaf, { maxLength: 6 }) });
    let told = 0;
    fc.assert(
      fc.property(fc.array(area, { maxLength: 6 }), (areas) => {
        const units = areas.flatMap((each, at) => [
          unit(`${at}`),
          ...each.units.map((_, index) => unit(`${at}-${index}`, `${at}`)),
        ]);
        const by = new Map(
          areas.flatMap((each, at) => [
            [`${at}`, each.own] as const,
            ...each.units.map((leafOf, index) => [`${at}-${index}`, leafOf] as const),
          ]),
        );
        const [head, ...rows] = publishFigures(figureTree('Fjordvik', units, by));
        const shown = rows.flatMap((row) => ('figures' in row ? [row] : []));
        told += shown.length;
        expect(shown.flatMap((row) => cells(row.figures)).filter(few)).toEqual([]);
        if (!head || !('figures' in head)) {
          expect(shown).toEqual([]);
          return;
        }
        const tops = shown.filter(({ name, level }) => level === 'area' || (level === 'unit' && !name.includes('-')));
        const top = minus(head.figures, sumFigures(tops.map((row) => row.figures)));
        expect(cells(top).filter(few)).toEqual([]);
        for (const [at] of areas.entries()) {
          const sum = shown.find(({ level, name }) => level === 'area' && name === `${at}`);
          const below = shown.filter(
            ({ level, name }) => name.startsWith(`${at}-`) || (level === 'own-staff' && name === `${at}`),
          );
          if (!sum) expect(below).toEqual([]);
          else expect(cells(minus(sum.figures, sumFigures(below.map((row) => row.figures)))).filter(few)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(300);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/features/people/read-roster.ts';
import type { Unit } from '../../../src/features/people/unit-store.ts';
import { header, rosterRows } from '../../support/roster-file.ts';
import { rosterRules } from './roster-rules.ts';

const [, ...someone] = rosterRows(8);
type Post = { unit: string; name?: string; parent?: string; sector?: string; from?: string };
const rowsOf = (posts: readonly Post[]) => [
  header,
  ...posts.map(({ unit, name = '', parent = '', sector = '', from = '01.08.2020' }, at) =>
    Object.entries({
      ...{ Enhetskode: unit, Enhet: name, 'Overordnet enhetskode': parent, Tjeneste: sector },
      ...{ Startdato: from, 'Nærmeste leder': '' },
    }).reduce((row, [column, cell]) => row.with(header.indexOf(column), cell), someone[at] ?? []),
  ),
];
const unitsOf = (posts: readonly Post[], stored: readonly Unit[] = []) =>
  readRoster(rowsOf(posts), rosterRules, '2026-11-23', stored).units;

const area: Unit = { unitId: 'o1', name: 'Oppvekst', sector: 'school', parentId: 'kommunen' };
const head: Post = { unit: 'O1', name: 'Oppvekst', parent: 'Kommunen', sector: 'Skole' };
const teacher: Post = { unit: 'E1', name: 'Solbakken', parent: 'O1', sector: 'Skole' };
const find = (units: readonly Unit[], unitId: string) => units.find((unit) => unit.unitId === unitId);

describe('a unit', () => {
  it('whose only post is vacant keeps name, kind of service and the unit above it', () => {
    expect(find(unitsOf([head, teacher]), 'o1')).toEqual(area);
    expect(find(unitsOf([teacher], [area]), 'o1')).toEqual(area);
  });

  it('whose only row is refused is where that row says, and stays as it was where it says nothing', () => {
    const refused = { ...head, from: 'snart' };
    expect(find(unitsOf([refused, teacher]), 'o1')).toEqual(area);
    expect(find(unitsOf([{ unit: 'O1', from: 'snart' }, teacher], [area]), 'o1')).toEqual(area);
    expect(find(unitsOf([{ ...refused, parent: 'Ny' }, teacher], [area]), 'o1')).toEqual({ ...area, parentId: 'ny' });
  });

  it('keeps the unit above it where only a refused row tells it', () => {
    const [told, silent] = [teacher, { ...teacher, parent: '' }];
    expect(find(unitsOf([{ ...told, from: 'snart' }, silent, silent]), 'e1')).toMatchObject({ parentId: 'o1' });
  });

  it('of refused rows alone is in the list where it is known, and nowhere else', () => {
    const refused = { ...teacher, parent: '', from: 'snart' };
    const known: Unit = { unitId: 'e1', name: 'Solbakken', sector: 'school' };
    expect(find(unitsOf([head, refused], [known]), 'e1')).toEqual(known);
    expect(find(unitsOf([head, refused]), 'e1')).toBeUndefined();
  });

  it('that the list says nothing else of is as the list says, whatever was before', () => {
    expect(find(unitsOf([{ unit: 'O1', name: 'Skole', sector: 'Skole' }], [area]), 'o1')).toEqual({
      ...{ unitId: 'o1', name: 'Skole', sector: 'school' },
    });
  });

  it('keeps name and kind of service where its rows say none, and the unit above only where no row can say it', () => {
    const silent: Post = { unit: 'O1' };
    const [names = [], ...body] = rowsOf([silent]);
    const { parentId, ...told } = area;
    expect(find(unitsOf([silent], [area]), 'o1')).toEqual(told);
    const without = [names.map((name) => (name === 'Overordnet enhetskode' ? 'X' : name)), ...body];
    expect(find(readRoster(without, rosterRules, '2026-11-23', [area]).units, 'o1')).toEqual({ ...told, parentId });
    expect(find(unitsOf([silent]), 'o1')).toEqual({ unitId: 'o1', name: 'o1', sector: 'other' });
  });

  it('is what its rows that say so say it is, however many are silent, and so are those in these', () => {
    const rows = rowsOf([{ ...teacher, sector: '' }, { ...teacher, sector: '' }, teacher]);
    const { people, units } = readRoster(rows, rosterRules, '2026-11-23');
    expect(find(units, 'e1')).toMatchObject({ sector: 'school' });
    expect(people.map(({ sector }) => sector)).toEqual(['school', 'school', 'school']);
  });

  it('that was above another is not above itself when the list turns them', () => {
    const before: readonly Unit[] = [area, { unitId: 'kommunen', name: 'Kommunen', sector: 'other', parentId: 'e1' }];
    const units = unitsOf([teacher], before);
    expect(find(units, 'e1')).toMatchObject({ parentId: 'o1' });
    expect(find(units, 'o1')).toEqual({ unitId: 'o1', name: 'Oppvekst', sector: 'school' });
  });
});

it('units are a tree, whatever was before, and what is read once more is the same', () => {
  const code = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const post = fc.record({ unit: code, parent: code, from: fc.constantFrom('01.08.2020', 'snart') });
  const stored = fc.uniqueArray(fc.tuple(code, fc.option(code)), { selector: ([unit]) => unit, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(post, { maxLength: 8 }), stored, (posts, before) => {
      // As an earlier list left them: a tree.
      const tree = unitsOf(before.map(([unit, parent]) => ({ unit, ...(parent !== null && { parent }) })));
      const units = unitsOf(posts, tree);
      const all = new Map([...tree, ...units].map((unit) => [unit.unitId, unit]));
      for (const { unitId } of all.values()) {
        const path: string[] = [];
        for (let at: string | undefined = unitId; at !== undefined; at = all.get(at)?.parentId) {
          expect(path).not.toContain(at);
          path.push(at);
        }
      }
      expect(unitsOf(posts, [...all.values()])).toEqual(units);
      expect(unitsOf(posts.toReversed(), tree)).toEqual(units);
    }),
    { numRuns: 500 },
  );
});

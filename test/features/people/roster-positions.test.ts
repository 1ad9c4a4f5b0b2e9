import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { isEmployed } from '../../../src/features/people/person.ts';
import { readRoster } from '../../../src/features/people/read-roster.ts';
import { header, rosterRows } from '../../support/roster-file.ts';
import { rosterRules } from './roster-rules.ts';

const today: LocalDate = '2026-11-23';
type Position = readonly [unit: string, from: LocalDate | string, to?: LocalDate | string];

const [, someone = []] = rosterRows(1);
const rowOf = ([unit, from, to = '']: Position): string[] =>
  Object.entries({ Enhetskode: unit, Startdato: from, Sluttdato: to, 'Nærmeste leder': '' }).reduce(
    (row, [column, cell]) => row.with(header.indexOf(column), cell),
    someone,
  );
function personWith(...positions: readonly Position[]) {
  const orders = [positions, positions.toReversed()].map((each) =>
    readRoster([header, ...each.map(rowOf)], rosterRules, today),
  );
  const [there, back] = orders.map(({ people }) => people.map(({ row: _, ...person }) => person));
  expect(back).toEqual(there);
  return there?.[0];
}

describe('of several positions', () => {
  it('the one of today counts, also where an ended one began before it', () => {
    const person = personWith(['GAMMEL', '01.08.2016', '31.07.2024'], ['NY', '01.01.2025']);
    expect(person).toMatchObject({ unitId: 'ny', employedOn: '2025-01-01' });
    expect(person).not.toHaveProperty('endsOn');
  });

  it('the one that begins comes before the ended one, and after that of today', () => {
    expect(personWith(['GAMMEL', '2016-08-01', '2024-07-31'], ['NY', '2027-01-01'])).toMatchObject({
      ...{ unitId: 'ny', employedOn: '2027-01-01' },
    });
    expect(personWith(['I-DAG', '2020-08-01'], ['NY', '2027-01-01'])).toMatchObject({ unitId: 'i-dag' });
  });

  it('of today, the one that began first counts', () => {
    expect(personWith(['B', '2020-08-01'], ['A', '2024-08-01'])).toMatchObject({ unitId: 'b' });
  });

  it('that are all over, the last one counts: it says when the person left', () => {
    expect(personWith(['A', '2010-08-01', '2015-07-31'], ['B', '2015-08-01', '2026-11-20'])).toMatchObject({
      ...{ unitId: 'b', employedOn: '2010-08-01', endsOn: '2026-11-20' },
    });
  });

  it('the last day of one is its last day still', () => {
    expect(personWith(['A', '2016-08-01', '2026-11-23'], ['B', '2027-08-01'])).toMatchObject({
      ...{ unitId: 'a', endsOn: '2026-11-23' },
    });
  });
});

describe('the first day of work', () => {
  it('of a teacher of ten years with a second position from August is that of ten years ago', () => {
    expect(personWith(['A', '2016-08-01'], ['B', '2026-08-01'])).toMatchObject({ employedOn: '2016-08-01' });
  });

  it.each([
    ['the day before', '2026-07-31'],
    ['before the summer', '2026-07-01'],
  ])('is the old one for who changed position, the former having ended %s', (_, ended) => {
    expect(personWith(['A', '2016-08-01', ended], ['B', '2026-08-01'])).toMatchObject({
      ...{ unitId: 'b', employedOn: '2016-08-01' },
    });
  });

  it('is a new one for who comes back after a real break', () => {
    expect(personWith(['A', '2016-08-01', '2026-06-30'], ['B', '2026-08-01'])).toMatchObject({
      employedOn: '2026-08-01',
    });
  });
});

it('the last day of a position is no last day of work where another goes on, or follows it', () => {
  const [alone, beside, followed] = [
    personWith(['A', '2016-08-01', '2026-12-31']),
    personWith(['A', '2016-08-01', '2026-12-31'], ['B', '2020-08-01', '2027-06-30']),
    personWith(['A', '2016-08-01', '2026-12-31'], ['B', '2027-01-01']),
  ];
  expect([alone, beside, followed].map((person) => person?.endsOn)).toEqual(['2026-12-31', '2027-06-30', undefined]);
});

describe('the rights of several positions', () => {
  const columns = ['Rolle', 'Leder for', 'Stedfortreder for', 'Stedfortreder til', 'Fagansvar for'];
  /** Roles have a column of their own here. */
  const names = [...header.map((name) => (name === 'Stilling' ? 'Stillingstittel' : name)), ...columns];
  const stored = ['a', 'b', 'c'].map((unitId) => ({ unitId, name: unitId, sector: 'other' as const }));
  type Rights = { role?: string; leads?: string; actsFor?: string; until?: string; answersFor?: string };
  const read = (positions: readonly (readonly [Position, Rights])[]) => {
    const rows = positions.map(([position, { role = '', leads = '', actsFor = '', until = '', answersFor = '' }]) => [
      ...rowOf(position),
      ...[role, leads, actsFor, until, answersFor],
    ]);
    return readRoster([names, ...rows], rosterRules, today, stored).people[0];
  };
  const teacher: Position = ['A', '2010-08-01'];

  it('are those of all that are held today, in the unit and with the profile of the oldest', () => {
    const person = read([
      [teacher, { leads: 'A', actsFor: 'C', until: '2026-12-01', answersFor: 'PPT-leder' }],
      [['B', '2024-01-01'], { role: 'BTI-koordinator', leads: 'B', answersFor: 'kommuneoverlege' }],
      [['B', '2025-01-01'], { role: 'Fadder', actsFor: 'B, C', until: '2026-12-18' }],
    ]);
    expect(person).toMatchObject({
      ...{ unitId: 'a', employedOn: '2010-08-01', roles: ['employee', 'coordinator', 'mentor', 'leader'] },
      ...{ leads: ['a', 'b'], answersFor: ['PPT-leder', 'kommuneoverlege'] },
      actsFor: [
        { unitId: 'b', until: '2026-12-18' },
        { unitId: 'c', until: '2026-12-18' },
      ],
    });
  });

  it('are none of a position that is over or has not begun', () => {
    const rights = { role: 'BTI-koordinator', leads: 'B', actsFor: 'B', until: '2026-12-18', answersFor: 'PPT-leder' };
    for (const other of [
      ['B', '2020-08-01', '2026-11-22'],
      ['B', '2026-11-24'],
    ] as const)
      expect(
        read([
          [teacher, {}],
          [other, rights],
        ]),
      ).toMatchObject({
        ...{ roles: ['employee'], leads: [], actsFor: [], answersFor: [] },
      });
  });

  it('are no fewer and no more than those of each that is held, in whatever order', () => {
    const day = fc.constantFrom('2010-11-23', '2024-11-23', '2026-11-23', '2026-11-24', '2027-11-23');
    const unit = fc.constantFrom('A', 'B', 'C');
    const rights = fc.record({
      ...{ role: fc.constantFrom('', 'BTI-koordinator', 'Fadder'), leads: fc.constantFrom('', 'A', 'A, B', 'C') },
      ...{ actsFor: fc.constantFrom('', 'B', 'C'), until: fc.constantFrom('2026-12-18', '2027-01-08') },
      answersFor: fc.constantFrom('', 'PPT-leder', 'kommuneoverlege'),
    });
    const position = fc.tuple(unit, day, fc.option(day), rights).map(([at, from, to, each]): [Position, Rights] => {
      return [to === null || to < from ? [at, from] : [at, from, to], each];
    });
    const isHeld = ([, from, to = '9999-12-31']: Position) => from <= today && to >= today;
    const rightsOf = (person: ReturnType<typeof read>) => [
      ...(person?.roles ?? []).filter((role) => role !== 'leader'),
      ...(person?.leads ?? []).map((id) => `leads ${id}`),
      ...(person?.answersFor ?? []),
      ...(person?.actsFor ?? []).map(({ unitId }) => `acts for ${unitId}`),
    ];
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 4 }), (positions) => {
        const held = positions.filter(([each]) => isHeld(each));
        if (held.length === 0) return;
        const together = read(positions);
        const each = held.flatMap((one) => rightsOf(read([one])));
        expect(rightsOf(together).toSorted()).toEqual([...new Set(each)].toSorted());
        const { row: _, ...turned } = read(positions.toReversed()) ?? { row: 0 };
        expect(together).toMatchObject(turned);
      }),
      { numRuns: 200 },
    );
  });
});

it('whoever has a position today is employed, whatever else there was, in whatever order', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((years): LocalDate => `${2000 + years}-11-23`);
  const position = fc.tuple(fc.constantFrom('A', 'B', 'C'), day, fc.option(day)).map(([unit, one, other]): Position => {
    const [from = one, to] = [one, ...(other === null ? [] : [other])].toSorted();
    return to === undefined ? [unit, from] : [unit, from, to];
  });
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 5 }), (positions) => {
      const person = personWith(...positions);
      const held = positions.filter(([, from, to = '9999-12-31']) => from <= today && to >= today);
      if (!person) throw new Error('nobody was read');
      if (held.length > 0) {
        expect(isEmployed(person, today)).toBe(true);
        expect(person.employedOn <= today).toBe(true);
        expect(held.map(([unit]) => unit.toLowerCase())).toContain(person.unitId);
      }
      const ended = positions.every(([, , to = '9999-12-31']) => to < today);
      expect(isEmployed(person, today)).toBe(!ended);
    }),
    { numRuns: 200 },
  );
});

import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/features/people/read-roster.ts';
import { header, rosterRows, withHead } from '../../support/roster-file.ts';
import { rosterRules } from './roster-rules.ts';

const nameOf = (name: string) => `${name}@fjordvik.kommune.no`;
const read = (rows: readonly (readonly string[])[]) => readRoster(rows, rosterRules, '2026-11-23').people;
const leadsOf = (rows: readonly (readonly string[])[], name: string) =>
  read(rows).find(({ upn }) => upn === nameOf(name))?.leads;
/** Forty and a few in the first unit, the first of them its leader; and the head, whom both leaders name, in the unit above. */
const rows = withHead(rosterRows(44));
const withCell = (name: string, column: string, cell: string) =>
  rows.map((row) => (row[0] === nameOf(name) ? row.with(header.indexOf(column), cell) : row));

describe('whom a leader names as their own leader', () => {
  it('leads the schools no more than anybody else: the head of schools sits above them', () => {
    expect(leadsOf(rows, 'p0')).toEqual(['e0']);
    expect(leadsOf(rows, 'p40')).toEqual(['e1']);
    expect(leadsOf(rows, 'sjef')).toEqual([]);
    expect(read(rows).find(({ upn }) => upn === nameOf('sjef'))?.roles).toEqual(['employee', 'leader']);
  });

  it('leads the unit still where it is the same one, in every step inside it', () => {
    const stepped = withCell('p5', 'Nærmeste leder', nameOf('p4'));
    expect(['p0', 'p4', 'p5', 'sjef'].map((name) => leadsOf(stepped, name))).toEqual([['e0'], ['e0'], [], []]);
  });

  it('leads it from outside where nobody inside does', () => {
    const alone = rows.filter(([upn = '']) => !/^p(4[1-9])@/.test(upn));
    expect(leadsOf(alone, 'sjef')).toEqual(['e1']);
    expect(leadsOf(withCell('p3', 'Nærmeste leder', nameOf('sjef')), 'sjef')).toEqual(['e0']);
  });

  it('does not lead it where the row of the one below says that they do', () => {
    const alone = rows.filter(([upn = '']) => !/^p(4[1-9])@/.test(upn));
    const told = alone.map((row, at) => [...row, at === 0 ? 'Leder for' : row[0] === nameOf('p40') ? 'E1' : '']);
    expect([leadsOf(told, 'p40'), leadsOf(told, 'sjef')]).toEqual([['e1'], []]);
  });

  it('is not made leader by refused rows of those below, and naming oneself is no leading', () => {
    const refused = rows.map((row) =>
      /^p4[1-9]@/.test(row[0] ?? '') ? row.with(header.indexOf('Startdato'), 'x') : row,
    );
    expect(leadsOf(refused, 'sjef')).toEqual([]);
    expect(read(refused).map(({ stillNamedFor = [] }) => stillNamedFor)).toContainEqual(['e1']);
    const alone = withCell('p40', 'Nærmeste leder', `${nameOf('p40')}, ${nameOf('sjef')}`);
    expect(
      leadsOf(
        alone.filter(([upn = '']) => !/^p(4[1-9])@/.test(upn)),
        'sjef',
      ),
    ).toEqual(['e1']);
  });
});

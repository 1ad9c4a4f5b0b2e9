import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffRoster, personFrom } from '../../../src/features/people/diff-roster.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { upnKey } from '../../../src/features/people/person-key-store.ts';
import type { RosterPerson } from '../../../src/features/people/roster.ts';
import { hasSameName, sharesName } from '../../../src/features/people/same-name.ts';
import { aPerson } from '../../support/person-builder.ts';

const today = '2026-11-23';
const upns = ['a@f.no', 'b@f.no', 'c@f.no', 'd@f.no'];
const ids = ['id-1', 'id-2', 'id-3', undefined];
const givenNames = ['Kari', 'Berit', 'Ola'];
const days = ['2020-01-01', '2026-01-01', '2026-11-01'] as const;

const named = fc.record({ given: fc.constantFrom(...givenNames), family: fc.constantFrom('Lund', 'Moe') });
const rowArb = fc.record({
  ...{ upn: fc.constantFrom(...upns), id: fc.constantFrom(...ids), name: named, employedOn: fc.constantFrom(...days) },
});
const rowsArb = fc
  .uniqueArray(rowArb, { selector: ({ upn }) => upn, maxLength: 4 })
  .filter((rows) => new Set(rows.map(({ id, upn }) => id ?? upn)).size === rows.length);
const peopleArb = fc.uniqueArray(fc.record({ row: rowArb, endsOn: fc.constantFrom(undefined, '2026-11-01') }), {
  ...{ selector: ({ row }) => row.upn, maxLength: 4 },
});

const nameOf = ({ given, family }: { given: string; family: string }) => ({
  ...{ givenName: given, displayName: `${given} ${family}` },
});
const rosterOf = (rows: readonly (typeof rowArb extends fc.Arbitrary<infer T> ? T : never)[]) => ({
  people: rows.map(
    ({ upn, id, name, employedOn }, at): RosterPerson => ({
      ...{ row: at + 2, upn, ...nameOf(name), employedOn, unitId: 'e0', sector: 'school', roles: ['employee'] },
      ...{ leads: [], actsFor: [], ...(id !== undefined && { aadObjectId: id }) },
    }),
  ),
  ...{ units: [], problems: [], held: new Set<string>(), heldAccounts: new Set<string>(), unnamedRows: 0 },
});

test('nobody with an account keeps it with another name that no object id confirms', () => {
  fc.assert(
    fc.property(peopleArb, rowsArb, (known, rows) => {
      const people = known
        .filter(({ row: { id } }, at) => id === undefined || known.findIndex(({ row }) => row.id === id) === at)
        .map(({ row: { upn, id, name, employedOn }, endsOn }, at): Person => {
          const person = aPerson(`p${at}`, { ...nameOf(name), employedOn, upnKey: upnKey(upn), unitId: 'e0' });
          return { ...person, ...(id !== undefined && { aadObjectId: id }), ...(endsOn && { endsOn }) };
        });
      const diff = diffRoster(rosterOf(rows), people, today);
      const byId = new Map(people.map((person) => [person.personId, person]));
      for (const { personId, row } of diff.changed) {
        const before = byId.get(personId);
        if (!before) throw new Error('somebody whom nobody knows was changed');
        const keeps = row.aadObjectId === undefined && personFrom(row, before).aadObjectId !== undefined;
        expect(keeps && !hasSameName(before, row)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Kari Lund', 'Lund, Kari', true],
  ['Kari Lund', 'KARI LUND', true],
  ['Kari Lund', 'Kari Lund Moe', false],
])('%s and %s are the same name: %s', (one, other, same) => {
  const [a, b] = [one, other].map((displayName) => ({ displayName, givenName: 'Kari' }));
  if (!a || !b) throw new Error('no names');
  expect(hasSameName(a, b)).toBe(same);
});

test('an initial in common says nothing', () => {
  const kari = { displayName: 'Kari A. Lund', givenName: 'Kari' };
  expect(sharesName(kari, { displayName: 'Berit A. Ny', givenName: 'Berit' })).toBe(false);
  expect(sharesName(kari, { displayName: 'Åse Lund', givenName: 'Åse' })).toBe(true);
});

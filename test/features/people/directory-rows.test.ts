import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryUser } from '../../../src/features/people/directory.ts';
import { directoryFileRules, directoryRows, directoryRulesKey } from '../../../src/features/people/directory-rows.ts';
import { readRoster } from '../../../src/features/people/read-roster.ts';
import type { RosterRules } from '../../../src/features/people/roster.ts';
import { seededRandom } from '../../faults/random.ts';
import { directoryUser, directoryUsers } from '../../support/directory-builder.ts';
import { rosterRules } from './roster-rules.ts';

const zone = 'Europe/Oslo';
const today = '2026-11-23';
const rowsOf = (users: readonly DirectoryUser[]) => directoryRows(users, rosterRules, zone);
const read = (users: readonly DirectoryUser[]) => readRoster(rowsOf(users), directoryFileRules(rosterRules), today);
const find = (users: readonly DirectoryUser[], at: number) =>
  read(users).people.find(({ upn }) => upn === `p${at}@fjordvik.kommune.no`);
const inUnit = (at: number, department: string, managerUpn?: number, more: Partial<DirectoryUser> = {}) =>
  directoryUser(at, {
    attributes: { department },
    managerUpn: managerUpn === undefined ? '' : `P${managerUpn}@fjordvik.kommune.no`,
    ...more,
  });

describe('staff of the directory', () => {
  it('is read as rows of a staff list', () => {
    const { people, units, problems } = read(directoryUsers(42));
    expect(problems).toEqual([]);
    expect(units.map(({ unitId, name, parentId }) => [unitId, name, parentId])).toEqual([
      ['enhet-0', 'Enhet 0', 'oppvekst'],
      ['enhet-1', 'Enhet 1', 'oppvekst'],
      ['oppvekst', 'Oppvekst', undefined],
    ]);
    expect(people.find(({ upn }) => upn.startsWith('p41@'))).toMatchObject({
      ...{ aadObjectId: directoryUser(41).id, displayName: 'Kari Lund', givenName: 'Kari', unitId: 'enhet-1' },
      ...{ sector: 'school', roles: ['employee'], employedOn: '2019-02-26', leads: [] },
    });
  });

  it('has profiles by title and what else is named, and no right by them', () => {
    const rules = {
      ...rosterRules,
      directory: {
        ...{ groups: [], managersLead: false },
        columns: { ...rosterRules.directory?.columns, profile: ['jobTitle', 'extensionAttribute3'] },
      },
    };
    const user = directoryUser(1, {
      attributes: {
        department: 'Enhet 1',
        jobTitle: 'Lærer',
        extensionAttribute3: 'Verneombud',
        employeeHireDate: '2020-08-01',
      },
    });
    const { people } = readRoster(directoryRows([user], rules, zone), directoryFileRules(rules), today);
    expect(people[0]).toMatchObject({ profiles: ['laerer', 'verneombud'], roles: ['employee'] });
  });

  it('is the same in whatever order it comes, and told twice', () => {
    const users = directoryUsers(90);
    const expected = rowsOf(users);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const random = seededRandom(seed);
        const twice = [...users, ...users.filter(() => random() < 0.3)];
        expect(rowsOf(twice.toSorted(() => random() - 0.5))).toEqual(expected);
      }),
      { seed: 20261123, numRuns: 30 },
    );
  });

  it('has no guests, and nobody whose account is shut', () => {
    const users = [
      directoryUser(1),
      directoryUser(2, { isGuest: true }),
      directoryUser(3, { isEnabled: false }),
      directoryUser(4, { upn: 'ola_nabo.no#EXT#@fjordvik.onmicrosoft.com' }),
    ];
    expect(read(users).people.map(({ upn }) => upn)).toEqual(['p1@fjordvik.kommune.no']);
  });

  it('whose user name is not told holds everybody from having left', () => {
    const { upn: _, ...nameless } = directoryUser(2);
    expect(read([directoryUser(1), nameless])).toMatchObject({ unnamedRows: 1 });
  });

  it('without a unit or a first day is refused by its row in the order of user names', () => {
    const users = [inUnit(2, 'Nord'), inUnit(1, '')];
    expect(read(users).problems).toEqual([{ row: 2, column: 'unit', problem: 'missing', severity: 'refused' }]);
  });

  it.each([
    ['2026-08-01T00:00:00Z', '2026-08-01'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-07-31T23:59:59Z', '2026-07-31'],
    ['01.08.2026', '2026-08-01'],
  ])('that began at %s began on %s', (employeeHireDate, day) => {
    expect(find([directoryUser(1, { attributes: { employeeHireDate } })], 1)?.employedOn).toBe(day);
  });

  it('has the roles that its groups give, beside those of its title, and no title can say that it is a group', () => {
    const groups = { coordinator: ['g1'], administrator: ['g2', 'g3'] };
    const rules = {
      ...rosterRules,
      ...(rosterRules.directory && { directory: { ...rosterRules.directory, roleGroups: groups } }),
    };
    const rolesOf = (roleGroupIds: readonly string[], jobTitle: string) => {
      const rows = directoryRows([directoryUser(1, { roleGroupIds, attributes: { jobTitle } })], rules, zone);
      return readRoster(rows, directoryFileRules(rules), today).people[0]?.roles;
    };
    expect(rolesOf([], 'administrator, coordinator')).toEqual(['employee']);
    expect(rolesOf(['g3', 'g2', 'g9'], 'Rektor')).toEqual(['employee', 'administrator', 'leader']);
    expect(rolesOf(['g1', 'g2'], 'Lærer')).toEqual(['employee', 'administrator', 'coordinator']);
  });

  it('has the mentor whom an attribute names by user name, and says nothing of it without such an attribute', () => {
    const { directory = { groups: [], columns: {}, managersLead: false } } = rosterRules;
    const columns = { ...directory.columns, mentor: ['extensionAttribute5'] };
    const rules = { ...rosterRules, directory: { ...directory, columns } };
    const mentorsOf = (attributes: DirectoryUser['attributes'], by: RosterRules = rules) => {
      const rows = directoryRows([directoryUser(1, { attributes })], by, zone);
      return readRoster(rows, directoryFileRules(by), today).people[0]?.mentors;
    };
    expect(mentorsOf({ extensionAttribute5: 'P7@fjordvik.kommune.no' })).toEqual(['p7@fjordvik.kommune.no']);
    expect(mentorsOf({})).toEqual([]);
    expect(mentorsOf({ extensionAttribute5: 'P7@fjordvik.kommune.no' }, rosterRules)).toBeUndefined();
  });

  it('has an own key for its rules, which the headers of files say nothing to', () => {
    const key = directoryRulesKey(rosterRules);
    expect(directoryRulesKey({ ...rosterRules, columns: {} })).toBe(key);
    expect(directoryRulesKey({ ...rosterRules, guestUnits: ['e1'] })).not.toBe(key);
  });
});

describe('who is manager in the directory', () => {
  const school = [
    inUnit(9, 'Kommuneledelse'),
    inUnit(0, 'Solbakken', 9),
    inUnit(1, 'Solbakken', 0),
    inUnit(2, 'Solbakken', 1),
    inUnit(3, 'Solbakken', 1),
  ];

  it('leads the unit of those they manage, in every step inside it', () => {
    expect([0, 1, 2].map((at) => find(school, at)?.leads)).toEqual([['solbakken'], ['solbakken'], []]);
    expect(find(school, 0)?.roles).toContain('leader');
  });

  it('of a leader, and sits in another unit, does not lead that leader’s unit', () => {
    expect(find(school, 9)?.leads).toEqual([]);
  });

  it('may lead a unit from outside, where nobody inside does', () => {
    const two = [inUnit(0, 'Nord', 9), inUnit(1, 'Nord', 0), inUnit(2, 'Sør', 0), inUnit(9, 'Oppvekst')];
    expect(find(two, 0)?.leads).toEqual(['nord', 'sør']);
  });

  it('is nobody to us where the rules do not say that managers lead', () => {
    const rules = {
      ...rosterRules,
      ...(rosterRules.directory && { directory: { ...rosterRules.directory, managersLead: false } }),
    };
    const { people } = readRoster(directoryRows(school, rules, zone), directoryFileRules(rules), today);
    expect(people.flatMap(({ leads }) => leads)).toEqual([]);
  });

  it('is still named for the unit where those they manage have a date that cannot be read', () => {
    const slip = (user: DirectoryUser, at: number): DirectoryUser =>
      at < 2 ? user : { ...user, attributes: { ...user.attributes, employeeHireDate: '01.08.20' } };
    expect(find(school.map(slip), 0)).toMatchObject({ leads: [], stillNamedFor: ['solbakken'] });
  });

  it('and is not in the list is noted, and leads nothing', () => {
    const { problems } = read([inUnit(1, 'Solbakken', 77)]);
    expect(problems).toEqual([{ row: 2, column: 'leader', problem: 'unknown-leader', severity: 'noted' }]);
  });
});

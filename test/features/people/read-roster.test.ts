import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/features/people/read-roster.ts';
import type { Roster } from '../../../src/features/people/roster.ts';
import { decodeText, parseCsv } from '../../../src/outbound/roster-file/read-csv.ts';
import { seededRandom } from '../../faults/random.ts';
import { csvOf, header, messes, rosterRows } from '../../support/roster-file.ts';
import { rosterRules } from './roster-rules.ts';

const read = (rows: readonly (readonly string[])[]): Roster => readRoster(rows, rosterRules, '2026-11-23');
const withCell = (column: string, cell: string, at = 2): string[][] =>
  rosterRows(3).map((row, index) => row.map((old, place) => (index === at && header[place] === column ? cell : old)));
const problemsOf = (rows: string[][]) =>
  read(rows).problems.map(({ row, column, problem, severity }) => `${row} ${column} ${problem} ${severity}`);
const peopleOf = (rows: readonly (readonly string[])[]) => read(rows).people.map(({ row: _, ...person }) => person);

describe('the staff list', () => {
  it('gives people, units as a tree, and who leads', () => {
    const { people, units, problems } = read(rosterRows(41));
    expect(problems).toEqual([]);
    expect(people.find(({ upn }) => upn.startsWith('p0@'))).toMatchObject({
      ...{ unitId: 'e0', sector: 'kindergarten', roles: ['employee', 'leader'], leads: ['e0'] },
      aadObjectId: '00000000-0000-4000-8000-000000000000',
    });
    expect(people.find(({ upn }) => upn.startsWith('p40@'))).toMatchObject({ unitId: 'e1', sector: 'school' });
    expect(units).toEqual([
      { unitId: 'e0', name: 'Enhet 0', sector: 'kindergarten', parentId: 'o0' },
      { unitId: 'e1', name: 'Enhet 1', sector: 'school', parentId: 'o0' },
      { unitId: 'o0', name: 'o0', sector: 'other' },
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-8 with a mark', (text: string) => new TextEncoder().encode(`\ufeff${text}`)],
    ['Windows-1252', (text: string) => Buffer.from(text.replaceAll('’', "'"), 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is read in %s', (_, encode) => {
    const rows = [header, ['a@b.no', '', 'Åse', 'Øvrebø', 'Æ 1', 'Blåbær', '', 'Skole', '1.8.2024', '', '', '']];
    const [person] = read(parseCsv(decodeText(encode(csvOf(rows))))).people;
    expect(person).toMatchObject({ displayName: 'Åse Øvrebø', unitId: 'æ-1', employedOn: '2024-08-01' });
  });

  it('with a letter that was cut is read all the same, and only that row is refused', () => {
    const names = ['Sør skole', 'Vår skole', 'Blåbær'];
    const rows = names.map((unit, at) => [
      `p${at}@b.no`,
      '',
      'Kari',
      'Lund',
      unit,
      '',
      '',
      'Skole',
      '1.8.2024',
      '',
      '',
      '',
    ]);
    const bytes = Buffer.from(csvOf([header, ...rows]));
    const cut = bytes.indexOf('Sør') + 'Sø'.length;
    const text = decodeText(Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + 1)]));
    const { people, problems, held } = read(parseCsv(text));
    expect(people.map(({ unitId }) => unitId)).toEqual(['vår-skole', 'blåbær']);
    expect(problems).toMatchObject([{ row: 2, column: 'unit', problem: 'not-readable', severity: 'refused' }]);
    expect([...held]).toEqual(['p0@b.no']);
  });

  it('holds the account of a refused row, but of no guest', () => {
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const cells = (upn: string, account: string) => [
      upn,
      account,
      'Kari',
      'Lund',
      'e1',
      '',
      '',
      'Skole',
      'snart',
      '',
      '',
      '',
    ];
    const { heldAccounts } = read([header, cells('kari@b.no', id(1)), cells('ola_x.no#EXT#@b.no', id(2))]);
    expect([...heldAccounts]).toEqual([id(1)]);
  });

  it.each(['\n', '\r\n', '\r'])('is read with each kind of line end, %j', (lineEnd) => {
    expect(peopleOf(parseCsv(csvOf(rosterRows(5), lineEnd)))).toEqual(peopleOf(rosterRows(5)));
  });

  it('is read with commas or tabs between, too', () => {
    for (const mark of [',', '\t'])
      expect(peopleOf(parseCsv(csvOf(rosterRows(5)).replaceAll(';', mark)))).toHaveLength(5);
  });

  it('says the same in whatever order rows and columns stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const random = seededRandom(seed);
        const [names = [], ...body] = rosterRows(60);
        const turn = names.map((_, at) => at).toSorted(() => random() - 0.5);
        const shuffled = [names, ...body.toSorted(() => random() - 0.5)].map((row) => turn.map((at) => row[at] ?? ''));
        expect(peopleOf(shuffled)).toEqual(peopleOf(rosterRows(60)));
        expect(read(shuffled).units).toEqual(read(rosterRows(60)).units);
      }),
      { seed: 20261123, numRuns: 30 },
    );
  });

  it('without a column that it needs, or with one twice, is no list: every such column is told', () => {
    const without = rosterRows(2).map((row) => row.slice(1));
    expect(read(without)).toMatchObject({ people: [], problems: [{ row: 1, column: 'upn', problem: 'no-column' }] });
    const twice = rosterRows(2).map((row) => [...row, row[0] ?? '']);
    expect(read(twice).problems).toMatchObject([{ row: 1, column: 'upn', problem: 'column-twice' }]);
    expect(read([]).people).toEqual([]);
  });
});

describe('a row', () => {
  it.each([
    ['Brukernavn', '', '3 upn missing refused'],
    ['Brukernavn', 'Kari', '3 upn not-readable refused'],
    ['Startdato', '31.02.2024', '3 employedOn not-a-date refused'],
    ['Startdato', '01.08.24', '3 employedOn not-a-date refused'],
    ['Startdato', '45123', '3 employedOn not-a-date refused'],
    ['Sluttdato', 'snart', '3 endsOn not-a-date refused'],
    ['Sluttdato', '01.01.1990', '3 endsOn ends-before-it-begins refused'],
    ['Entra-id', 'p0', '3 objectId not-readable refused'],
    ['Fornavn', '=1+1', '3 displayName not-readable refused'],
    ['Tjeneste', 'Vaktmester', '3 sector unknown-word noted'],
  ])('with %s "%s" is told by row and column, and by nothing that stood there', (column, cell, told) => {
    expect(problemsOf(withCell(column, cell))).toEqual([told]);
  });

  it.each(['1.8.2024', '01.08.2024', '2024-08-01', '01/08/2024', '01-08-2024', '01.08.2024 00:00:00'])(
    'has a date as %s',
    (cell) => {
      const found = read(withCell('Startdato', cell)).people.find(({ upn }) => upn.startsWith('p1@'));
      expect(found?.employedOn).toBe('2024-08-01');
    },
  );

  it.each(['31.12.9999', '9999-12-31', '9999-12-31T23:59:59Z', '01.01.2100'])(
    'has no last day where it is %s: so HR systems write that there is none',
    (cell) => {
      const rows = withCell('Sluttdato', cell);
      expect(problemsOf(rows)).toEqual([]);
      expect(read(rows).people[1]).not.toHaveProperty('endsOn');
      expect(read(withCell('Sluttdato', '31.12.2099')).people[1]?.endsOn).toBe('2099-12-31');
    },
  );

  it.each([
    ['Startdato', '01.01.2100', '3 employedOn not-a-date refused'],
    ['Sluttdato', '31.02.9999', '3 endsOn not-a-date refused'],
  ])('with %s %s is refused still', (column, cell, told) => {
    expect(problemsOf(withCell(column, cell))).toEqual([told]);
  });

  it('of a guest account is refused, and holds nobody: guests are no staff', () => {
    const rows = withCell('Brukernavn', 'Ola_nabo.no#EXT#@fjordvik.onmicrosoft.com');
    expect(problemsOf(rows)).toEqual(['3 upn guest-account refused']);
    expect(read(rows)).toMatchObject({ people: [{}, {}], unnamedRows: 0 });
    expect([...read(rows).held]).toEqual([]);
  });

  it('that is refused holds its person as before, and one that names nobody is counted', () => {
    expect([...read(withCell('Startdato', 'x')).held]).toEqual(['p1@fjordvik.kommune.no']);
    expect(read(withCell('Brukernavn', '')).unnamedRows).toBe(1);
  });

  it('of a unit whose staff are guests is passed over, and nothing of it is told', () => {
    const rules = { ...rosterRules, guestUnits: ['E0'] };
    expect(readRoster(rosterRows(41), rules, '2026-11-23')).toMatchObject({
      people: [{ unitId: 'e1' }],
      unnamedRows: 0,
    });
  });

  describe('of a section of such a unit', () => {
    const rules = { ...rosterRules, guestUnits: ['P 1'] };
    const [names = [], ours = [], ...theirs] = rosterRows(4);
    const readPlaced = (...places: readonly (readonly [unit: string, parent: string])[]) => {
      const rows = theirs.map((row, at) => {
        const [unit = '', parent = ''] = places[at] ?? [];
        // No date: if it were read, it would be told.
        return row.with(4, unit).with(6, parent).with(8, '');
      });
      return readRoster([names, ours, ...rows.slice(0, places.length)], rules, '2026-11-23');
    };

    it.each<[string, (readonly [string, string])[]]>([
      ['says so itself', [['P1-A', 'P 1']]],
      [
        'does not say so, while another row does',
        [
          ['P1-A', ''],
          ['P1-A', 'P-1'],
        ],
      ],
      [
        'is two steps below',
        [
          ['P1-A-1', 'P1-A'],
          ['P1-A-1', ''],
          ['P1-A', 'P-1'],
        ],
      ],
      ['has no unit that can be read', [['', 'P 1']]],
    ])('is passed over where it %s, and no unit is made of it', (_, places) => {
      const { people, units, held, problems } = readPlaced(...places);
      expect(people.map(({ unitId }) => unitId)).toEqual(['e0']);
      expect(units.map(({ unitId }) => unitId)).toEqual(['e0', 'o0']);
      expect([[...held], problems]).toEqual([[], []]);
    });

    it('is no row of a unit that is above itself, or of another unit above it', () => {
      expect(readPlaced(['A', 'B'], ['B', 'A']).held.size).toBe(2);
      expect(readPlaced(['Rød', 'P 1'], ['Rød', 'O0']).held).toEqual(new Set(['p2@fjordvik.kommune.no']));
    });
  });

  it('twice for one person counts once: the position that began first, in whatever order', () => {
    const [names = [], row = []] = rosterRows(1);
    const other = row.with(4, 'E9').with(8, '01.01.2030');
    for (const body of [
      [row, other],
      [other, row],
    ]) {
      const { people, problems } = read([names, ...body]);
      expect(people.map(({ unitId }) => unitId)).toEqual(['e0']);
      expect(problems).toMatchObject([{ problem: 'twice', severity: 'noted' }]);
    }
    expect(read([names, row, row]).problems).toEqual([]);
  });

  it('with the object id of another is nobody that we can know, and neither is the other', () => {
    const { people, held } = read(withCell('Entra-id', '00000000-0000-4000-8000-000000000000'));
    expect(people.map(({ upn }) => upn)).toEqual(['p2@fjordvik.kommune.no']);
    expect(held.size).toBe(2);
  });

  it('that stands in for a leader says until when, or does not count', () => {
    const withDeputy = (until: string) =>
      rosterRows(2).map((row, at) => [
        ...row,
        ...(at === 0 ? ['Stedfortreder for', 'Stedfortreder til'] : ['E0', until]),
      ]);
    expect(read(withDeputy('31.12.2026')).people[0]?.actsFor).toEqual([{ unitId: 'e0', until: '2026-12-31' }]);
    expect(read(withDeputy('')).people[0]?.actsFor).toEqual([]);
    expect(read(withDeputy('')).problems).toMatchObject([{ problem: 'not-a-date' }, { problem: 'not-a-date' }]);
  });

  it('names the mentor by user name, one and no more, where the file has such a column', () => {
    const withMentor = (cell: string) => rosterRows(1).map((row, at) => [...row, at === 0 ? 'Fadder' : cell]);
    expect(read(withMentor('Siv@fjordvik.no, olav@fjordvik.no')).people[0]?.mentors).toEqual(['olav@fjordvik.no']);
    expect(read(withMentor('')).people[0]?.mentors).toEqual([]);
    expect(read(rosterRows(1)).people[0]).not.toHaveProperty('mentors');
    expect(problemsOf(withMentor('Siv'))).toEqual(['2 mentor not-readable noted']);
  });

  it('says what somebody answers for, and need not take, where the file has such columns', () => {
    const withLists = (posts: string, modules: string) =>
      rosterRows(1).map((row, at) => [...row, ...(at === 0 ? ['Fagansvar for', 'Fritatt for'] : [posts, modules])]);
    const [person] = read(
      withLists('PPT-leder, ledende helsesykepleier; PPT-leder', 'Meldeplikt|bti-veilederen'),
    ).people;
    expect(person?.answersFor).toEqual(['PPT-leder', 'ledende helsesykepleier']);
    expect(person?.exemptFrom).toEqual(['bti-veilederen', 'meldeplikt']);
    expect(read(withLists('', '')).people[0]).toMatchObject({ answersFor: [], exemptFrom: [] });
    expect(read(rosterRows(1)).people[0]).not.toHaveProperty('answersFor');
    expect(problemsOf(withLists('=1+1', '§'))).toEqual([
      '2 answersFor not-readable noted',
      '2 exemptFrom not-readable noted',
    ]);
  });

  it('tells the profiles, by the municipality’s own words, of all columns that have any', () => {
    const withPost = (title: string, post: string) => {
      const [names = [], row = []] = rosterRows(1);
      return [[...names, 'Verv'], row.with(10, title).concat(post)];
    };
    const profilesOf = (title: string, post: string) => read(withPost(title, post)).people[0]?.profiles;
    expect(profilesOf('ASSISTENT', 'Hovedverneombud, Vikar')).toEqual(['assistent', 'verneombud', 'vikar']);
    // It says something about a trade union: not read before the municipality has decided so.
    expect(profilesOf('', 'Tillitsvalgt')).toEqual([]);
    expect(profilesOf('', '')).toEqual([]);
    expect(profilesOf('Rektor', '')).toEqual([]);
    const without = rosterRows(1).map((row) => row.toSpliced(10, 1));
    expect(read(without).people[0]).not.toHaveProperty('profiles');
  });

  it('gives no right by a profile, whatever it is called', () => {
    const name = { nb: 'administrator', nn: 'administrator', en: 'administrator' };
    const rules = { ...rosterRules, profiles: { administrator: { name, words: ['Verneombud'] } } };
    const { people } = readRoster(withCell('Stilling', 'Verneombud'), rules, '2026-11-23');
    expect(people.filter(({ profiles }) => profiles?.includes('administrator'))).toMatchObject([
      { roles: ['employee'], leads: [] },
    ]);
  });

  it('with a title that is nothing to us is used, and that is noted once for the whole file', () => {
    const rows = rosterRows(30).map((row, at) => (at === 0 ? row : row.with(10, at % 2 === 0 ? 'Renholder' : 'Kokk')));
    expect(problemsOf(rows)).toEqual(['2 profile unknown-word noted']);
    expect(read(rows).people).toHaveLength(30);
  });

  it('that is too short has nothing in the columns at the end', () => {
    const [names = [], row = []] = rosterRows(1);
    expect(read([[...names, 'Fagansvar for'], row]).people[0]?.answersFor).toEqual([]);
  });

  it('puts no unit above itself', () => {
    const [names = [], a = [], b = []] = rosterRows(2);
    const { units, problems } = read([names, a.with(4, 'A').with(6, 'B'), b.with(4, 'B').with(6, 'A')]);
    expect(units.map(({ unitId, parentId }) => [unitId, parentId])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
    expect(problems.map(({ problem }) => problem)).toEqual(['in-a-circle', 'in-a-circle']);
  });
});

describe('three hundred kinds of mess', () => {
  const kinds = Object.entries(messes).flatMap(([name, mess]) =>
    header.map((column, place) => ({ name, mess, column, place })),
  );

  it('are three hundred', () => {
    expect(kinds).toHaveLength(300);
  });

  it('concern the row that they are in, are told or cleaned away, and never reach a name, a key or an id', () => {
    const clean = rosterRows(kinds.length);
    const rows = clean.map((row, at) => {
      const kind = kinds[at - 1];
      return kind ? row.map((cell, place) => (place === kind.place ? kind.mess(cell) : cell)) : row;
    });
    const roster = read(parseCsv(csvOf(rows)));
    const untouched = new Map(read(clean).people.map((person) => [person.upn, person]));
    const odd = roster.people.filter(({ displayName, unitId, givenName }) =>
      [displayName, givenName, unitId].some((text) => /[\p{Cc}\p{Cf}\p{Cs}=+@<>[\]"|]/u.test(text)),
    );
    expect(odd).toEqual([]);
    // Of titles only the first that means nothing is told.
    const bare = { row: 0, leads: [], roles: [], profiles: [] };
    const told = new Set(roster.problems.map(({ row }) => row));
    const changed = roster.people.filter(({ row, upn, leads: _, roles: _r, profiles: _p, ...rest }) => {
      const { row: _w, leads: _l, roles: _s, profiles: _q, ...before } = untouched.get(upn) ?? bare;
      return (
        JSON.stringify(rest) !==
          JSON.stringify(Object.fromEntries(Object.entries(before).filter(([key]) => key !== 'upn'))) && !told.has(row)
      );
    });
    // What is neither told nor as before: another name in capitals, and nothing where nothing may stand.
    const allowed = new Set(changed.map(({ row }) => kinds[row - 2]?.name));
    expect([...allowed].toSorted()).toEqual(['capitals', 'dash', 'empty', 'the word NULL']);
  });
});

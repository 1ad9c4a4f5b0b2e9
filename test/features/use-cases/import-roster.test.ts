import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { aadKey, upnKey } from '../../../src/features/people/person-key-store.ts';
import { memberRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import type { RosterRun } from '../../../src/features/people/roster-run-store.ts';
import { progressRow } from '../../../src/features/progress/progress-rows.ts';
import { type ImportMode, importRoster } from '../../../src/features/use-cases/import-roster.ts';
import { seededRandom } from '../../faults/random.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { aPerson } from '../../support/person-builder.ts';
import { header, rosterRows, withHead } from '../../support/roster-file.ts';
import { rosterRules } from '../people/roster-rules.ts';

const now = new Date('2026-11-23T10:00:00Z');
const today: LocalDate = '2026-11-23';

function open() {
  const stores = { ...memoryStores(), people: memoryPersonStore() };
  const needs = { ...stores, runs: stores.rosterRuns, rules: rosterRules };
  const run = (rows: readonly (readonly string[])[], mode: ImportMode = 'apply', on: LocalDate = today) =>
    importRoster(needs, rows, mode, on, now);
  const find = async (name: string) => {
    const personId = await stores.personKeys.get(upnKey(`${name}@fjordvik.kommune.no`));
    return personId === undefined ? undefined : (await stores.people.get(personId, profileRow))?.value;
  };
  /** All that is stored, with the user's own key in the place of the id that was drawn for it. */
  const snapshot = async () => {
    const people = [];
    for (const personId of stores.people.keys().keys()) {
      const profile = await stores.people.get(personId, profileRow);
      const memberships = (await toArray(stores.people.list(personId, memberRow))).map(({ value }) => value);
      people.push(JSON.stringify({ ...profile?.value, personId: '', memberships }));
    }
    return { people: people.sort(), units: await toArray(stores.units.listUnits()) };
  };
  return { ...stores, needs, run, find, snapshot };
}
let world: ReturnType<typeof open>;
beforeEach(() => {
  world = open();
});

const counts = { joined: 0, changed: 0, moved: 0, left: 0 };
const rows = rosterRows(90);
const without = (...names: string[]) => rows.filter(([upn = '']) => !names.some((name) => upn.startsWith(`${name}@`)));
const withCell = (name: string, column: string, cell: string) =>
  rows.map((row) => (row[0]?.startsWith(`${name}@`) ? row.with(header.indexOf(column), cell) : row));

describe('an import', () => {
  it('that is only tried says what would happen, and changes nothing', async () => {
    expect(await world.run(rows, 'try')).toMatchObject({ outcome: 'tried', joined: 90 });
    expect(world.people.keys().size).toBe(0);
    expect(await toArray(world.units.listUnits())).toEqual([]);
    expect(await toArray(world.rosterRuns.list())).toHaveLength(1);
  });

  it('is in the audit, with counts, and so is who gets or loses rights by it; nothing when it changes nothing', async () => {
    const audited = async () =>
      (await toArray(world.audit.listMonth('202611'))).map(({ action, actorId, left, subjectId }) => ({
        ...{ action, actorId, left, subjectId },
      }));
    await world.run(rows, 'try');
    expect(await audited()).toEqual([]);
    await world.run(rows);
    const actions = (await audited()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'roster.apply')).toHaveLength(1);
    // The three who lead a unit.
    expect(actions.filter((action) => action === 'roster.rights')).toHaveLength(3);
    const before = await audited();
    await world.run(rows);
    expect(await audited()).toEqual(before);
    await world.run(withCell('p5', 'Stilling', 'BTI-koordinator'));
    const subjectId = (await world.find('p5'))?.personId;
    const other = { action: 'roster.rights', actorId: 'roster:file', left: undefined, subjectId };
    expect(await audited()).toContainEqual(other);
    await world.run(rows.slice(0, 60), 'apply-also-many-leaving');
    const many = { action: 'roster.many-leave', actorId: 'roster:file', left: 31, subjectId: undefined };
    expect(await audited()).toContainEqual(many);
  });

  it('says in the audit who got or lost a post that may change texts', async () => {
    const rights = async () =>
      (await toArray(world.audit.listMonth('202611'))).filter(({ action }) => action === 'roster.rights');
    await world.run(rows);
    const before = (await rights()).length;
    const withPost = (post: string) =>
      rows.map((row, at) => [...row, at === 0 ? 'Fagansvar for' : at === 6 ? post : '']);
    await world.run(withPost('kommuneoverlege'));
    const subjectId = (await world.find('p5'))?.personId;
    expect((await rights()).at(-1)).toMatchObject({ subjectId });
    await world.run(withPost('Kommuneoverlege'));
    expect(await rights()).toHaveLength(before + 1);
    await world.run(withPost(''));
    expect(await rights()).toHaveLength(before + 2);
  });

  it('says in the audit as many who left as in its run, and who lost or got back rights, also by a last day in the row', async () => {
    await world.run(rows);
    const withLastDay = (cell: string) =>
      rows.map((row, at) => (at === 0 ? row : row.with(header.indexOf('Sluttdato'), cell)));
    const before = new Set((await toArray(world.audit.listMonth('202611'))).map(({ entryId }) => entryId));
    const newest = async (mode: ImportMode, cell: string) => {
      await world.run(withLastDay(cell), mode);
      const fresh = (await toArray(world.audit.listMonth('202611'))).filter(({ entryId }) => !before.has(entryId));
      for (const { entryId } of fresh) before.add(entryId);
      return fresh;
    };
    const gone = await newest('apply-also-many-leaving', '22.11.2026');
    expect(gone.find(({ action }) => action === 'roster.many-leave')).toMatchObject({ left: 90, changed: 0 });
    expect(gone.filter(({ action }) => action === 'roster.rights')).toHaveLength(3);
    const back = await newest('apply', '');
    expect(back.find(({ action }) => action === 'roster.apply')).toMatchObject({ left: 0, changed: 90 });
    expect(back.filter(({ action }) => action === 'roster.rights')).toHaveLength(3);
  });

  it('that could not make somebody new says of nobody else that they got the rights', async () => {
    await world.run(rows);
    const before = (await world.find('p5'))?.personId ?? '';
    await world.personKeys.create(upnKey('kari@fjordvik.kommune.no'), before);
    const newcomer = (rows.find(([upn = '']) => upn.startsWith('p5@')) ?? [])
      .with(0, 'kari@fjordvik.kommune.no')
      .with(1, '00000000-0000-4000-8000-00000000ffff')
      .with(header.indexOf('Stilling'), 'BTI-koordinator');
    expect(await world.run([...rows, newcomer])).toMatchObject({ outcome: 'partly', joined: 1 });
    const told = (await toArray(world.audit.listMonth('202611'))).filter(({ action }) => action === 'roster.rights');
    expect(told.map(({ subjectId }) => subjectId)).not.toContain(before);
  });

  it('makes people known by both keys, in their unit, and leaders of it', async () => {
    expect(await world.run(rows)).toMatchObject({ outcome: 'applied', joined: 90, refused: 0 });
    const leader = await world.find('p0');
    expect(leader).toMatchObject({ leads: ['e0'], roles: ['employee', 'leader'] });
    expect(await world.personKeys.get(aadKey(leader?.aadObjectId ?? ''))).toBe(leader?.personId);
    expect((await toArray(world.units.listMembers('e0'))).length).toBe(40);
    expect(await toArray(world.units.listLeaders())).toHaveLength(3);
  });

  it('done twice is done once, whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const random = seededRandom(seed);
        const [names = [], ...body] = rosterRows(30, seed);
        const [once, other] = [open(), open()];
        await once.run([names, ...body]);
        await other.run([names, ...body.toSorted(() => random() - 0.5)]);
        const first = await once.snapshot();
        expect(await other.snapshot()).toEqual(first);
        expect(await once.run([names, ...body.toSorted(() => random() - 0.5)])).toMatchObject({ ...counts, same: 30 });
        expect(await once.snapshot()).toEqual(first);
      }),
      { seed: 20261123, numRuns: 15 },
    );
  });

  it('with slips of the pen in any rows takes nobody’s unit, twice no more than once, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const random = seededRandom(seed);
        const [names = [], ...body] = withHead(rosterRows(44, seed)).map((row) => row.with(10, 'Stilling'));
        const slips = body.map((row) => (random() < 0.8 ? row.with(header.indexOf('Startdato'), '01.08.20') : row));
        const shuffled = () => [names, ...slips.toSorted(() => random() - 0.5)];
        const [once, other] = [open(), open()];
        for (const each of [once, other]) await each.run([names, ...body]);
        const { people } = await once.snapshot();
        expect(await once.run(shuffled())).toMatchObject({ ...counts });
        await once.run(shuffled());
        await other.run([names, ...slips]);
        expect((await once.snapshot()).people).toEqual(people);
        expect(await once.snapshot()).toEqual({ ...(await other.snapshot()), people });
      }),
      { seed: 20261123, numRuns: 15 },
    );
  });

  it('there and back again leaves the people as they were', async () => {
    await world.run(rows);
    const before = await world.snapshot();
    const profiles = ({ people }: typeof before) => people.map((text) => ({ ...JSON.parse(text), memberships: [] }));
    await world.run(withCell('p5', 'Fornavn', 'Nils'));
    await world.run(rows);
    expect(profiles(await world.snapshot())).toEqual(profiles(before));
  });

  it.each([3, 50, 180, 182, 250])('that is cut off at write %i goes on where it was', async (at) => {
    let writes = 0;
    const dies =
      <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> => {
        writes += 1;
        return writes > at ? Promise.reject(new Error('the process died')) : write(...args);
      };
    const { people, personKeys, units } = world;
    const mortal = {
      ...world.needs,
      people: { ...people, commit: dies(people.commit) },
      personKeys: { ...personKeys, create: dies(personKeys.create) },
      units: { ...units, createMembers: dies(units.createMembers), createLeader: dies(units.createLeader) },
    };
    await expect(importRoster(mortal, rows, 'apply', today, now)).rejects.toThrow('died');
    await world.run(rows);
    const straight = open();
    await straight.run(rows);
    expect(await world.snapshot()).toEqual(await straight.snapshot());
    expect(world.people.keys().size).toBe(90);
    expect(await world.run(rows)).toMatchObject({ ...counts, same: 90 });
  });

  it('in which the only post of a unit above others is vacant leaves that unit as it was', async () => {
    const withArea = withHead(rows).map((row) =>
      row[0]?.startsWith('sjef@') ? row.with(header.indexOf('Overordnet enhetskode'), 'Kommunen') : row,
    );
    await world.run(withArea);
    const area = await world.units.getUnit('o0');
    expect(area).toMatchObject({ name: 'Oppvekst', sector: 'kindergarten', parentId: 'kommunen' });
    await world.run(withArea.slice(0, -1));
    expect(await world.units.getUnit('o0')).toEqual(area);
  });

  it('of a file that is no staff list changes nothing', async () => {
    await world.run(rows);
    for (const broken of [[], [header], rows.map((row) => row.slice(1))]) {
      expect(await world.run(broken)).toMatchObject({ outcome: 'refused', left: 0 });
    }
    expect(await world.find('p1')).not.toHaveProperty('endsOn');
  });
});

describe('somebody who', () => {
  beforeEach(async () => {
    await world.run(rows);
  });

  it('moves in the middle of the onboarding keeps the progress, and gets the new leader', async () => {
    const before = await world.find('p5');
    const personId = before?.personId ?? '';
    const progress = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, startedAt: now, position: 2, answers: {} };
    await world.people.commit({ personId, writes: [createRow(progressRow, { state: 'started', ...progress })] });
    const moved = withCell('p5', 'Enhetskode', 'E1').map((row) =>
      row[0]?.startsWith('p5@') ? row.with(-1, 'p40@fjordvik.kommune.no') : row,
    );
    expect(await world.run(moved)).toMatchObject({ moved: 1, changed: 0, left: 0 });
    expect(await world.find('p5')).toMatchObject({ personId, unitId: 'e1' });
    expect(await toArray(world.units.listMembers('e0'))).not.toContain(personId);
    expect(await toArray(world.units.listMembers('e1'))).toContain(personId);
    expect(await toArray(world.people.list(personId, progressRow))).toHaveLength(1);
    const periods = (await toArray(world.people.list(personId, memberRow))).map(({ value }) => value);
    expect(periods.at(-1)).toMatchObject({
      unitId: 'e1',
      validFrom: today,
      knownAt: now,
      work: { sector: 'kindergarten' },
    });
    expect(periods).toHaveLength(2);
  });

  it('is in the file no more has had the last day, and comes back as the same person', async () => {
    const personId = (await world.find('p0'))?.personId;
    expect(await world.run(without('p0'))).toMatchObject({ outcome: 'applied', left: 1 });
    expect(await world.find('p0')).toMatchObject({ endsOn: '2026-11-22' });
    expect(await toArray(world.units.listLeaders())).not.toContain(personId);
    expect(await world.run(without('p0'))).toMatchObject({ ...counts });
    expect(await world.run(rows)).toMatchObject({ changed: 1, left: 0 });
    expect(await world.find('p0')).toMatchObject({ personId, leads: ['e0'] });
    expect(await world.find('p0')).not.toHaveProperty('endsOn');
    expect(await toArray(world.units.listLeaders())).toContain(personId);
  });

  describe('is at work, in a row of a contract that has not begun,', () => {
    const withContract = (from: string, to = '') =>
      withCell('p0', 'Startdato', from).map((row) =>
        row[0]?.startsWith('p0@') ? row.with(header.indexOf('Sluttdato'), to) : row,
      );

    it('keeps the first day, and with it rights and units, and that is noted', async () => {
      const before = await world.find('p0');
      expect(await world.run(withContract('01.01.2027'))).toMatchObject({
        ...{ ...counts, noted: 1, same: 90 },
        problems: [{ row: 2, column: 'employedOn', problem: 'begins-later', severity: 'noted' }],
      });
      expect(await world.find('p0')).toEqual(before);
    });

    it('keeps it from one contract to the next, but not over a real break, nor after the last day', async () => {
      const before = await world.find('p0');
      await world.run(withContract('01.08.2020', '31.12.2026'));
      await world.run(withContract('15.01.2027'));
      expect(await world.find('p0')).toEqual({ ...before, employedOn: '2020-08-01' });
      await world.run(withContract('01.08.2020', '31.12.2026'));
      await world.run(withContract('01.08.2027'));
      expect(await world.find('p0')).toMatchObject({ employedOn: '2027-08-01' });
      await world.run(withContract('01.08.2020', '20.11.2026'), 'apply-also-many-leaving');
      await world.run(withContract('01.12.2026'));
      expect(await world.find('p0')).toMatchObject({ employedOn: '2026-12-01' });
    });

    it('keeps it also when that contract has begun, though the list never has the old one', async () => {
      const before = await world.find('p0');
      await world.run(withContract('01.01.2027', '31.12.2027'));
      expect(await world.run(withContract('01.01.2027', '31.12.2027'), 'apply', '2027-01-01')).toMatchObject({
        ...{ ...counts, noted: 1, same: 90 },
        problems: [{ row: 2, column: 'employedOn', problem: 'begins-later', severity: 'noted' }],
      });
      expect(await world.find('p0')).toEqual({ ...before, endsOn: '2027-12-31' });
    });

    it('keeps it where the next contract is first told when it has begun, but not over a real break', async () => {
      await world.run(withContract('01.08.2020', '31.12.2026'));
      await world.run(withContract('10.01.2027', '30.06.2027'), 'apply', '2027-01-10');
      expect(await world.find('p0')).toMatchObject({ employedOn: '2020-08-01', endsOn: '2027-06-30' });
      await world.run(withContract('01.08.2027'), 'apply', '2027-08-01');
      expect(await world.find('p0')).toMatchObject({ employedOn: '2027-08-01' });
    });

    const withNewcomer = (from: string) => [
      ...rows,
      ...withCell('p5', 'Startdato', from)
        .slice(6, 7)
        .map((row) => row.with(0, 'ny@fjordvik.kommune.no').with(1, '')),
    ];

    it('is another thing than a first day that is moved before it has come', async () => {
      await world.run(withNewcomer('01.12.2026'));
      expect(await world.find('ny')).toMatchObject({ employedOn: '2026-12-01' });
      await world.run(withNewcomer('04.01.2027'));
      expect(await world.find('ny')).toMatchObject({ employedOn: '2027-01-04' });
    });

    it('is another thing than a first day that was wrong by a month or less; by more, the wrong one is ended first', async () => {
      await world.run(withNewcomer('01.10.2026'));
      await world.run(withNewcomer('01.11.2026'));
      expect(await world.find('ny')).toMatchObject({ employedOn: '2026-11-01' });
      await world.run(withNewcomer('01.11.2025'));
      await world.run(withNewcomer('01.11.2026'));
      expect(await world.find('ny')).toMatchObject({ employedOn: '2025-11-01' });
      const ended = withNewcomer('01.11.2025').map((row) =>
        row[0]?.startsWith('ny@') ? row.with(header.indexOf('Sluttdato'), '01.12.2025') : row,
      );
      await world.run(ended);
      await world.run(withNewcomer('01.11.2026'));
      expect(await world.find('ny')).toMatchObject({ employedOn: '2026-11-01' });
    });
  });

  it('stands in a row that cannot be read stays as before', async () => {
    expect(await world.run(withCell('p5', 'Startdato', 'snart'))).toMatchObject({
      ...{ left: 0, refused: 1, same: 89 },
      problems: [{ row: 7, column: 'employedOn', header: 'Startdato', problem: 'not-a-date' }],
    });
    expect(await world.find('p5')).not.toHaveProperty('endsOn');
  });

  it('stands in a row that cannot be read stays as before, also under another user name', async () => {
    const id = header.indexOf('Entra-id');
    const p5 = (await world.find('p5'))?.aadObjectId ?? '';
    const wed = withCell('p5', 'Startdato', '01.08.20').map((row) =>
      row[0] === 'p5@fjordvik.kommune.no' ? row.with(0, 'kari.ny@fjordvik.kommune.no').with(id, p5) : row,
    );
    expect(await world.run(wed)).toMatchObject({ left: 0, refused: 1 });
    expect(await world.find('p5')).not.toHaveProperty('endsOn');
  });

  it('leads a unit by the rows of others leads it still where those cannot be read, and no new one by them', async () => {
    const teacher = withCell('p80', 'Stilling', 'Lærer');
    const withSlips = (leader: string) =>
      teacher.map((row) =>
        /^p8[1-9]@/.test(row[0] ?? '')
          ? row
              .with(header.indexOf('Startdato'), '01.08.20')
              .with(header.indexOf('Nærmeste leder'), `${leader}@fjordvik.kommune.no`)
          : row,
      );
    await world.run(teacher);
    expect(await world.find('p80')).toMatchObject({ leads: ['e2'], roles: ['employee', 'leader'] });
    expect(await world.run(withSlips('p80'))).toMatchObject({ ...counts, same: 81, refused: 9 });
    expect(await world.find('p80')).toMatchObject({ leads: ['e2'], roles: ['employee', 'leader'] });
    expect(await toArray(world.units.listLeaders())).toHaveLength(3);
    await world.run(withSlips('p5'));
    expect(await world.find('p5')).toMatchObject({ leads: [], roles: ['employee'] });
    expect(await world.find('p80')).toMatchObject({ leads: [], roles: ['employee'] });
  });

  it('may be in a row without a name is not taken for having left', async () => {
    expect(await world.run(withCell('p5', 'Brukernavn', ''))).toMatchObject({ left: 0, refused: 1 });
  });

  it('is known by user name first and by object id later is one person', async () => {
    world = open();
    await world.run(rows.map((row, at) => (at === 0 ? row : row.with(1, ''))));
    const personId = (await world.find('p5'))?.personId;
    expect(await world.run(rows)).toMatchObject({ changed: 90, joined: 0 });
    const after = await world.find('p5');
    expect(after?.personId).toBe(personId);
    expect(await world.personKeys.get(aadKey(after?.aadObjectId ?? ''))).toBe(personId);
  });

  it('gets a new user name is the same person by the object id', async () => {
    const before = await world.find('p5');
    await world.run(withCell('p5', 'Brukernavn', 'kari.ny@fjordvik.kommune.no'));
    expect((await world.find('kari.ny'))?.personId).toBe(before?.personId);
  });

  it('answers for something, or need not take a module, does so until the file says otherwise', async () => {
    const withLists = (posts: string, modules: string) =>
      rows.map((row, at) => {
        if (at === 0) return [...row, 'Fagansvar for', 'Fritatt for'];
        return [...row, ...(row[0]?.startsWith('p5@') ? [posts, modules] : ['', ''])];
      });
    const given = { answersFor: ['kommuneoverlege'], exemptFrom: ['meldeplikt'] };
    expect(await world.run(withLists('kommuneoverlege', 'meldeplikt'))).toMatchObject({ changed: 1, same: 89 });
    expect(await world.find('p5')).toMatchObject(given);
    // A file without the columns says nothing about it.
    expect(await world.run(rows)).toMatchObject({ ...counts, same: 90 });
    expect(await world.find('p5')).toMatchObject(given);
    expect(await world.run(withLists('', ''))).toMatchObject({ changed: 1 });
    expect(await world.find('p5')).not.toHaveProperty('answersFor');
    expect(await world.find('p5')).not.toHaveProperty('exemptFrom');
  });

  it('has a profile until the file says otherwise, and no right by it', async () => {
    const before = await world.find('p5');
    expect(before).toMatchObject({ profiles: ['laerer'] });
    await world.run(withCell('p5', 'Stilling', 'Verneombud'));
    expect(await world.find('p5')).toEqual({ ...before, profiles: ['verneombud'] });
    await world.run(rows.map((row) => row.toSpliced(10, 1)));
    expect(await world.find('p5')).toMatchObject({ profiles: ['verneombud'] });
    await world.run(withCell('p5', 'Stilling', ''));
    expect(await world.find('p5')).not.toHaveProperty('profiles');
  });

  it('has a mentor until the file names another or none', async () => {
    const withMentor = (mentor: string) =>
      rows.map((row, at) => [...row, at === 0 ? 'Fadder' : row[0]?.startsWith('p5@') ? mentor : '']);
    await world.run(withMentor('p6@fjordvik.kommune.no'));
    expect(await world.find('p5')).toMatchObject({ mentorKey: upnKey('p6@fjordvik.kommune.no') });
    expect(await world.run(rows)).toMatchObject({ ...counts, same: 90 });
    await world.run(withMentor(''));
    expect(await world.find('p5')).not.toHaveProperty('mentorKey');
  });

  it('has a mentor, a module or a post that nobody knows is told by the row, and read as before', async () => {
    const columns = ['Fadder', 'Fritatt for', 'Fagansvar for'];
    const withNames = (names: readonly string[]) =>
      rows.map((row, at) => [...row, ...(at === 0 ? columns : row[0]?.startsWith('p5@') ? names : ['', '', ''])]);
    const known = { modules: new Set(['meldeplikt']), posts: new Set(['ppt-leder']) };
    const run = (names: readonly string[]) =>
      importRoster({ ...world.needs, known }, withNames(names), 'apply', today, now);
    expect(await run(['p6@fjordvik.kommune.no', 'meldeplikt', 'PPT-leder'])).toMatchObject({ noted: 0, changed: 1 });
    const wrong = await run(['p666@fjordvik.kommune.no', 'meldeplikt, melding', 'PPT-leder; rektor']);
    expect(wrong).toMatchObject({ noted: 3, refused: 0, changed: 1 });
    expect(wrong.problems.map(({ row, header: h, problem }) => [row, h, problem])).toEqual([
      [7, 'Fadder', 'unknown-mentor'],
      [7, 'Fritatt for', 'unknown-module'],
      [7, 'Fagansvar for', 'unknown-post'],
    ]);
  });

  it('is refused is told before all notes, which may be many', async () => {
    const noted = withCell('p80', 'Startdato', 'x').map((row, at) => [...row, at === 0 ? 'Fadder' : 'nn@nn.no']);
    const known = { modules: new Set<string>(), posts: new Set<string>() };
    const { problems } = await importRoster({ ...world.needs, known }, noted, 'try', today, now);
    expect(problems).toHaveLength(50);
    expect(problems[0]).toMatchObject({ row: 82, problem: 'not-a-date' });
  });

  it('keeps what was arranged in the chat, and leads the unit meanwhile, whatever the file says', async () => {
    const before = await world.find('p5');
    const personId = before?.personId ?? '';
    const at = new Date('2026-11-20T09:00:00Z');
    const given: Partial<Person> = {
      arrangements: [{ arrangement: 'exempt', moduleId: 'meldeplikt', reason: 'agreed', by: 'siv', at }],
      delegated: [{ unitId: 'followed', until: '2026-12-18', at, by: 'siv' }],
    };
    const stored = await world.people.get(personId, profileRow);
    const after = { ...(stored?.value ?? aPerson(personId)), ...given };
    await world.people.commit({ personId, writes: [replaceRow(profileRow, after, stored?.etag ?? '')] });
    await world.units.createLeader(personId, 'followed');
    expect(await world.run(rows)).toMatchObject({ ...counts, same: 90 });
    await world.run(withCell('p5', 'Brukernavn', 'kari.ny@fjordvik.kommune.no'));
    expect(await world.find('kari.ny')).toMatchObject(given);
    expect(await toArray(world.units.listLeaders())).toContain(personId);
  });

  it('was given a unit to follow in the chat leads it again after having been out of the file for a day', async () => {
    const stored = await world.people.get((await world.find('p5'))?.personId ?? '', profileRow);
    if (!stored) throw new Error('p5 is gone');
    const { personId } = stored.value;
    const delegated = [{ unitId: 'followed', until: '2026-12-18', at: now, by: 'siv' }] as const;
    const after = { ...stored.value, delegated: [...delegated] };
    await world.people.commit({ personId, writes: [replaceRow(profileRow, after, stored.etag)] });
    await world.units.createLeader(personId, 'followed');
    await world.run(without('p5'));
    expect(await toArray(world.units.listLeaders())).not.toContain(personId);
    await world.run(rows);
    expect(await toArray(world.units.listLeaders())).toContain(personId);
  });

  it('has the user name of one and the object id of another changes neither of them', async () => {
    const other = rows[7]?.[1] ?? '';
    const mixed = withCell('p5', 'Entra-id', other).filter(([upn = '']) => !upn.startsWith('p6@'));
    expect(await world.run(mixed)).toMatchObject({ outcome: 'applied', left: 0, refused: 1 });
    expect((await world.find('p6'))?.aadObjectId).toBe(other);
  });
});

describe('a user name that somebody else gets', () => {
  const newId = '00000000-0000-4000-8000-00000000ffff';
  const nameOf = (name: string) => `${name}@fjordvik.kommune.no`;
  const renamed = withCell('p5', 'Brukernavn', nameOf('kari.ny'));
  /** The newcomer, in the place of whoever had the name. */
  const newcomer = (rows.find(([upn]) => upn === nameOf('p5')) ?? []).with(1, newId);
  beforeEach(async () => {
    await world.run(rows);
  });

  async function expectTwoPeople(before: string | undefined): Promise<void> {
    const [old, fresh] = [await world.find('kari.ny'), await world.find('p5')];
    expect(old?.personId).toBe(before);
    expect(fresh?.personId).not.toBe(before);
    expect(await world.personKeys.get(aadKey(newId))).toBe(fresh?.personId);
    expect(await world.personKeys.get(aadKey(old?.aadObjectId ?? ''))).toBe(before);
  }

  it('while whoever had it is in no row is refused: it may be the same person with a new account', async () => {
    const before = await world.find('p5');
    expect(await world.run(withCell('p5', 'Entra-id', newId))).toMatchObject({
      ...{ ...counts, outcome: 'applied', refused: 1, same: 89 },
      problems: [{ column: 'upn', problem: 'name-of-another', severity: 'refused' }],
    });
    expect(await world.find('p5')).toEqual(before);
    expect(await world.personKeys.get(aadKey(newId))).toBeUndefined();
  });

  it('after whoever had it has left is the newcomer’s, and nobody is refused', async () => {
    const before = (await world.find('p5'))?.personId ?? '';
    await world.run(without('p5'));
    expect(await world.run(withCell('p5', 'Entra-id', newId))).toMatchObject({
      outcome: 'applied',
      joined: 1,
      refused: 0,
    });
    expect((await world.find('p5'))?.personId).not.toBe(before);
    expect(await world.personKeys.get(aadKey(newId))).toBe((await world.find('p5'))?.personId);
    expect((await world.people.get(before, profileRow))?.value).not.toHaveProperty('upnKey');
    expect(await world.run(withCell('p5', 'Entra-id', newId))).toMatchObject({ ...counts, same: 90 });
  });

  it('in the file in which it was changed is the newcomer’s, and both are in', async () => {
    const before = (await world.find('p5'))?.personId;
    expect(await world.run([...renamed, newcomer])).toMatchObject({ outcome: 'applied', joined: 1, changed: 1 });
    await expectTwoPeople(before);
    expect(await world.run([...renamed, newcomer])).toMatchObject({ ...counts, same: 91 });
  });

  it('in a later file than the one in which it was changed is the newcomer’s', async () => {
    const before = (await world.find('p5'))?.personId;
    await world.run(renamed);
    expect(await world.find('p5')).toBeUndefined();
    expect(await world.run([...renamed, newcomer])).toMatchObject({ outcome: 'applied', joined: 1, changed: 0 });
    await expectTwoPeople(before);
    expect(await world.run([...renamed, newcomer])).toMatchObject({ ...counts, same: 91 });
  });

  it('is exchanged between two in one file', async () => {
    const [five, six] = [await world.find('p5'), await world.find('p6')];
    const other = { [nameOf('p5')]: nameOf('p6'), [nameOf('p6')]: nameOf('p5') };
    const exchanged = rows.map((row) => row.with(0, other[row[0] ?? ''] ?? row[0] ?? ''));
    expect(await world.run(exchanged)).toMatchObject({ outcome: 'applied', changed: 2 });
    expect((await world.find('p6'))?.personId).toBe(five?.personId);
    expect((await world.find('p5'))?.personId).toBe(six?.personId);
  });

  it('whose key names somebody still is not taken from them', async () => {
    const before = await world.find('p5');
    await world.personKeys.create(upnKey(nameOf('kari')), before?.personId ?? '');
    expect(await world.run([...rows, newcomer.with(0, nameOf('kari'))])).toMatchObject({
      outcome: 'partly',
      joined: 1,
    });
    expect(await world.find('p5')).toEqual(before);
    expect(await world.personKeys.get(aadKey(newId))).toBeUndefined();
  });
});

describe('a column that rights depend on', () => {
  let seconds = 0;
  const run = (list: readonly (readonly string[])[], mode: ImportMode = 'apply', rules = rosterRules) => {
    seconds += 1;
    return importRoster({ ...world.needs, rules }, list, mode, today, new Date(now.getTime() + seconds * 1_000));
  };
  const place = (column: string) => header.indexOf(column);
  const renamed = (column: string, from = rows) =>
    from.map((row, at) => (at === 0 ? row.with(place(column), 'X') : row));
  const toldOf = ({ outcome, problems }: RosterRun) => [
    outcome,
    ...problems.map((each) => `${each.row} ${each.header} ${each.problem}`),
  ];

  it('and that is gone from the header changes nobody, until somebody has said yes', async () => {
    await run(withCell('p5', 'Stilling', 'BTI-koordinator'));
    const before = await world.snapshot();
    for (const [column, called] of [
      ['Stilling', 'Rolle'],
      ['Nærmeste leder', 'Leder'],
    ] as const) {
      expect(toldOf(await run(renamed(column), 'try'))).toEqual(['tried', `1 ${called} no-column`]);
      expect(toldOf(await run(renamed(column)))).toEqual(['fewer-columns', `1 ${called} no-column`]);
    }
    expect(await world.snapshot()).toEqual(before);
    expect(await run(renamed('Nærmeste leder'), 'apply-also-many-leaving')).toMatchObject({
      outcome: 'fewer-columns',
    });
    expect(await run(renamed('Nærmeste leder'), 'apply-also-fewer-columns')).toMatchObject({
      outcome: 'applied',
    });
    expect(await world.find('p0')).toMatchObject({ leads: [] });
    expect(toldOf(await run(renamed('Nærmeste leder')))).toEqual(['applied']);
  });

  it('and that is empty in every row changes nobody either, but for what may be told of nobody', async () => {
    const ended = withCell('p5', 'Sluttdato', '30.06.2027');
    await run(ended);
    const emptied = (column: string) => ended.map((row, at) => (at === 0 ? row : row.with(place(column), '')));
    expect(toldOf(await run(emptied('Nærmeste leder')))).toEqual(['fewer-columns', '1 Nærmeste leder empty-column']);
    expect(await world.find('p0')).toMatchObject({ leads: ['e0'] });
    expect(toldOf(await run(emptied('Sluttdato')))).toEqual(['applied']);
    expect(await run(emptied('Nærmeste leder'), 'apply-also-fewer-columns')).toMatchObject({ outcome: 'applied' });
  });

  it('by telling which staff are guests changes nobody by being gone, or by being empty', async () => {
    const rules = { ...rosterRules, guestUnits: ['P 1'] };
    const apply = (list: readonly (readonly string[])[]) => run(list, 'apply', rules);
    const guest = withCell('p5', 'Enhetskode', 'P1-A').map((row, at) =>
      at === 6 ? row.with(place('Overordnet enhetskode'), 'P 1') : row,
    );
    await apply(guest);
    const before = await world.snapshot();
    const parent = 'Overordnet enhetskode';
    expect(toldOf(await apply(renamed(parent, guest)))).toEqual(['fewer-columns', `1 ${parent} no-column`]);
    const emptied = guest.map((row, at) => (at === 0 ? row : row.with(place(parent), '')));
    expect(toldOf(await apply(emptied))).toEqual(['fewer-columns', `1 ${parent} empty-column`]);
    expect(await world.snapshot()).toEqual(before);
  });

  it('by saying how long somebody stands in for a leader changes nobody by being gone', async () => {
    const until = (column: string) =>
      rows.map((row, at) => [
        ...row,
        ...(at === 0 ? ['Stedfortreder for', column] : at === 6 ? ['E1', '31.12.2026'] : ['', '']),
      ]);
    await run(until('Stedfortreder til'));
    expect(await run(until('X'))).toMatchObject({ outcome: 'fewer-columns' });
    expect(await world.find('p5')).toMatchObject({ actsFor: [{ unitId: 'e1', until: '2026-12-31' }] });
  });

  it('makes nobody employed again who has left, by being gone', async () => {
    const ended = withCell('p5', 'Sluttdato', '31.10.2026');
    await run(rows);
    await run(ended);
    expect(toldOf(await run(renamed('Sluttdato', ended)))).toEqual(['fewer-columns', '1 Sluttdato no-column']);
    expect(await world.find('p5')).toMatchObject({ endsOn: '2026-10-31' });
  });

  it('is asked for before the first list too, when somebody has what it tells', async () => {
    const stored = [
      aPerson('Unn', { personId: 'unn', unitId: 'e0', roles: ['employee', 'coordinator'] }),
      aPerson('Lise', { personId: 'lise', unitId: 'e0', roles: ['employee', 'leader'], leads: ['e0'] }),
      aPerson('Siv', {
        personId: 'siv',
        unitId: 'e0',
        endsOn: '2027-06-30',
        actsFor: [{ unitId: 'e0', until: '2026-12-31' }],
      }),
    ];
    for (const person of stored) {
      await world.units.createMember('e0', person.personId);
      await world.people.commit({ personId: person.personId, writes: [createRow(profileRow, person)] });
    }
    const bare = ['Stilling', 'Nærmeste leder', 'Sluttdato'].reduce((all, column) => renamed(column, all), rows);
    const told = toldOf(await run(bare));
    expect(told).toEqual([
      'fewer-columns',
      ...['Rolle', 'Leder', 'Stedfortreder for', 'Sluttdato'].map((each) => `1 ${each} no-column`),
    ]);
  });

  it('is missed by nobody in a list that never had it, or nothing in it, whoever leaves and comes back', async () => {
    const bare = renamed('Sluttdato');
    await run(rows);
    expect(toldOf(await run(bare))).toEqual(['applied']);
    await run(bare.filter(([upn = '']) => !upn.startsWith('p5@')));
    expect(await world.find('p5')).toMatchObject({ endsOn: '2026-11-22' });
    expect(toldOf(await run(bare))).toEqual(['applied']);
    expect(await world.find('p5')).not.toHaveProperty('endsOn');
  });

  it('is asked for together with how many leave', async () => {
    await run(rows);
    const half = renamed('Nærmeste leder').slice(0, 46);
    for (const mode of ['apply', 'apply-also-many-leaving'] as const)
      expect(await run(half, mode)).toMatchObject({ outcome: 'fewer-columns' });
    expect(await run(half, 'apply-also-fewer-columns')).toMatchObject({ outcome: 'stopped' });
    expect(await run(half, 'apply-also-both')).toMatchObject({ outcome: 'applied', left: 45 });
  });
});

describe('a column that says where and how somebody works', () => {
  const areaLeader = 'sjef';
  /** An area with staff of its own, one without, and somebody who leads both. */
  const withAreas = withHead(rows).map((row, at) => [
    ...(row[4] === 'E2' ? row.with(6, 'O9') : row),
    ...(at === 0 ? ['Leder for', 'Kompetansenivå'] : row[0]?.startsWith(areaLeader) ? ['O0, O9', '2'] : ['', '']),
  ]);
  const withoutColumns = (...names: string[]) =>
    withAreas.map((row, at) => (at === 0 ? row.map((name) => (names.includes(name) ? 'X' : name)) : row));

  it.each([
    ['Tjeneste'],
    ['Enhet'],
    ['Kompetansenivå'],
    ['Overordnet enhetskode'],
    ['Tjeneste', 'Enhet', 'Kompetansenivå', 'Overordnet enhetskode'],
  ])('changes nothing of people and units by being gone: %s', async (...names) => {
    await world.run(withAreas);
    expect(await world.find(areaLeader)).toMatchObject({ leads: ['o0', 'o9'], competenceLevel: 2 });
    const before = await world.snapshot();
    expect(await world.run(withoutColumns(...names), 'apply-also-fewer-columns')).toMatchObject({
      ...{ ...counts, outcome: 'applied', same: 91 },
    });
    expect(await world.snapshot()).toEqual(before);
    expect(await world.run(withAreas)).toMatchObject({ ...counts, same: 91 });
  });

  it('that is gone leaves who moves with the kind of service that was told, and who is new has that of the unit', async () => {
    await world.run(rows);
    const moved = withCell('p5', 'Enhetskode', 'E1').map((row, at) => row.with(7, at === 0 ? 'X' : ''));
    const newcomer = (moved[50] ?? []).with(0, 'ny@fjordvik.kommune.no').with(1, '');
    expect(await world.run([...moved, newcomer])).toMatchObject({ joined: 1, moved: 1 });
    expect(await world.find('p5')).toMatchObject({ unitId: 'e1', sector: 'kindergarten' });
    expect(await world.find('ny')).toMatchObject({ unitId: 'e1', sector: 'school' });
  });

  it('and is there takes away a level by an empty cell', async () => {
    await world.run(withAreas);
    await world.run(withAreas.map((row, at) => (at === 0 ? row : row.with(-1, ''))));
    expect(await world.find(areaLeader)).not.toHaveProperty('competenceLevel');
  });

  it.each(['', 'Vaktmester'])('and says "%s" of somebody leaves them with what the unit is', async (cell) => {
    await world.run(rows);
    const before = await world.find('p5');
    expect(await world.run(withCell('p5', 'Tjeneste', cell))).toMatchObject({ ...counts, same: 90 });
    expect(before).toMatchObject({ sector: 'kindergarten' });
    const empty = rows.map((row, at) => (at === 0 ? row : row.with(7, cell)));
    expect(await world.run(empty)).toMatchObject({ ...counts, same: 90 });
    expect(await world.units.getUnit('e0')).toMatchObject({ sector: 'kindergarten' });
    expect(await world.find('p5')).toEqual(before);
  });

  it('done twice is done once, in whatever order, and all is as before when it is back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const random = seededRandom(seed);
        const gone = ['Tjeneste', 'Enhet', 'Kompetansenivå', 'Overordnet enhetskode'].filter(() => random() < 0.5);
        const holes = withoutColumns(...gone).map((row, at) =>
          at > 0 && random() < 0.3 ? row.with(7, '').with(5, '') : row,
        );
        const [names = [], ...body] = holes;
        const shuffled = () => [names, ...body.toSorted(() => random() - 0.5)];
        const [once, other] = [open(), open()];
        for (const each of [once, other]) await each.run(withAreas);
        const before = await once.snapshot();
        await once.run(shuffled(), 'apply-also-fewer-columns');
        await other.run(shuffled(), 'apply-also-fewer-columns');
        const first = await once.snapshot();
        expect(await other.snapshot()).toEqual(first);
        expect(await once.run(shuffled(), 'apply-also-fewer-columns')).toMatchObject({ ...counts, same: 91 });
        expect(await once.snapshot()).toEqual(first);
        await once.run(withAreas);
        expect(await once.snapshot()).toEqual(before);
      }),
      { seed: 20261123, numRuns: 10 },
    );
  });
});

describe('the rights of a second position', () => {
  const second = (name: string, title: string, from = '01.01.2024') =>
    rows
      .filter(([upn = '']) => upn.startsWith(`${name}@`))
      .map((row) => row.with(4, 'E1').with(8, from).with(10, title).with(11, ''));

  it('come beside those of the first, and go with it', async () => {
    const teacher = withCell('p5', 'Startdato', '01.01.2015');
    await world.run(teacher);
    const before = await world.find('p5');
    const coordinator = [...teacher, ...second('p5', 'BTI-koordinator')];
    expect(await world.run(coordinator)).toMatchObject({ outcome: 'applied', changed: 1, moved: 0 });
    expect(await world.find('p5')).toMatchObject({
      ...{ unitId: 'e0', sector: 'kindergarten', profiles: ['laerer'], roles: ['employee', 'coordinator'] },
    });
    expect(await world.run(coordinator)).toMatchObject({ ...counts, same: 90 });
    await world.run(teacher);
    expect(await world.find('p5')).toEqual(before);
  });

  it('stay while a slip makes that row one that cannot be used, and go with it', async () => {
    const teacher = withCell('p5', 'Startdato', '01.01.2015');
    const coordinator = [...teacher, ...second('p5', 'BTI-koordinator')];
    await world.run(coordinator);
    const before = await world.find('p5');
    const slip = [...teacher, ...second('p5', 'BTI-koordinator', '1.1.24.')];
    expect(await world.run(slip)).toMatchObject({ refused: 1, changed: 0, same: 90 });
    expect(await world.find('p5')).toEqual(before);
    await world.run(teacher);
    expect(await world.find('p5')).toMatchObject({ roles: ['employee'] });
  });

  it('are the same done twice, in whatever order, and gone when the rows are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const random = seededRandom(seed);
        const [names = [], ...body] = rows.slice(0, 31).map((row, at) => (at === 0 ? row : row.with(8, '01.01.2015')));
        const titles = ['BTI-koordinator', 'Fadder', 'Lærer', 'Systemansvarlig'];
        const more = body.flatMap(([upn = '']) =>
          titles.flatMap((title) => (random() < 0.3 ? second(upn.split('@')[0] ?? '', title) : [])),
        );
        const shuffled = () => [names, ...[...body, ...more].toSorted(() => random() - 0.5)];
        const [once, other] = [open(), open()];
        await once.run([names, ...body]);
        const before = (await once.snapshot()).people.map((text) => ({ ...JSON.parse(text), memberships: [] }));
        await once.run(shuffled());
        await other.run([names, ...body]);
        await other.run(shuffled());
        const first = await once.snapshot();
        const coordinators = more.filter((row) => row[10] === 'BTI-koordinator');
        expect(first.people.filter((text) => text.includes('coordinator'))).toHaveLength(coordinators.length);
        expect(await other.snapshot()).toEqual(first);
        expect(await once.run(shuffled())).toMatchObject({ ...counts, same: 30 });
        expect(await once.snapshot()).toEqual(first);
        await once.run([names, ...body]);
        const after = (await once.snapshot()).people.map((text) => ({ ...JSON.parse(text), memberships: [] }));
        expect(after).toEqual(before);
      }),
      { seed: 20261123, numRuns: 10 },
    );
  });
});

describe('more than ten in a hundred leaving', () => {
  it('stops the import until somebody has said yes, also of a file cut in half', async () => {
    await world.run(rows);
    const half = rows.slice(0, 46);
    expect(await world.run(half)).toMatchObject({ outcome: 'stopped', left: 45 });
    expect(await world.find('p80')).not.toHaveProperty('endsOn');
    expect(await world.run(half, 'apply-also-many-leaving')).toMatchObject({ outcome: 'applied', left: 45 });
    expect(await world.find('p80')).toHaveProperty('endsOn');
  });

  it('is not nine of ninety', async () => {
    await world.run(rows);
    expect(await world.run(rows.slice(0, 82))).toMatchObject({ outcome: 'applied', left: 9 });
  });

  describe('by a last day that everybody’s row has', () => {
    const withEnd = (ends: string, ...names: string[]) =>
      rows.map((row, at) => {
        const isMeant = at > 0 && (names.length === 0 || names.some((name) => row[0]?.startsWith(`${name}@`)));
        return isMeant ? row.with(header.indexOf('Sluttdato'), ends) : row;
      });
    const ten = Array.from({ length: 10 }, (_, at) => `p${at}`);
    beforeEach(async () => {
      await world.run(rows);
    });

    it.each(['22.11.2026', '23.11.2026', '24.11.2026', '24.12.2026'])(
      '%s stops the import too, and is counted as leaving',
      async (ends) => {
        expect(await world.run(withEnd(ends))).toMatchObject({ outcome: 'stopped', left: 90, changed: 0, same: 0 });
        expect(await world.find('p80')).not.toHaveProperty('endsOn');
        expect(await world.run(withEnd(ends), 'apply-also-many-leaving')).toMatchObject({
          outcome: 'applied',
          left: 90,
        });
        expect(await world.find('p80')).toHaveProperty('endsOn');
      },
    );

    it('stops it together with those who are in no row, and at one more than ten in a hundred', async () => {
      expect(await world.run(withEnd('22.11.2026', ...ten))).toMatchObject({ outcome: 'stopped', left: 10 });
      const gone = withEnd('22.11.2026', ...ten.slice(0, 5)).filter(([upn = '']) => !/^p[5-9]@/.test(upn));
      expect(await world.run(gone)).toMatchObject({ outcome: 'stopped', left: 10, changed: 0 });
      expect(await world.run(withEnd('22.11.2026', ...ten.slice(1)))).toMatchObject({ outcome: 'applied', left: 9 });
    });

    it('is no leaving when it is more than a month away, or was told before', async () => {
      expect(await world.run(withEnd('25.12.2026'))).toMatchObject({ outcome: 'applied', left: 0, changed: 90 });
      expect(await world.run(withEnd('25.12.2026'), 'apply', '2026-12-20')).toMatchObject({ left: 0, same: 90 });
      expect(await world.run(withEnd('25.12.2026'), 'apply', '2026-12-26')).toMatchObject({ left: 0, same: 90 });
    });

    it('is no leaving when it is later than the one before', async () => {
      await world.run(withEnd('24.11.2026'), 'apply-also-many-leaving');
      expect(await world.run(withEnd('30.11.2026'))).toMatchObject({ outcome: 'applied', left: 0, changed: 90 });
    });
  });
});

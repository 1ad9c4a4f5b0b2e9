import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { completeInGroup } from '../../../src/features/groups/complete-in-group.ts';
import { isEmployed, type Person } from '../../../src/features/people/person.ts';
import { aadKey, upnKey } from '../../../src/features/people/person-key-store.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, type PersonChange, replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import { introTickRow } from '../../../src/features/progress/intro-tick.ts';
import { doneRow, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { readModuleProgress } from '../../../src/features/progress/read-module-progress.ts';
import { importRoster } from '../../../src/features/use-cases/import-roster.ts';
import { joinByUserName } from '../../../src/features/use-cases/join-by-user-name.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { header, rosterRows } from '../../support/roster-file.ts';
import { rosterRules } from '../people/roster-rules.ts';

const today: LocalDate = '2026-11-23';
const now = new Date('2026-11-23T10:00:00Z');
const nextDay = { today: '2026-11-24', now: new Date('2026-11-24T10:00:00Z') } as const;
const account = '00000000-0000-4000-8000-00000000aaaa';
const otherAccount = '00000000-0000-4000-8000-00000000bbbb';
const nameOf = (name: string) => `${name}@fjordvik.kommune.no`;

type Cells = Partial<Record<(typeof header)[number], string>>;
const aRow = (name: string, cells: Cells = {}): string[] => {
  const base: Cells = {
    Brukernavn: nameOf(name),
    Fornavn: 'Kari',
    Etternavn: 'Lund',
    Enhetskode: 'E0',
    Enhet: 'Enhet 0',
  };
  const all: Cells = { ...base, Tjeneste: 'Skole', Startdato: '01.08.2024', Stilling: 'Lærer', ...cells };
  return header.map((column) => all[column] ?? '');
};
/** Enough others that one who leaves is not too many. */
const others = rosterRows(40)
  .slice(1)
  .map((row) => row.with(1, ''));
const fileOf = (...rows: string[][]) => [header, ...others, ...rows];
const kari = aRow('kari');
const kariRenamed = aRow('kari.ny');
const berit = aRow('kari', { Fornavn: 'Berit', Etternavn: 'Ny', Stilling: 'Rektor', Startdato: '01.11.2026' });

const report = aModule('meldeplikt', { renewal: { months: 12, withinDays: 30 } });
const bot = { catalogue: aCatalogue([report]), calendar: { zone: 'Europe/Oslo' } } as const;

function open() {
  const stores = { ...memoryStores(), people: memoryPersonStore() };
  const needs = { ...stores, runs: stores.rosterRuns, rules: rosterRules };
  const run = (rows: readonly (readonly string[])[], day: { today: LocalDate; now: Date } = { today, now }) =>
    importRoster(needs, rows, 'apply', day.today, day.now);
  const joins = (name: string, aadObjectId = account, day: { today: LocalDate; now: Date } = { today, now }) =>
    joinByUserName({ ...stores, rules: bot }, { aadObjectId, userName: nameOf(name) }, day);
  const get = async (personId: string | undefined): Promise<Person | undefined> =>
    personId === undefined ? undefined : (await stores.people.get(personId, profileRow))?.value;
  const find = async (name: string) => get(await stores.personKeys.get(upnKey(nameOf(name))));
  /** Who a turn of the account is from. */
  const actorOf = async (aadObjectId = account, on: LocalDate = today) => {
    const person = await get(await stores.personKeys.get(aadKey(aadObjectId)));
    return person && isEmployed(person, on) ? person : undefined;
  };
  return { ...stores, needs, run, joins, get, find, actorOf };
}
let world: ReturnType<typeof open>;
beforeEach(async () => {
  world = open();
  await world.run(fileOf(kari));
  await world.joins('kari');
});

const started = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, startedAt: now, position: 2, answers: {} };
async function begins(personId: string): Promise<void> {
  await world.people.commit({ personId, writes: [createRow(progressRow, { state: 'started', ...started })] });
}
const hasBegun = async (personId: string) => (await toArray(world.people.list(personId, progressRow))).length > 0;

describe('a user name that somebody else gets, in a list without object ids', () => {
  test('does not make the account that had it the newcomer', async () => {
    const before = await world.find('kari');
    await begins(before?.personId ?? '');
    expect(await world.run(fileOf(kariRenamed, berit))).toMatchObject({ outcome: 'applied', joined: 2, left: 1 });
    const fresh = await world.find('kari');
    expect(fresh).toMatchObject({ displayName: 'Berit Ny', roles: ['employee', 'leader'] });
    expect(fresh?.personId).not.toBe(before?.personId);
    expect(fresh).not.toHaveProperty('aadObjectId');
    expect(await hasBegun(fresh?.personId ?? '')).toBe(false);
    expect(await world.actorOf()).toBeUndefined();
    expect(await world.run(fileOf(kariRenamed, berit))).toMatchObject({ joined: 0, changed: 0, left: 0, same: 42 });
  });

  test('is the newcomer’s own at the first contact, and whoever had it goes on as before under the new one', async () => {
    const before = await world.find('kari');
    await begins(before?.personId ?? '');
    await world.run(fileOf(kariRenamed, berit));
    expect(await world.joins('kari.ny')).toBe('joined');
    expect(await world.joins('kari', otherAccount)).toBe('joined');
    expect(await world.actorOf()).toMatchObject({ personId: before?.personId, displayName: 'Kari Lund' });
    expect(await world.actorOf(otherAccount)).toMatchObject({ displayName: 'Berit Ny' });
    expect(await hasBegun(before?.personId ?? '')).toBe(true);
  });

  test('is not claimed by the account that had it, whose name Teams may still say for a while', async () => {
    await world.run(fileOf(kariRenamed, berit));
    expect(await world.joins('kari')).toBe('nobody');
    expect(await world.actorOf()).toBeUndefined();
    expect(await world.find('kari')).not.toHaveProperty('aadObjectId');
  });

  test('is a newcomer’s too where only the given name is the same, when the newcomer began later', async () => {
    const before = await world.find('kari');
    await world.run(fileOf(aRow('kari', { Etternavn: 'Berg', Startdato: '01.11.2026' })));
    expect((await world.find('kari'))?.personId).not.toBe(before?.personId);
    expect(await world.actorOf()).toBeUndefined();
  });

  test('is not a newcomer’s when somebody in a next contract gets another surname long after it began', async () => {
    const before = await world.find('kari');
    const next = { Startdato: '01.01.2027' };
    await world.run(fileOf(aRow('kari', next)), { today: '2027-01-04', now: new Date('2027-01-04T10:00:00Z') });
    const married = aRow('kari', { ...next, Etternavn: 'Hansen' });
    await world.run(fileOf(married), { today: '2027-07-05', now: new Date('2027-07-05T10:00:00Z') });
    expect(await world.find('kari')).toMatchObject({
      ...{ personId: before?.personId, displayName: 'Kari Hansen', employedOn: '2024-08-01' },
    });
  });

  test('after having left long ago is free', async () => {
    const before = await world.find('kari');
    await world.run(fileOf());
    expect(await world.find('kari')).toMatchObject({ endsOn: '2026-11-22' });
    expect(await world.run(fileOf(berit), nextDay)).toMatchObject({ joined: 1, refused: 0 });
    expect(await world.find('kari')).toMatchObject({ displayName: 'Berit Ny' });
    expect(await world.get(before?.personId)).toMatchObject({ displayName: 'Kari Lund', endsOn: '2026-11-22' });
    expect(await world.run(fileOf(berit), nextDay)).toMatchObject({ joined: 0, changed: 0, left: 0, same: 41 });
  });
});

describe('somebody who', () => {
  test('comes back under the same name is the same person', async () => {
    const before = await world.find('kari');
    await world.run(fileOf());
    await world.run(fileOf(aRow('kari', { Startdato: '24.11.2026' })), nextDay);
    expect(await world.actorOf(account, nextDay.today)).toMatchObject({ personId: before?.personId });
  });

  test('marries is asked about anew, and is the same person', async () => {
    const before = await world.find('kari');
    const married = fileOf(aRow('kari', { Etternavn: 'Berg' }));
    expect(await world.run(married)).toMatchObject({ changed: 1, joined: 0, left: 0 });
    expect(await world.actorOf()).toBeUndefined();
    expect(await world.joins('kari')).toBe('joined');
    expect(await world.actorOf()).toMatchObject({ personId: before?.personId, displayName: 'Kari Berg' });
    expect(await world.run(married)).toMatchObject({ changed: 0, same: 41 });
  });

  test('is written in another order stays who the account is', async () => {
    await world.run(fileOf(aRow('kari', { Fornavn: 'Lund', Etternavn: 'Kari' })));
    expect(await world.actorOf()).toMatchObject({ displayName: 'Lund Kari' });
  });

  test('claims while the import gives the person another account keeps the import from making two of one', async () => {
    const withOther = fileOf(aRow('p.new'));
    await world.run([...withOther, kari]);
    const late = {
      ...world.personKeys,
      async create(key: string, personId: string) {
        await world.personKeys.create(key, personId);
        if (key === aadKey(otherAccount)) await world.joins('p.new', '00000000-0000-4000-8000-00000000cccc');
      },
    };
    const rows = [...fileOf(aRow('p.new', { 'Entra-id': otherAccount })), kari];
    expect(await importRoster({ ...world.needs, personKeys: late }, rows, 'apply', today, now)).toMatchObject({
      outcome: 'partly',
    });
    expect(await world.actorOf(otherAccount)).toBeUndefined();
    expect(await world.actorOf('00000000-0000-4000-8000-00000000cccc')).toMatchObject({ displayName: 'Kari Lund' });
  });
});

describe('an account whose user name was changed', () => {
  beforeEach(async () => {
    await begins((await world.find('kari'))?.personId ?? '');
    await world.run(fileOf(aRow('kari.ny', { Etternavn: 'Berg', Stilling: 'Rektor', Enhetskode: 'E9', Enhet: 'Ny' })));
  });

  test('is the same person with the new row, in its unit, and the newcomer’s profile has ended', async () => {
    const [former, newcomer] = [await world.personKeys.get(aadKey(account)), await world.find('kari.ny')];
    expect(await world.joins('kari.ny')).toBe('joined');
    const after = await world.actorOf();
    expect(after).toMatchObject({ personId: former, displayName: 'Kari Berg', unitId: 'e9', aadObjectId: account });
    expect(after?.upnKey).toBe(upnKey(nameOf('kari.ny')));
    expect(await world.personKeys.get(upnKey(nameOf('kari.ny')))).toBe(former);
    expect(await toArray(world.units.listMembers('e9'))).toContain(former);
    expect(await hasBegun(former ?? '')).toBe(true);
    const gone = await world.get(newcomer?.personId);
    expect(gone).toMatchObject({ endsOn: '2026-11-22' });
    expect(gone).not.toHaveProperty('upnKey');
  });

  test('keeps what was ticked in the introduction, also what was ticked for the newcomer meanwhile', async () => {
    const [former = '', newcomer] = [await world.personKeys.get(aadKey(account)), await world.find('kari.ny')];
    const ticked = (personId: string, stepId: string, by: string) =>
      world.people.commit({ personId, writes: [createRow(introTickRow, { stepId, at: now, by, as: 'leader' })] });
    await ticked(former, 'keys', 'leader-before');
    await ticked(newcomer?.personId ?? '', 'keys', 'leader-now');
    await ticked(newcomer?.personId ?? '', 'rounds', 'leader-now');
    await world.joins('kari.ny');
    const ticks = (await toArray(world.people.list(former, introTickRow))).map(({ value }) => value);
    expect(ticks.map(({ stepId, by }) => [stepId, by])).toEqual([
      ['keys', 'leader-before'],
      ['rounds', 'leader-now'],
    ]);
  });

  describe('and for whose newcomer the leader has ticked a meeting meanwhile', () => {
    const meeting = { moduleId: 'meldeplikt', moduleVersion: 1, startedAt: now, completedAt: now, tickedBy: 'rektor' };
    const wasThere = async () =>
      completeInGroup(
        { people: world.people, zone: 'Europe/Oslo' },
        (await world.find('kari.ny'))?.personId ?? '',
        meeting,
      );
    const proofsOf = async (personId: string) =>
      (await toArray(world.people.list(personId, doneRow))).map(({ value }) => value);

    test('has done the module that was under way, with the proof, by the words of the leader', async () => {
      await wasThere();
      const former = await world.personKeys.get(aadKey(account));
      await world.joins('kari.ny');
      expect((await readModuleProgress(world.people, former ?? '', 'meldeplikt'))?.value).toMatchObject({
        ...{ state: 'completed', cycle: 1, completedAt: now, form: 'group', tickedBy: 'rektor' },
      });
      expect(await proofsOf(former ?? '')).toMatchObject([{ moduleId: 'meldeplikt', tickedBy: 'rektor' }]);
    });

    test.each([
      ['long ago has done it anew', '2025-12-10T09:00:00Z', 2],
      ['a short while ago has done it once', '2026-10-10T09:00:00Z', 1],
    ])('who did it %s', async (_, doneAt, times) => {
      await wasThere();
      const former = (await world.personKeys.get(aadKey(account))) ?? '';
      const zone = 'Europe/Oslo';
      await completeInGroup({ people: world.people, zone }, former, { ...meeting, completedAt: new Date(doneAt) });
      await world.joins('kari.ny');
      expect((await readModuleProgress(world.people, former, 'meldeplikt'))?.value.cycle).toBe(times);
      expect(await proofsOf(former)).toHaveLength(times);
    });

    test('has done it once, however often and at once it comes', async () => {
      await wasThere();
      const former = await world.personKeys.get(aadKey(account));
      await Promise.all([world.joins('kari.ny'), world.joins('kari.ny')]);
      expect(await proofsOf(former ?? '')).toHaveLength(1);
    });
  });

  test('is that person for the next import, which has nothing to do', async () => {
    await world.joins('kari.ny');
    const rows = fileOf(aRow('kari.ny', { Etternavn: 'Berg', Stilling: 'Rektor', Enhetskode: 'E9', Enhet: 'Ny' }));
    expect(await world.run(rows)).toMatchObject({ outcome: 'applied', joined: 0, changed: 0, left: 0, same: 41 });
  });

  test('is one person however often and at once it comes', async () => {
    const former = await world.personKeys.get(aadKey(account));
    const outcomes = await Promise.all([world.joins('kari.ny'), world.joins('kari.ny')]);
    expect(outcomes).toEqual(['joined', 'joined']);
    expect(await world.actorOf()).toMatchObject({ personId: former });
    expect(await world.personKeys.get(upnKey(nameOf('kari.ny')))).toBe(former);
  });

  test.each([1, 2, 3, 4, 5, 6, 7])(
    'broken off at write %i is one person after the next contact and import',
    async (at) => {
      const former = await world.personKeys.get(aadKey(account));
      let writes = 0;
      const dies =
        <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> => {
          writes += 1;
          return writes >= at ? Promise.reject(new Failure('unavailable', 'the process died')) : write(...args);
        };
      const { people, personKeys, units } = world;
      const mortal = {
        rules: bot,
        people: { ...people, commit: dies((change: PersonChange) => people.commit(change)) },
        personKeys: { ...personKeys, create: dies(personKeys.create), delete: dies(personKeys.delete) },
        units: { ...units, createMember: dies(units.createMember), createLeader: dies(units.createLeader) },
      };
      const userName = nameOf('kari.ny');
      const broken = joinByUserName(mortal, { aadObjectId: account, userName }, { today, now });
      await broken.catch(() => undefined);
      // Whose account is somebody's is not asked about again.
      if (!(await world.actorOf())) await world.joins('kari.ny');
      const rows = fileOf(aRow('kari.ny', { Etternavn: 'Berg', Stilling: 'Rektor', Enhetskode: 'E9', Enhet: 'Ny' }));
      await world.run(rows);
      expect(await world.run(rows)).toMatchObject({ joined: 0, changed: 0, left: 0, same: 41 });
      expect(await world.actorOf()).toMatchObject({ personId: former, displayName: 'Kari Berg', unitId: 'e9' });
      expect(await world.personKeys.get(upnKey(nameOf('kari.ny')))).toBe(former);
      // A later change of the list finds the person and the key.
      expect(await world.run(fileOf(aRow('kari.ny', { Etternavn: 'Berg', Stilling: 'Lærer' })))).toMatchObject({
        ...{ outcome: 'applied', moved: 1, joined: 0 },
      });
    },
  );

  test('is found by the object id when the list comes to have it, whatever the name is', async () => {
    const former = await world.personKeys.get(aadKey(account));
    const row = aRow('kari.ny', { 'Entra-id': account, Fornavn: 'Anne', Etternavn: 'Moe' });
    expect(await world.run(fileOf(row), nextDay)).toMatchObject({ outcome: 'applied', refused: 0, left: 1 });
    expect(await world.actorOf(account, nextDay.today)).toMatchObject({ personId: former, displayName: 'Anne Moe' });
    expect(await world.find('kari.ny')).toMatchObject({ personId: former });
    expect(await world.run(fileOf(row), nextDay)).toMatchObject({ joined: 0, changed: 0, left: 0, same: 41 });
  });

  test('of somebody who still works here is who it was', async () => {
    const former = await world.personKeys.get(aadKey(account));
    const stored = await world.people.get(former ?? '', profileRow);
    if (!stored) throw new Error('nobody is there');
    const { endsOn: _, ...employed } = stored.value;
    await world.people.commit({ personId: employed.personId, writes: [replaceRow(profileRow, employed, stored.etag)] });
    expect(await world.joins('kari.ny')).toBe('nobody');
    expect(await world.find('kari.ny')).not.toHaveProperty('aadObjectId');
  });
});

test('who comes back under another user name is introduced by what was ticked for the newcomer, and not by what was before', async () => {
  const back = { Etternavn: 'Berg', Startdato: '01.12.2026' };
  await world.run(fileOf(aRow('kari.ny', back)));
  const [former = '', newcomer] = [await world.personKeys.get(aadKey(account)), await world.find('kari.ny')];
  const ticked = (personId: string, at: Date, by: string) =>
    world.people.commit({ personId, writes: [createRow(introTickRow, { stepId: 'keys', at, by, as: 'leader' })] });
  await ticked(former, new Date('2024-08-05T09:00:00Z'), 'leader-before');
  await ticked(newcomer?.personId ?? '', now, 'leader-now');
  await world.joins('kari.ny');
  const ticks = (await toArray(world.people.list(former, introTickRow))).map(({ value }) => value);
  expect(ticks).toMatchObject([{ stepId: 'keys', by: 'leader-now' }]);
});

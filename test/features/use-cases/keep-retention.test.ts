import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, instantOf, type LocalDate } from '../../../src/core/local-date.ts';
import { expiryRow } from '../../../src/features/credentials/tell-expiry.ts';
import { delegationRow } from '../../../src/features/digests/send-delegation.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { aadKey } from '../../../src/features/people/person-key-store.ts';
import { memberRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../../src/features/progress/progress-rows.ts';
import { pingRow } from '../../../src/features/reminders/ping-rows.ts';
import { dayRow, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { keepRetention } from '../../../src/features/use-cases/keep-retention.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { contentFolder } from '../../support/content-strings.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { memoryWorkQueue } from '../../support/memory-work-queue.ts';
import { addPerson, aLeader, aPerson } from '../../support/person-builder.ts';

const { pack } = await loadPack(contentFolder);
const { catalogue, calendar, reminderPolicy } = pack;
const rules = { catalogue, calendar, policy: reminderPolicy };
const retention = { afterLeavingDays: 10, messageDays: 60, meetingDays: 30, auditMonths: 3, requestDays: 30 };
const now = new Date('2026-11-23T03:00:00Z');
const today: LocalDate = '2026-11-23';
const old = new Date('2026-06-01T09:00:00Z');

function open() {
  const people = memoryPersonStore();
  const stores = { ...memoryStores(), people, queue: memoryWorkQueue() };
  const needs = { ...stores, due: stores.dues, rules, retention, telemetry: { record: () => undefined } };
  return { ...needs, run: (at = now) => keepRetention(needs, at) };
}
let stores: ReturnType<typeof open>;
async function openWithUnits(): Promise<void> {
  stores = open();
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  await stores.units.createUnit({ unitId: 'lia', name: 'Lia skole', sector: 'school' });
}
beforeEach(openWithUnits);

/** Somebody with a row of many kinds, an index entry of every kind, and hints. */
async function settled(person: Person): Promise<Person> {
  await addPerson(stores, person);
  const { personId } = person;
  for (const unitId of person.leads) await stores.units.createLeader(personId, unitId);
  await stores.personKeys.create(aadKey(person.aadObjectId ?? ''), personId);
  await stores.people.commit({ personId, writes: [createRow(memberRow, { unitId: 'lia', validFrom: '2020-01-01' })] });
  await stores.units.createMember('lia', personId);
  await scheduleReminders(stores, { ...person, endsOn: undefined }, rules, now);
  await setPing(stores, { ...person, endsOn: undefined }, '2026-12-04');
  return person;
}
const aadObjectId = '00000000-0000-4000-8000-000000000077';

/** The stores as a process has them that dies after so many writes. */
function dyingAfter(most: number): ReturnType<typeof open> {
  let writes = 0;
  const mortal =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      writes += 1;
      return writes > most ? Promise.reject(new Error('the process died')) : write(...args);
    };
  const { people, personKeys, units, due } = stores;
  return {
    ...stores,
    people: { ...people, commit: mortal(people.commit) },
    personKeys: { ...personKeys, delete: mortal(personKeys.delete) },
    units: { ...units, deleteMember: mortal(units.deleteMember), deleteLeader: mortal(units.deleteLeader) },
    due: { ...due, delete: mortal(due.delete) },
  };
}

describe('who has left', () => {
  it('is kept until the last day of the period, and then leaves nothing, in no table', async () => {
    const endsOn = addDays(today, -10);
    await settled(aLeader('siv', ['solbakken'], { endsOn, aadObjectId }));
    expect(await stores.run()).toMatchObject({ people: 0 });
    expect(stores.people.keys().has('siv')).toBe(true);
    const next = new Date(now.getTime() + 86_400_000);
    expect(await stores.run(next)).toMatchObject({ people: 1, broken: 0 });
    expect(stores.people.keys().has('siv')).toBe(false);
    expect(await stores.personKeys.get(aadKey(aadObjectId))).toBeUndefined();
    for (const unitId of ['solbakken', 'lia']) expect(await toArray(stores.units.listMembers(unitId))).toEqual([]);
    expect(await toArray(stores.units.listLeaders())).toEqual([]);
    expect(await toArray(stores.dues.list('2026-01-01', '2028-01-01'))).toEqual([]);
    expect(await stores.run(next)).toEqual({ people: 0, rows: 0, meetings: 0, months: 0, requests: 0, broken: 0 });
  });

  it('and whose last day was told of afterwards is kept for the period from then, since past days are told with them', async () => {
    await settled(aPerson('siv', { endsOn: addDays(today, -20), aadObjectId }));
    const toldOn = addDays(today, -10);
    const rows = [
      { unitId: 'lia', validFrom: '2026-01-01', knownAt: old },
      { unitId: 'lia', validFrom: toldOn, knownAt: instantOf(toldOn, '23:30', calendar.zone) },
    ] as const;
    await stores.people.commit({ personId: 'siv', writes: rows.map((row) => createRow(memberRow, row)) });
    expect(await stores.run()).toMatchObject({ people: 0 });
    expect(await stores.run(new Date(now.getTime() + 86_400_000))).toMatchObject({ people: 1 });
    expect(stores.people.keys().has('siv')).toBe(false);
  });

  it('and was cut off half-way is gone after the next night', async () => {
    await settled(aPerson('siv', { endsOn: '2026-01-01', aadObjectId }));
    const { units } = stores;
    const failing = {
      ...stores,
      units: { ...units, deleteMember: () => Promise.reject(new Error('the process died')) },
    };
    expect(await keepRetention(failing, now)).toMatchObject({ broken: 1 });
    expect(await toArray(units.listMembers('solbakken'))).toEqual(['siv']);
    await stores.run();
    expect(stores.people.keys().has('siv')).toBe(false);
  });

  it('and whose deletion died at any write leaves nothing after the next night', async () => {
    for (let writes = 0, isDone = false; !isDone; writes += 1) {
      await openWithUnits();
      await settled(aLeader('siv', ['solbakken'], { endsOn: '2026-01-01', aadObjectId }));
      const done = Array.from({ length: 120 }, (_, at) => new Date(old.getTime() + at));
      for (const completedAt of done) {
        const proof = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, completedAt };
        await stores.people.commit({ personId: 'siv', writes: [createRow(doneRow, proof)] });
      }
      isDone = (await keepRetention(dyingAfter(writes), now)).broken === 0;
      await stores.run();
      expect(stores.people.keys().has('siv')).toBe(false);
      expect(await stores.personKeys.get(aadKey(aadObjectId))).toBeUndefined();
      for (const unitId of ['solbakken', 'lia']) expect(await toArray(stores.units.listMembers(unitId))).toEqual([]);
      expect(await toArray(stores.units.listLeaders())).toEqual([]);
      expect(await toArray(stores.due.list('2026-01-01', '2028-01-01'))).toEqual([]);
    }
  });

  it('leaves the place of somebody who is coming in while it looks', async () => {
    await stores.units.createMember('lia', 'ny');
    const { people, units } = stores;
    const deleteMember = async (unitId: string, personId: string): Promise<void> => {
      await units.deleteMember(unitId, personId);
      const isThere = await people.get('ny', profileRow);
      if (!isThere)
        await people.commit({ personId, writes: [createRow(profileRow, aPerson('ny', { unitId: 'lia' }))] });
    };
    await keepRetention({ ...stores, units: { ...units, deleteMember } }, now);
    expect(await toArray(units.listMembers('lia'))).toEqual(['ny']);
  });

  it('keeps the key of somebody else who has it now', async () => {
    await settled(aPerson('siv', { endsOn: '2026-01-01', aadObjectId }));
    await stores.personKeys.delete(aadKey(aadObjectId));
    await stores.personKeys.create(aadKey(aadObjectId), 'kari');
    await stores.run();
    expect(await stores.personKeys.get(aadKey(aadObjectId))).toBe('kari');
  });

  it('leaves no place among the leaders, also none that the profile knows nothing of', async () => {
    await settled(aPerson('siv', { endsOn: '2026-01-01', aadObjectId }));
    await stores.units.createLeader('siv', 'lia');
    await stores.run();
    expect(await toArray(stores.units.listLeaders())).toEqual([]);
  });

  it('does not touch who works here, with or without a last day', async () => {
    await settled(aPerson('kari', { aadObjectId }));
    await stores.run();
    expect(stores.people.keys().get('kari')?.length).toBeGreaterThan(5);
  });
});

describe('to follow units for a leader who is away', () => {
  const given = { by: 'rektor', at: old } as const;
  const lapsed = { ...given, unitId: 'lia', until: addDays(today, -1) };
  const holds = { ...given, unitId: 'solbakken', until: today };

  it('goes when its last day has passed, with the place among the leaders, and not before', async () => {
    await addPerson(stores, aPerson('kari', { delegated: [lapsed, holds] }));
    for (const { unitId } of [lapsed, holds]) await stores.units.createLeader('kari', unitId);
    for (const _ of ['once', 'twice']) await stores.run();
    expect((await stores.people.get('kari', profileRow))?.value.delegated).toEqual([holds]);
    expect(await toArray(stores.units.listLed('kari'))).toEqual(['solbakken']);
  });

  it('is told of where it ends before its day, and only then', async () => {
    await addPerson(stores, aLeader('rektor', ['solbakken']));
    await addPerson(stores, aPerson('kari', { delegated: [lapsed, holds] }));
    await stores.run();
    expect(stores.queue.size()).toBe(0);
    await addPerson(
      stores,
      aPerson('ola', {
        delegated: [
          { ...holds, by: 'siv' },
          { ...holds, by: 'siv', unitId: 'lia' },
        ],
      }),
    );
    await stores.run();
    const told = (await stores.queue.receive(9)).map(({ text }) => JSON.parse(text));
    expect(told).toMatchObject([{ kind: 'delegation', personId: 'ola', leaderId: 'siv' }]);
  });

  it('keeps the place of a unit that is led or given anew', async () => {
    await addPerson(stores, aPerson('kari', { delegated: [lapsed, { ...lapsed, until: addDays(today, 3) }] }));
    await addPerson(stores, aLeader('siv', ['lia'], { delegated: [lapsed] }));
    for (const personId of ['kari', 'siv']) await stores.units.createLeader(personId, 'lia');
    await stores.run();
    expect(await toArray(stores.units.listLeaders())).toEqual(['kari', 'siv']);
  });
});

describe('old messages', () => {
  const reminder = {
    ...{ cycle: 1, class: 'nudge' as const, origin: 'step' as const, deadlineOn: '2026-06-01' as const, dueAt: old },
    ...{ doubtfulSends: 0, state: 'sent' as const, settledAt: old },
  };
  const day = { failures: 0, attempts: 1, state: 'rejected' as const, reason: 'blocked' };

  it('go when they are old enough, but a reminder of a module that is not done stays, so that it is not sent again', async () => {
    await addPerson(stores, aPerson('kari'));
    const completed = { moduleId: 'meldeplikt', cycle: 1, moduleVersion: 1, completedAt: old };
    await stores.people.commit({
      personId: 'kari',
      writes: [
        createRow(reminderRow, { ...reminder, moduleId: 'meldeplikt', stepId: 'day-3' }),
        createRow(reminderRow, { ...reminder, moduleId: 'meldeplikt', stepId: 'day-7', settledAt: now }),
        createRow(reminderRow, { ...reminder, moduleId: 'avvergingsplikt', stepId: 'day-3' }),
        createRow(progressRow, { state: 'completed', ...completed, startedAt: old }),
        createRow(doneRow, completed),
        createRow(dayRow, { ...day, key: '2026-06-01', settledAt: old }),
        createRow(dayRow, { ...day, key: '2026-11-20', settledAt: now }),
        createRow(dayRow, { key: '2026-06-02', failures: 0, attempts: 0, state: 'free' }),
        createRow(dayRow, { key: '2026-11-23', failures: 0, attempts: 0, state: 'free' }),
        createRow(pingRow, { on: '2026-12-04' }),
      ],
    });
    expect(await stores.run()).toMatchObject({ rows: 3 });
    const left = (await toArray(stores.people.list('kari', reminderRow))).map(({ value }) => value);
    expect(left.map(({ moduleId, stepId }) => `${moduleId} ${stepId}`)).toEqual([
      'avvergingsplikt day-3',
      'meldeplikt day-7',
    ]);
    expect((await toArray(stores.people.list('kari', dayRow))).map(({ value }) => value.key)).toEqual([
      ...['2026-11-20', '2026-11-23'],
    ]);
    expect(await toArray(stores.people.list('kari', doneRow))).toHaveLength(1);
  });
});

describe('a message that somebody began to post and never settled', () => {
  const begun = { failures: 0, attempts: 1, claimId: 'x', class: 'deadline' as const, state: 'sending' as const };
  const lastNight = new Date('2026-11-22T13:59:50Z');

  it('is settled, also of somebody who has left, and so is what it tells about', async () => {
    await addPerson(stores, aPerson('kari', { endsOn: '2026-11-22' }));
    const about = {
      moduleId: 'meldeplikt',
      cycle: 1,
      stepId: 'day-3',
      class: 'nudge' as const,
      origin: 'step' as const,
    };
    const planned = { ...about, deadlineOn: today, dueAt: lastNight, doubtfulSends: 0, state: 'planned' as const };
    const items = ['meldeplikt:1:day-3'];
    await stores.people.commit({
      personId: 'kari',
      writes: [
        createRow(reminderRow, planned),
        createRow(dayRow, { ...begun, key: '2026-11-22', items, since: lastNight }),
      ],
    });
    expect(await stores.run()).toMatchObject({ rows: 0, broken: 0 });
    const rows = [dayRow, reminderRow].map((row) => toArray(stores.people.list<{ state: string }>('kari', row)));
    const states = (await Promise.all(rows)).flat().map(({ value }) => value.state);
    expect(states).toEqual(['uncertain', 'uncertain']);
  });

  it('goes when it is old enough, of every kind, and so does what may not have arrived', async () => {
    await addPerson(stores, aPerson('kari'));
    const rows = [dayRow, delegationRow, expiryRow];
    const { state: _, ...uncertain } = begun;
    const writes = rows.flatMap((row) => [
      createRow(row, { ...begun, key: '2026-06-01', items: [], since: old }),
      createRow(row, { ...uncertain, key: '2026-06-02', items: [], state: 'uncertain', reason: 'x', settledAt: old }),
    ]);
    await stores.people.commit({ personId: 'kari', writes });
    expect(await stores.run()).toMatchObject({ rows: 6, broken: 0 });
    for (const row of rows) expect(await toArray(stores.people.list('kari', row))).toEqual([]);
  });
});

describe('an old message about a course', () => {
  it('goes, since its day has come and it is never planned again; one about what comes after a module stays', async () => {
    await addPerson(stores, aPerson('kari'));
    const sent = {
      ...{ cycle: 1, class: 'deadline' as const, origin: 'step' as const, deadlineOn: '2026-06-01' as const },
      ...{ dueAt: old, doubtfulSends: 0, state: 'sent' as const, settledAt: old },
    };
    const subjects = [
      'certificate.forstehjelp',
      'mentor.olav',
      'refresher.meldeplikt',
      'reread.meldeplikt',
      'use-it.meldeplikt',
    ];
    await stores.people.commit({
      personId: 'kari',
      writes: [
        ...subjects.map((moduleId) => createRow(reminderRow, { ...sent, moduleId, stepId: 'one' })),
        createRow(reminderRow, { ...sent, moduleId: 'certificate.forstehjelp', stepId: 'two', settledAt: now }),
      ],
    });
    expect(await stores.run()).toMatchObject({ rows: 2 });
    const left = (await toArray(stores.people.list('kari', reminderRow))).map(({ value }) => value);
    expect(left.map(({ moduleId, stepId }) => `${moduleId} ${stepId}`).toSorted()).toEqual([
      'certificate.forstehjelp two',
      ...['refresher.meldeplikt one', 'reread.meldeplikt one', 'use-it.meldeplikt one'],
    ]);
  });
});

describe('meetings and months of the audit', () => {
  it('go when they are old enough, and not a day before', async () => {
    const session = {
      ...{
        moduleId: 'meldeplikt',
        moduleVersion: 1,
        startedBy: 'siv',
        ledBy: 'siv',
        state: 'closed' as const,
        stage: 0,
      },
    };
    await stores.groups.createSession({ ...session, sessionId: 'old', startedAt: old }, [
      { personId: 'kari', at: old },
    ]);
    await stores.groups.createSession({ ...session, sessionId: 'new', startedAt: now }, [
      { personId: 'kari', at: now },
    ]);
    const entry = { entryId: 'a', actorId: 'siv', action: 'group.tick' as const, subjectId: 'kari' };
    for (const month of ['07', '08', '11'])
      await stores.audit.create({ ...entry, at: new Date(`2026-${month}-15T10:00:00Z`) });
    expect(await stores.run()).toMatchObject({ meetings: 1, months: 1 });
    expect((await toArray(stores.groups.listMeetingsOf('kari'))).map(({ sessionId }) => sessionId)).toEqual(['new']);
    expect(await toArray(stores.audit.listMonths())).toEqual(['202608', '202611']);
  });

  it('go also where one meeting cannot be read, which is counted each night as long as it lies there', async () => {
    const session = {
      ...{ moduleId: 'meldeplikt', moduleVersion: 1, startedBy: 'siv', ledBy: 'siv', startedAt: old },
      ...{ state: 'closed' as const, stage: 0 },
    };
    await stores.groups.createSession({ ...session, sessionId: 'bad', stage: -1 }, []);
    await stores.groups.createSession({ ...session, sessionId: 'old' }, []);
    const entry = { entryId: 'a', actorId: 'siv', action: 'group.tick' as const, subjectId: 'kari' };
    await stores.audit.create({ ...entry, at: new Date('2026-07-15T10:00:00Z') });
    expect(await stores.run()).toMatchObject({ meetings: 1, months: 1, broken: 1 });
    expect(await stores.run()).toMatchObject({ meetings: 0, broken: 1 });
  });
});

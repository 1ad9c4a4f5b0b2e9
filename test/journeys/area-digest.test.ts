import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import type { Person } from '../../src/features/people/person.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { progressRow } from '../../src/features/progress/progress-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { hasTold } from '../support/has-told.ts';
import { addPerson, aLeader, aPerson } from '../support/person-builder.ts';
import { mondayMorning } from './people.ts';

const area = aLeader('area', ['oppvekst'], {
  ...{ displayName: 'Per Oppvekst', roles: ['employee', 'leader', 'area-leader'], unitId: 'oppvekst' },
  ...{ aadObjectId: '00000000-0000-4000-8000-000000000063', employedOn: '2020-08-01', exemptFrom: [] },
});
const week = (monday: string): Date => new Date(`${monday}T12:00:00Z`);
let drive: Drive;

const priority = (): readonly string[] =>
  drive.service.pack.catalogue.modules.flatMap(({ isPriority, moduleId }) => (isPriority ? [moduleId] : []));

async function finish(personId: string): Promise<void> {
  const done = { cycle: 1, moduleVersion: 1, startedAt: mondayMorning, completedAt: mondayMorning };
  const writes = priority().map((moduleId) => createRow(progressRow, { state: 'completed', moduleId, ...done }));
  await drive.stores.people.commit({ personId, writes });
}

async function staff(unitId: string, late: number, done: number): Promise<void> {
  for (let index = 0; index < late + done; index += 1) {
    const person = aPerson(`${unitId}-${index}`, { unitId, employedOn: '2026-09-01', displayName: 'Hemmelig Navn' });
    if (index < late) await hasTold(drive, person);
    await addPerson(drive.stores, person);
    if (index >= late) await finish(person.personId);
  }
}

async function open(pack?: string): Promise<void> {
  drive = await createDrive(mondayMorning, {}, pack === undefined ? {} : { UNDRING_PACK: pack });
  const { units } = drive.stores;
  await units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other' });
  for (const [unitId, name] of [
    ['lia', 'Lia skole'],
    ['moen', 'Moen skole'],
  ] as const) {
    await units.createUnit({ unitId, name, sector: 'school', parentId: 'oppvekst' });
  }
  await drive.knows(area);
  await drive.installs(area);
  await finish('area');
}
beforeEach(() => open());

const digests = (): readonly Message[] =>
  drive.sent.flatMap(({ to, message }) =>
    to.conversationId === 'a:area' && /, uke \d/.test(message.summary) ? [message] : [],
  );

function theDigest(number: number): Message {
  const digest = digests()[number];
  if (!digest) throw new Error('that many digests were not sent');
  return digest;
}

describe('an area leader with nobody late among the own staff', () => {
  test('is told what was told of the units below, and by whose leader to begin; and is led to the overview', async () => {
    await staff('lia', 30, 10);
    await staff('moen', 0, 20);
    await drive.clockTo(week('2026-12-07'));
    const digest = theDigest(1);
    const words = wordsOf(digest);
    expect(words).toContain('Oppvekst og enhetene under');
    expect(words).toContain('30 over fristen');
    expect(words).toMatch(/Tallene er fra \w+ \d\. desember, og rundet av/);
    expect(words).toContain('Ta en prat med lederen for Lia skole');
    expect(words).not.toMatch(/ikke gjøre noe|Si takk til dem/);
    expect(words).not.toContain('Hemmelig');
    const open = buttonsOf(digest).find(({ verb }) => verb === 'rollup.show');
    expect(wordsOf(await drive.executes(area, 'rollup.show', open?.data))).toContain('Oversikt: Oppvekst');
  });

  test('is told again when the figures are others, and not where all is well as it was', async () => {
    await staff('lia', 0, 30);
    await drive.clockTo(week('2027-01-25'));
    expect(digests()).toHaveLength(1);
    await staff('moen', 20, 0);
    await drive.clockTo(week('2027-02-02'));
    expect(digests()).toHaveLength(2);
    expect(wordsOf(theDigest(1))).toContain('20 over fristen');
    expect(wordsOf(theDigest(1))).not.toContain('ingenting nytt');
  });

  test('hears when the first figures come', async () => {
    await drive.says(area, 'denne ukens oversikt').then(({ message }) => {
      expect(wordsOf(message)).toContain('De første kommer tirsdag 24. november.');
      expect(wordsOf(message)).not.toContain('ikke gjøre noe');
    });
  });
});

describe('an area leader where names are not discussed, with an own staff too small to be told of', () => {
  beforeEach(async () => {
    const edit = { file: 'pack.yaml', find: '  discussedOn: 2026-08-10\n', put: '  discussedOn: 2027-12-01\n' };
    await open(await copyContent(edit));
  });

  test('is pointed to the leader of the unit below with most late people', async () => {
    await staff('lia', 30, 10);
    await staff('moen', 0, 20);
    await drive.clockTo(week('2026-12-07'));
    const words = wordsOf(theDigest(1));
    expect(words).toContain('så liten at tall ville vise hvem');
    expect(words).toContain('Ta en prat med lederen for Lia skole');
    expect(words).not.toContain('Si på neste møte');
  });

  test('is never met by silence: that would tell of the few', async () => {
    await staff('lia', 0, 30);
    await drive.clockTo(week('2027-01-25'));
    expect(digests().length).toBeGreaterThan(1);
    expect(wordsOf(theDigest(1))).toContain('Si på neste møte');
  });
});

test('a leader of a unit with units below who may not see their figures is told of the own people only', async () => {
  const head = aLeader('head', ['oppvekst'], {
    ...{ unitId: 'oppvekst', aadObjectId: '00000000-0000-4000-8000-000000000064' },
  });
  await drive.knows(head);
  await staff('lia', 30, 0);
  await drive.clockTo(week('2026-12-07'));
  const { message } = await drive.says(head, 'denne ukens oversikt');
  expect(wordsOf(message)).not.toContain('enhetene under');
  expect(buttonsOf(message).map(({ verb }) => verb)).not.toContain('rollup.show');
});

describe('whoever follows the units while their leader is away', () => {
  const until = '2026-12-18';
  const deputy = aPerson('deputy', {
    ...{ displayName: 'Vera Vikar', unitId: 'oppvekst', aadObjectId: '00000000-0000-4000-8000-000000000065' },
    ...{ employedOn: '2020-08-01' },
  });
  const follows = (leader: Person): Person => ({
    ...deputy,
    delegated: [{ unitId: 'oppvekst', until, by: leader.personId, at: mondayMorning }],
  });
  const overview = async () => wordsOf((await drive.says(deputy, 'denne ukens oversikt')).message);
  const refusals = async () =>
    (await toArray(drive.stores.audit.listMonth('202612'))).filter(({ action }) => action === 'refused').length;

  beforeEach(async () => {
    await staff('lia', 30, 10);
    await finish('deputy');
    await drive.stores.units.createUnit({ unitId: 'helse', name: 'Helse', sector: 'health' });
    await drive.stores.units.createUnit({ unitId: 'ppt', name: 'PPT', sector: 'ppt', parentId: 'helse' });
  });

  test('of an area leader, sees the figures of that area, and of no other', async () => {
    await drive.knows(follows(area));
    await drive.clockTo(week('2026-12-07'));
    const words = await overview();
    expect(words).toContain('Oppvekst og enhetene under');
    expect(words).toContain('Ta en prat med lederen for Lia skole');
    expect(wordsOf(await drive.executes(deputy, 'rollup.show', { unitId: 'oppvekst' }))).toContain(
      'Oversikt: Oppvekst',
    );
    expect(await refusals()).toBe(0);
    for (const unitId of ['helse', 'ppt', 'moen']) {
      expect(wordsOf(await drive.executes(deputy, 'rollup.show', { unitId }))).toContain('Oversikt: Oppvekst');
    }
    expect(await refusals()).toBeGreaterThan(0);
  });

  test('of an area leader, sees nothing of it after the last day', async () => {
    await drive.knows(follows(area));
    await drive.clockTo(week('2026-12-21'));
    expect(await overview()).not.toContain('enhetene under');
    expect(wordsOf(await drive.executes(deputy, 'rollup.show', { unitId: 'oppvekst' }))).not.toContain('over fristen');
    expect(await refusals()).toBe(1);
  });

  test('of an area leader, sees the figures of no unit that they lead themselves', async () => {
    await drive.stores.units.createUnit({ unitId: 'liten', name: 'Liten avdeling', sector: 'school', parentId: 'lia' });
    await drive.knows({ ...follows(area), roles: ['employee', 'leader'], leads: ['lia'] });
    await drive.clockTo(week('2026-12-07'));
    expect(wordsOf(await drive.executes(deputy, 'rollup.show', {}))).toContain('Oversikt: Oppvekst');
    await drive.executes(deputy, 'rollup.show', { unitId: 'lia' });
    expect(await refusals()).toBe(1);
  });

  test('of a leader who may not see the figures, sees none, and is not told that all is well', async () => {
    const head = aLeader('head', ['oppvekst'], { unitId: 'oppvekst', employedOn: '2020-08-01' });
    await drive.knows(head, follows(head));
    await finish('head');
    await drive.clockTo(week('2026-12-07'));
    const words = await overview();
    expect(words).not.toContain('over fristen');
    expect(words).toContain('Spør lederne i enhetene under');
    expect(words).not.toMatch(/ikke gjøre noe|Si takk til dem/);
  });

  test('by the staff list, is told to ask the leaders below, since it does not say whom they stand in for', async () => {
    await drive.knows({ ...deputy, actsFor: [{ unitId: 'oppvekst', until }] });
    await drive.clockTo(week('2026-12-07'));
    const words = await overview();
    expect(words).not.toContain('Oppvekst og enhetene under');
    expect(words).toContain('Spør lederne i enhetene under');
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { progressRow } from '../../src/features/progress/progress-rows.ts';
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

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
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
});

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

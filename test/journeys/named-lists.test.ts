import { describe, expect, test } from 'vitest';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle } from './people.ts';

const staff = [1, 2, 3, 4].map((n) =>
  aPerson(`staff-${n}`, { displayName: `Nils Vik ${n}`, aadObjectId: `00000000-0000-4000-8000-00000000005${n}` }),
);
const styrer = aPerson('styrer', {
  ...{ displayName: 'Torill Moen', unitId: 'fjordgløtt', roles: ['employee', 'leader'], leads: ['fjordgløtt'] },
  aadObjectId: '00000000-0000-4000-8000-000000000061',
});
const open = async (put: string): Promise<Drive> => {
  const folder = await copyContent({ file: 'pack.yaml', find: '  discussedOn: 2026-08-10\n', put });
  const drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: folder });
  await settle(drive);
  await drive.knows(...staff, styrer);
  return drive;
};

describe('a municipality that has not discussed lists by name', () => {
  const notYet = '  discussedOn: 2026-12-01\n';

  test('shows its leaders counts, and no name', async () => {
    const drive = await open(notYet);
    const words = wordsOf((await drive.says(rektor, 'status')).message);
    expect(words).toMatch(/av 7 er i mål/);
    expect(words).toContain('Du ser tall, ikke navn.');
    for (const { displayName } of [kari, olav, ...staff]) expect(words).not.toContain(displayName);
  });

  test('shows leaders all of their own modules, and no list of the staff', async () => {
    const drive = await open(notYet);
    const list = async (of: string) => wordsOf(await drive.executes(styrer, 'digest.list', { list: of }));
    const overview = wordsOf(await drive.executes(styrer, 'digest.show', {}));
    const own = await list('own');
    expect(own).toContain('Dine egne moduler');
    expect(own.split('\n').filter((line) => /: frist/.test(line)).length).toBeGreaterThan(0);
    expect(own).not.toBe(overview);
    expect(await list('missing')).toBe(overview);
  });

  test('of fewer than five shows not even counts', async () => {
    const drive = await open(notYet);
    const words = wordsOf((await drive.says(styrer, 'status')).message);
    expect(words).toContain('så liten at tall ville vise hvem');
    expect(words).not.toMatch(/i mål|Jon Dahl/);
    expect(elsewhere.unitId).toBe('fjordgløtt');
  });

  test('lets nobody tick by name, and tells staff so', async () => {
    const drive = await open(notYet);
    const card = await drive.executes(rektor, 'group.roster', { moduleId: 'meldeplikt', unitId: 'solbakken' });
    expect(wordsOf(card)).toContain('ingen liste å krysse av i');
    expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('group.tick');
    const tick = { moduleId: 'meldeplikt', unitId: 'solbakken', sessionId: 'a'.repeat(20), people: 'kari', page: 0 };
    expect(wordsOf(await drive.executes(rektor, 'group.tick', tick))).toContain('ingen liste å krysse av i');
    expect(wordsOf((await drive.says(kari, 'hva ser lederen')).message)).toContain('Lederen ser bare tall for enheten');
  });

  test('lets leaders decide nothing about anybody by name, and remind all who are late all the same', async () => {
    const drive = await open(notYet);
    const data = {
      personId: 'kari',
      moduleId: 'meldeplikt',
      reason: 'agreed',
      seen: '2026-12-14',
      until: '2026-12-31',
    };
    for (const verb of ['staff.show', 'staff.remind', 'staff.exempt', 'staff.set-aside', 'delegation.give'])
      expect(wordsOf(await drive.executes(rektor, verb, data))).toContain('Du ser tall, ikke navn.');
    expect((await drive.stores.people.get('kari', profileRow))?.value).not.toHaveProperty('arrangements');
    const verbs = buttonsOf((await drive.says(rektor, 'status')).message).map(({ verb }) => verb);
    expect(verbs).not.toContain('staff.show');
    const told = wordsOf(await drive.executes(rektor, 'staff.remind-all', { unitId: 'solbakken' }));
    expect(told).toContain('De som er over fristen og tar imot vennlige påminnelser, får én.');
    expect(told).not.toMatch(/Kari|Olav|Nils/);
  });

  test('sends its leaders a report without names', async () => {
    const drive = await open(notYet);
    await drive.says(rektor, 'hei');
    await drive.clockTo(new Date('2026-11-30T12:00:00Z'));
    const report = drive.sent.map(({ message }) => wordsOf(message)).find((words) => words.includes('uke 49'));
    expect(report).toContain('Du ser tall, ikke navn.');
    expect(report).not.toMatch(/Kari|Olav|Nils/);
  });

  test('tells no administrator by name who gets what', async () => {
    const drive = await open(notYet);
    const ali = aPerson('ali', {
      ...{ displayName: 'Ali Moen', roles: ['employee', 'administrator'], employedOn: '2020-01-01' },
      aadObjectId: '00000000-0000-4000-8000-000000000062',
    });
    await drive.knows(ali);
    await drive.clockTo(new Date('2026-11-25T12:00:00Z'));
    const words = wordsOf((await drive.says(ali, 'hvem får hva')).message);
    expect(words).toContain('Hvem får hva');
    for (const { displayName } of [kari, olav, ...staff]) expect(words).not.toContain(displayName);
  });

  test('shows them from the day of the discussion', async () => {
    const drive = await open('  discussedOn: 2026-11-23\n');
    expect(wordsOf((await drive.says(rektor, 'status')).message)).toContain('Olav Berg');
  });
});

test('a municipality that has no day shows no name', async () => {
  const drive = await open('');
  expect(wordsOf((await drive.says(rektor, 'status')).message)).not.toContain('Olav Berg');
});

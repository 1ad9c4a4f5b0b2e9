import { beforeEach, describe, expect, test } from 'vitest';
import { digestRow } from '../../src/features/digests/send-digest.ts';
import type { Person } from '../../src/features/people/person.ts';
import { profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, replaceRow, toArray } from '../../src/features/people/person-store.ts';
import { progressRow } from '../../src/features/progress/progress-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aLeader } from '../support/person-builder.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle } from './people.ts';

const aad = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;
const styrer = aLeader('styrer', ['fjordgløtt'], {
  ...{ displayName: 'Torill Moen', unitId: 'fjordgløtt', sector: 'kindergarten', aadObjectId: aad(61) },
});
const week = (monday: string): Date => new Date(`${monday}T12:00:00Z`);
const priority = ['bti-veilederen', 'meldeplikt', 'avvergingsplikt'];
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(styrer);
  for (const person of [rektor, styrer, kari]) await drive.installs(person);
});

const digestsTo = ({ personId }: Person): string[] =>
  drive.sent
    .filter(({ to, message }) => to.conversationId === `a:${personId}` && /, uke \d/.test(message.summary))
    .map(({ message }) => wordsOf(message));

async function change(person: Person, changes: Partial<Person>): Promise<void> {
  const stored = await drive.stores.people.get(person.personId, profileRow);
  const after = { ...(stored?.value ?? person), ...changes };
  const writes = [replaceRow(profileRow, after, stored?.etag ?? '')];
  await drive.stores.people.commit({ personId: person.personId, writes });
  for (const unitId of after.leads) await drive.stores.units.createLeader(person.personId, unitId);
  await drive.stores.units.createMember(after.unitId, person.personId);
}

async function finish(...people: readonly Person[]): Promise<void> {
  for (const { personId } of people) {
    const done = { cycle: 1, moduleVersion: 1, startedAt: mondayMorning, completedAt: mondayMorning };
    const writes = priority.map((moduleId) => createRow(progressRow, { state: 'completed', moduleId, ...done }));
    await drive.stores.people.commit({ personId, writes });
  }
}

describe('a leader whose people are all done', () => {
  test('is told once, and then not again until something is new', async () => {
    await finish(kari, olav, rektor);
    await drive.clockTo(week('2026-12-14'));
    expect(digestsTo(rektor)).toHaveLength(1);
    const rows = await toArray(drive.stores.people.list('rektor', digestRow));
    expect(rows.map(({ value }) => value.state)).toEqual(['sent', 'skipped', 'skipped']);
    const newcomer = aLeader('ny', [], { employedOn: '2026-12-15', aadObjectId: aad(62), displayName: 'Else Ny' });
    await drive.knows(newcomer);
    await drive.clockTo(week('2026-12-21'));
    expect(digestsTo(rektor).at(-1)).toContain('Else Ny');
  });

  test('is told each week where the municipality wants that', async () => {
    const put = '  whenNothingNew: send\n';
    const folder = await copyContent({ file: 'pack.yaml', find: '  whenNothingNew: silent\n', put });
    drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: folder });
    await settle(drive);
    await drive.installs(rektor);
    await finish(kari, olav, rektor);
    await drive.clockTo(week('2026-12-14'));
    expect(digestsTo(rektor)).toHaveLength(3);
  });

  test('but who has modules left, is reminded of them there', async () => {
    await finish(kari, olav);
    await drive.clockTo(week('2026-12-07'));
    expect(digestsTo(rektor)).toHaveLength(2);
    expect(digestsTo(rektor).join()).toContain('Dine egne moduler');
    expect(digestsTo(rektor).join()).toContain('Du har selv');
    expect(digestsTo(rektor).join()).not.toContain('**Siv Moe** mangler');
  });
});

describe('an area leader', () => {
  const area = aLeader('area', ['oppvekst'], {
    ...{ displayName: 'Per Oppvekst', roles: ['employee', 'leader', 'area-leader'], unitId: 'oppvekst' },
    aadObjectId: aad(63),
  });

  test('who leads only units with units below is told once in each month, the one of the start too', async () => {
    const { units } = drive.stores;
    await units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other' });
    const school = { unitId: 'lia', name: 'Lia skole', sector: 'school', parentId: 'oppvekst' } as const;
    await units.createUnit(school);
    await drive.knows(area);
    await drive.installs(area);
    await drive.clockTo(week('2027-01-25'));
    const weeks = ['Oppvekst, uke 49', 'Oppvekst, uke 50', 'Oppvekst, uke 1'];
    expect(digestsTo(area).map((words) => words.split('\n')[0])).toEqual(weeks);
  });

  test('is told each week while standing in for the leader of an ordinary unit, and then once a month again', async () => {
    const { units } = drive.stores;
    await units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other' });
    await units.createUnit({ unitId: 'lia', name: 'Lia skole', sector: 'school', parentId: 'oppvekst' });
    await drive.knows({ ...area, actsFor: [{ unitId: 'lia', until: '2026-12-16' }] });
    await drive.installs(area);
    await drive.clockTo(week('2026-12-28'));
    expect(digestsTo(area)).toHaveLength(3);
  });

  test('who leads an ordinary unit too is told each week', async () => {
    await drive.stores.units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'other' });
    await drive.knows(area);
    await drive.installs(area);
    await drive.clockTo(week('2026-12-14'));
    expect(digestsTo(area)).toHaveLength(3);
  });
});

describe('in the middle of a round', () => {
  test('another leader comes: the old one is told nothing of the unit, and the new one is', async () => {
    await drive.clockTo(new Date('2026-11-30T07:29:59Z'));
    await drive.passes(60);
    const { digests } = await drive.service.jobs.runTick(drive.now()).then((tick) => ({ digests: 0, ...tick }));
    expect(digests).toBe(2);
    await change(rektor, { leads: [] });
    await change(kari, { leads: ['solbakken'], roles: ['employee', 'leader'] });
    await drive.passes(1);
    expect(digestsTo(rektor)).toEqual([]);
    await drive.clockTo(week('2026-12-07'));
    expect(digestsTo(rektor)).toEqual([]);
    expect(digestsTo(kari)[0]).toContain('Solbakken skole');
  });

  test('a unit is merged into another: its people stand in the digest of the new one, and in no other', async () => {
    await change(elsewhere, { unitId: 'solbakken' });
    await drive.clockTo(week('2026-12-14'));
    expect(digestsTo(rektor).join()).toContain('Jon Dahl');
    expect(digestsTo(styrer).length).toBeGreaterThan(0);
    expect(digestsTo(styrer).join()).not.toContain('Jon Dahl');
  });
});

describe('one digest', () => {
  test('is sent to who leads two units, with both', async () => {
    await change(rektor, { leads: ['solbakken', 'fjordgløtt'] });
    await drive.clockTo(week('2026-11-30'));
    expect(digestsTo(rektor)).toHaveLength(1);
    expect(digestsTo(rektor)[0]).toMatch(/De 2 enhetene dine[\s\S]*Solbakken skole[\s\S]*Fjordgløtt barnehage/);
  });

  test('is sent to nobody about a unit that nobody leads', async () => {
    await change(styrer, { leads: [] });
    await drive.clockTo(week('2026-12-07'));
    const told = drive.sent
      .filter(({ message }) => /, uke \d/.test(message.summary))
      .map(({ to }) => to.conversationId);
    expect(new Set(told)).toEqual(new Set(['a:rektor']));
  });

  test('of an empty unit says so once', async () => {
    await drive.stores.units.createUnit({ unitId: 'tom', name: 'Tom enhet', sector: 'other' });
    await finish(styrer);
    await change(styrer, { leads: ['tom'] });
    await drive.clockTo(week('2026-12-14'));
    expect(digestsTo(styrer)).toHaveLength(1);
    expect(digestsTo(styrer)[0]).toContain('Du trenger ikke gjøre noe.');
  });

  test('of an empty unit says so once also where names are not discussed', async () => {
    const edit = { file: 'pack.yaml', find: '  discussedOn: 2026-08-10\n', put: '  discussedOn: 2027-12-01\n' };
    drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: await copyContent(edit) });
    await settle(drive);
    await drive.stores.units.createUnit({ unitId: 'tom', name: 'Tom enhet', sector: 'other' });
    await drive.knows({ ...styrer, leads: ['tom'] });
    await drive.installs(styrer);
    await finish(styrer);
    await drive.clockTo(week('2026-12-14'));
    expect(digestsTo(styrer)).toHaveLength(1);
    expect(digestsTo(styrer)[0]).toContain('Du trenger ikke gjøre noe.');
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { findLeaders } from '../../src/features/use-cases/find-leaders.ts';
import { createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aLeader, aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, settle } from './people.ts';

const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const firstDay = '2027-01-04';
const soon = { employedOn: firstDay } as const;
const head = aLeader('head', ['solbakken'], { ...soon, displayName: 'Eva Begynner', aadObjectId: aad(91) });
const chief = aPerson('chief', {
  ...{
    ...soon,
    displayName: 'Ida Begynner',
    aadObjectId: aad(92),
    roles: ['employee', 'coordinator', 'administrator'],
  },
  ...{ answersFor: ['kommuneadvokat'], actsFor: [{ unitId: 'solbakken', until: '2027-03-01' }] },
});
const onTheFirstDay = new Date(`${firstDay}T09:00:00Z`);

let drive: Drive;
beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(head, chief);
});

const said = async (person: typeof head, text: string) => wordsOf((await drive.says(person, text)).message);
const refusalsOf = async (month: string, personId: string) =>
  (await toArray(drive.stores.audit.listAbout(month, personId))).filter(({ action }) => action === 'refused').length;
const leadersOfKari = (today: '2026-11-23' | typeof firstDay) => findLeaders(drive.stores, kari, today);

describe('a leader who has not begun to work', () => {
  test('leads nobody until the first day: is not named, sees nobody, and is sent no digest', async () => {
    expect(await leadersOfKari('2026-11-23')).toEqual(['Siv Moe']);
    expect(wordsOf(await drive.executes(head, 'digest.status', { unitId: 'solbakken' }))).not.toContain('Olav Berg');
    expect(await said(head, 'status')).not.toContain('Olav Berg');
    await drive.installs(head);
    await drive.clockTo(new Date('2026-12-08T09:00:00Z'));
    const told = drive.sent.filter(({ to }) => to.conversationId === 'a:head').map(({ message }) => wordsOf(message));
    expect(told.join()).not.toContain('Solbakken skole, uke');
  });

  test('leads from the first day', async () => {
    expect((await leadersOfKari(firstDay)).toSorted()).toEqual(['Eva Begynner', 'Siv Moe']);
    await drive.clockTo(onTheFirstDay);
    expect(wordsOf(await drive.executes(head, 'digest.status', { unitId: 'solbakken' }))).toContain('Olav Berg');
  });

  test('sees the own modules, also those for leaders, and all that is stored, before the first day', async () => {
    expect(wordsOf(await drive.executes(head, 'module.list', {}))).toContain('Lederansvar');
    expect(await said(head, 'min introduksjon')).not.toContain('Olav Berg');
    expect(wordsOf(await drive.executes(head, 'own-data.show', {}))).toMatch(/Enheter du leder\s*1/);
  });

  test('gives nothing away: whom they ask to follow the units follows none before then', async () => {
    const delegated = [{ unitId: 'solbakken', until: '2027-01-15' as const, by: 'head', at: mondayMorning }];
    const deputy = aPerson('deputy', { displayName: 'Per Vikar', delegated, aadObjectId: aad(93) });
    await drive.knows(deputy);
    await drive.stores.units.createLeader('deputy', 'solbakken');
    expect(await said(deputy, 'status')).not.toContain('Olav Berg');
    await drive.clockTo(onTheFirstDay);
    expect(await said(deputy, 'status')).toContain('Olav Berg');
  });
});

describe('a coordinator and administrator who has not begun to work', () => {
  const presses = ['sending.show', 'roster.show', 'audit.show', 'content.list', 'rollup.show', 'digest.list'];

  test('has none of those rights until the first day, nor those of a deputy or of who answers for a text', async () => {
    for (const verb of presses) await drive.executes(chief, verb, { list: 'missing', page: 0 });
    expect(await refusalsOf('202611', 'chief')).toBe(presses.length);
  });

  test('has them from the first day', async () => {
    await drive.clockTo(onTheFirstDay);
    for (const verb of presses) await drive.executes(chief, verb, { list: 'missing', page: 0 });
    expect(await refusalsOf('202701', 'chief')).toBe(0);
  });
});

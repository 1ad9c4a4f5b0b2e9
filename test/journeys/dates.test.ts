import { beforeEach, expect, test } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { reminderRow } from '../../src/features/reminders/reminder-rows.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { kari, mondayMorning, nora, olav, rektor, settle } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000030${n}`;
const since = { employedOn: '2020-01-01' } as const;
const unn = aPerson('unn', {
  ...{ ...since, displayName: 'Unn Vik', roles: ['employee', 'coordinator'], aadObjectId: aad(1) },
});
const ali = aPerson('ali', {
  ...{ ...since, displayName: 'Ali Berg', roles: ['employee', 'coordinator'], aadObjectId: aad(2) },
});
const lawyer = aPerson('lawyer', { ...since, answersFor: ['kommuneadvokat'], aadObjectId: aad(3) });
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(unn, ali, lawyer);
});

const sentTo = (personId: string) => drive.sent.filter(({ to }) => to.conversationId === `a:${personId}`);
const daysOf = (personId: string) => sentTo(personId).map(({ message }) => message.summary);

test('a coordinator finds the dates in the content, adds a planning day, and a second person confirms it', async () => {
  const { message: list } = await drive.says(unn, 'innhold');
  const dates = await drive.presses(unn, list, 'Datoer');
  expect(wordsOf(dates)).toContain('mandag 4. januar 2027 · Planleggingsdag');
  const added = await drive.presses(unn, dates, 'Legg til fridagen', { day: '2026-12-14' });
  expect(wordsOf(added)).toContain('Mandag 14. desember er fri.');
  expect(buttonsOf(added).map(({ verb }) => verb)).not.toContain('content.date-confirm');
  expect(wordsOf(await drive.presses(unn, dates, 'Legg til fridagen', { day: '2026-12-14' }))).toContain(
    'Det var slik fra før',
  );
  expect(wordsOf(await drive.presses(unn, dates, 'Legg til fridagen'))).toContain('Velg en dato fram i tid.');
  const asked = await drive.executes(ali, 'content.dates', {});
  const confirmed = await drive.presses(ali, asked, 'Bekreft datoen');
  expect(wordsOf(confirmed)).toContain('Bekreftet en dato · Ali Berg');
  expect(await toArray(drive.stores.content.listOf('dates'))).toHaveLength(2);
});

test('a day years ahead is refused for what it is, a day that is free already is left alone, and a late change is told as late', async () => {
  const adds = async (day: string) => wordsOf(await drive.executes(unn, 'content.day-off', { day, isOff: true }));
  const far = await adds('2031-03-03');
  expect(far).toContain('Velg en dag innen to år.');
  expect(far).not.toContain('Loven kan endre seg');
  expect(await adds('2026-12-25')).toContain('Det var slik fra før');
  expect(await adds('2026-12-12')).toContain('Det var slik fra før');
  expect(await toArray(drive.stores.content.list())).toEqual([]);
  await adds('2026-12-14');
  await drive.clockTo(new Date('2026-11-26T09:00:00Z'));
  const late = wordsOf(await drive.executes(ali, 'content.dates', {}));
  expect(late).toContain('Ingen bekreftet innen tirsdag 24. november. Endringen gjelder likevel.');
});

test('no reminder goes out on a day off that was added while the service runs', async () => {
  await drive.says(kari, 'hei');
  const planned = (await toArray(drive.stores.people.list('kari', reminderRow))).map(({ value }) => value.dueAt);
  const [first] = planned.toSorted((one, other) => one.getTime() - other.getTime());
  if (!first) throw new Error('nothing was planned');
  const day = first.toISOString().slice(0, 10);
  await drive.executes(unn, 'content.day-off', { day, isOff: true });
  await drive.clockTo(new Date(`${day}T22:00:00Z`));
  expect(daysOf('kari')).toEqual([]);
  await drive.clockTo(new Date(first.getTime() + 4 * 86_400_000));
  expect(daysOf('kari').length).toBeGreaterThan(0);
});

test('a day for new staff that was moved is the one a new hire sees, and a second person confirms it', async () => {
  await drive.knows(nora);
  const dayOf = async () => wordsOf((await drive.says(nora, 'min introduksjon')).message);
  expect(await dayOf()).toContain('3. desember');
  const dates = await drive.executes(unn, 'content.dates', {});
  expect(wordsOf(dates)).toContain('Dager for nyansatte');
  await drive.executes(unn, 'content.onboarding-day', { date: '2026-12-03', isOn: false });
  const added = await drive.presses(unn, dates, 'Legg til dagen', { onboarding: '2026-12-10' });
  expect(wordsOf(added)).toContain('Torsdag 10. desember er en dag for nyansatte.');
  expect(await dayOf()).toContain('10. desember');
  expect(await dayOf()).not.toContain('3. desember');
  const asked = await drive.executes(ali, 'content.dates', {});
  expect(wordsOf(await drive.presses(ali, asked, 'Bekreft datoen'))).toContain('Bekreftet en dato · Ali Berg');
});

test('a wave that was moved begins on its new day', async () => {
  const folder = await copyContent({
    file: 'waves.yaml',
    find: 'waves: []',
    put: 'waves:\n  - { startsOn: 2027-01-11, units: [solbakken] }',
  });
  drive = await createDrive(mondayMorning, {}, { UNDRING_PACK: folder });
  await settle(drive);
  await drive.knows(unn);
  await drive.says(olav, 'hei');
  const dates = await drive.executes(unn, 'content.dates', {});
  expect(wordsOf(dates)).toContain('**Mandag 11. januar 2027**: Solbakken skole');
  const moved = await drive.presses(unn, dates, 'Flytt oppstarten', { wave: '2027-01-11', to: '2027-02-01' });
  expect(wordsOf(moved)).toContain('Én enhet begynner mandag 1. februar 2027, ikke mandag 11. januar 2027');
  expect(wordsOf(moved)).toContain('Det gjelder Solbakken skole.');
  await drive.clockTo(new Date('2027-01-29T22:00:00Z'));
  expect(daysOf('olav')).toEqual([]);
  await drive.clockTo(new Date('2027-02-02T22:00:00Z'));
  expect(daysOf('olav').length).toBeGreaterThan(0);
});

test('dates are for those who look after all of the content, and a tampered press changes nothing', async () => {
  for (const person of [olav, rektor, lawyer]) {
    for (const verb of [
      'content.dates',
      'content.day-off',
      'content.onboarding-day',
      'content.wave',
      'content.date-confirm',
    ]) {
      const data = { day: '2026-12-14', isOff: true, wave: '2027-01-11', to: '2027-02-01', of: 'x' };
      const card = await drive.executes(person, verb, data);
      expect(buttonsOf(card).length).toBeGreaterThan(0);
      expect(buttonsOf(card).map(({ verb: shown }) => shown)).not.toContain('content.day-off');
    }
  }
  for (const data of [null, {}, { isOff: 'ja' }, { isOff: true, day: '2026-13-45' }, { isOff: false, date: 'x' }]) {
    for (const verb of ['content.day-off', 'content.onboarding-day', 'content.wave', 'content.date-confirm']) {
      expect(buttonsOf(await drive.executes(unn, verb, data)).length).toBeGreaterThan(0);
    }
  }
  expect(await toArray(drive.stores.content.list())).toEqual([]);
});

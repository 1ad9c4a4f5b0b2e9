import { beforeEach, describe, expect, test } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { hasTold } from '../support/has-told.ts';
import { aPerson } from '../support/person-builder.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000020${n}`;
const unn = aPerson('unn', {
  ...{ givenName: 'Unn', displayName: 'Unn Vik', roles: ['employee', 'coordinator'], employedOn: '2020-01-01' },
  aadObjectId: aad(1),
});
const ali = aPerson('ali', {
  ...{ givenName: 'Ali', displayName: 'Ali Berg', roles: ['employee', 'administrator'], employedOn: '2020-01-01' },
  aadObjectId: aad(2),
});
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await hasTold(drive, olav, rektor, elsewhere, unn, ali);
  await settle(drive);
  await drive.knows(unn, ali);
  for (const person of [kari, olav]) await drive.says(person, 'hei');
});

describe('a coordinator', () => {
  test('stops all sending with a press and a yes; nobody gets anything, and the guide goes on', async () => {
    const { message: card } = await drive.says(unn, 'utsending');
    expect(wordsOf(card)).toContain('Utsendingen går.');
    const asked = await drive.presses(unn, card, 'Stopp all utsending');
    expect(wordsOf(asked)).toContain('Stoppe all utsending?');
    const stopped = await drive.presses(unn, asked, 'Ja, stopp all utsending');
    expect(wordsOf(stopped)).toContain('Utsendingen er stoppet.');
    expect(wordsOf(stopped)).toContain('Stoppet av Unn Vik, mandag 23. november');
    await drive.clockTo(new Date('2026-12-15T12:00:00Z'));
    expect(drive.sent).toEqual([]);
    const guide = await drive.says(kari, 'jeg er bekymret for et barn');
    expect(wordsOf(guide.message)).toContain('112');
    expect(wordsOf((await drive.says(unn, 'hei')).message)).toContain('Utsendingen er stoppet.');
  });

  test('starts it again, and everybody gets one card of all that waited', async () => {
    await drive.executes(unn, 'sending.set', { to: 'stopped' });
    await drive.clockTo(new Date('2026-12-15T12:00:00Z'));
    const asked = await drive.executes(ali, 'sending.ask', { to: 'running' });
    const started = await drive.presses(ali, asked, 'Ja, start utsendingen');
    expect(wordsOf(started)).toContain('Startet av Ali Berg, tirsdag 15. desember');
    // A tick a minute is what brings it; it is not in the clock of events, since its time has passed.
    await drive.service.jobs.runTick(drive.now());
    await drive.passes(300);
    const toKari = drive.sent.filter(({ to }) => to.conversationId === 'a:kari');
    expect(toKari).toHaveLength(1);
    expect(await toArray(drive.stores.audit.list('202611', 'unn'))).toMatchObject([{ action: 'sending.stop' }]);
    expect(await toArray(drive.stores.audit.list('202612', 'ali'))).toMatchObject([{ action: 'sending.resume' }]);
  });

  test('who presses twice, or an old card, hears that it was done', async () => {
    const { message: old } = await drive.says(unn, 'utsending');
    const asked = await drive.presses(unn, old, 'Stopp all utsending');
    await drive.presses(unn, asked, 'Ja, stopp all utsending');
    expect(wordsOf(await drive.presses(ali, asked, 'Ja, stopp all utsending'))).toContain('Det var gjort allerede.');
    expect(wordsOf(await drive.presses(ali, old, 'Stopp all utsending'))).toContain('Det var gjort allerede.');
    expect((await drive.stores.sending.get())?.value.by).toBe('unn');
  });

  test('finds in "mine data" that they stopped it, until somebody else presses', async () => {
    const mineData = async () => wordsOf((await drive.says(unn, 'mine data')).message);
    expect(await mineData()).not.toContain('All utsending');
    await drive.executes(unn, 'sending.set', { to: 'stopped' });
    expect(await mineData()).toContain('Stoppet av deg mandag 23. november');
    expect(wordsOf((await drive.says(ali, 'mine data')).message)).not.toContain('All utsending');
    await drive.executes(ali, 'sending.set', { to: 'running' });
    expect(await mineData()).not.toContain('All utsending');
    expect(wordsOf((await drive.says(ali, 'mine data')).message)).toContain('Startet igjen av deg mandag 23. november');
  });

  test('sees counts of the next day and no name, without what still goes out today; the same in nynorsk', async () => {
    await drive.clockTo(new Date('2026-11-25T12:00:00Z'));
    expect(wordsOf((await drive.says(unn, 'hvem får hva')).message)).toContain('Noen få får en påminnelse');
    // The day is over, and five have not had what was due.
    await drive.clockTo(new Date('2026-11-25T16:00:00Z'));
    const { message } = await drive.says(unn, 'hvem får hva i morgen');
    expect(wordsOf(message)).toContain('Hvem får hva torsdag 26. november');
    expect(wordsOf(message)).toContain('6 får en påminnelse.');
    expect(wordsOf(message)).not.toContain('Solbakken');
    expect(wordsOf(message)).not.toContain('Kari');
    const nynorsk = await drive.says(unn, 'kven får kva', { locale: 'nn-NO' });
    expect(wordsOf(nynorsk.message)).toContain('Kven får kva torsdag 26. november');
  });

  test('has a way to all of it from help', async () => {
    expect(wordsOf((await drive.says(unn, 'hjelp')).message)).toContain('utsending');
    expect(wordsOf((await drive.says(kari, 'hjelp')).message)).not.toContain('utsending');
  });
});

describe('an administrator', () => {
  test('sees who gets what, and why', async () => {
    await drive.clockTo(new Date('2026-11-25T12:00:00Z'));
    const { message } = await drive.says(ali, 'hvem får hva');
    expect(wordsOf(message)).toContain('Kari Lund, Solbakken skole');
    expect(wordsOf(message)).toContain('ikke ferdig ennå');
    // What is planned tonight is in no index yet.
    expect(wordsOf(message)).toContain('De blir planlagt i natt');
    expect(buttonsOf(message).map(({ title }) => title)).toContain('Til utsendingen');
  });
});

describe('somebody else', () => {
  test.each(['sending.show', 'sending.ask', 'sending.set', 'sending.plan'])('may not press %s', async (verb) => {
    for (const person of [kari, rektor]) {
      const refused = await drive.executes(person, verb, { to: 'stopped', page: 0 });
      expect(wordsOf(refused)).not.toMatch(/Utsending|Hvem får hva/);
    }
    expect(await drive.stores.sending.get()).toBeUndefined();
  });

  test('with a made-up word is answered kindly', async () => {
    const answer = await drive.executes(unn, 'sending.set', { to: 'exploded' });
    expect(buttonsOf(answer).length).toBeGreaterThan(0);
    expect(await drive.stores.sending.get()).toBeUndefined();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { priorRow } from '../../src/features/progress/prior.ts';
import { readStorage } from '../faults/canaries.ts';
import { newPrefix, openTestTables } from '../support/azurite.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { elsewhere, kari, mondayMorning, olav, rektor, settle } from './people.ts';
import { takeModule } from './take-module.ts';

const moduleId = 'meldeplikt';
const given = { takenOn: '2024-03-03', place: 'another-municipality' };
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

/** From the list of modules to the card that asks when and where. */
async function toForm(who = kari): Promise<Message> {
  await drive.says(who, 'moduler');
  const first = await drive.executes(who, 'module.open', { moduleId });
  return drive.presses(who, first, 'Jeg har tatt dette før');
}
const ask = async (who = kari): Promise<Message> => drive.presses(who, await toForm(who), 'Send til lederen', given);
const pending = (): Promise<Message> => drive.executes(rektor, 'prior.pending', {});
const remindersTo = (personId: string): string[] =>
  drive.sent.filter(({ to }) => to.conversationId === `a:${personId}`).map(({ message }) => wordsOf(message));

describe('somebody who has taken a module before', () => {
  test('says so on its first card, and waits for the leader while reminders go on', async () => {
    await drive.installs(kari);
    const form = await toForm();
    expect(wordsOf(form)).toContain('Siv Moe kan bekrefte det.');
    const waits = await drive.presses(kari, form, 'Send til lederen', given);
    expect(wordsOf(waits)).toContain('Tatt søndag 3. mars 2024: I en annen kommune.');
    expect(wordsOf((await drive.says(kari, 'min fremdrift')).message)).toContain('Venter på at lederen bekrefter');
    expect(wordsOf(await drive.executes(kari, 'module.open', { moduleId }))).toContain(
      'Venter på at lederen bekrefter',
    );
    await drive.clockTo(new Date('2026-11-26T15:00:00Z'));
    expect(remindersTo('kari')).toHaveLength(1);
    expect(remindersTo('kari')[0]).toContain('Venter på at lederen bekrefter.');
  });

  test('is asked again, kindly, for what is missing or cannot be', async () => {
    const form = await toForm();
    const send = (inputs: object) => drive.presses(kari, form, 'Send til lederen', inputs);
    expect(wordsOf(await send({}))).toContain('Velg datoen du tok det.');
    expect(wordsOf(await send({ ...given, takenOn: '2026-11-24' }))).toContain('Datoen er fram i tid.');
    expect(wordsOf(await send({ ...given, takenOn: '1900-01-01' }))).toContain('Datoen ligger for langt tilbake.');
    const told = await send({ takenOn: '2024-03-03', place: 'hos Per Hansen på Voss' });
    expect(wordsOf(told)).toContain('Velg hvor det var.');
    expect(JSON.stringify(told)).not.toContain('Hansen');
    expect(JSON.stringify(told)).toContain('2024-03-03');
    expect(wordsOf(await pending())).toContain('Ingen venter på svar fra deg.');
  });

  test('is done when the leader says yes, and is not reminded of it', async () => {
    await drive.installs(kari);
    await ask();
    const status = (await drive.says(rektor, 'status')).message;
    expect(wordsOf(status)).toContain('Én venter på at du bekrefter noe som er tatt før.');
    const list = await drive.presses(rektor, status, 'Bekreft tidligere læring');
    expect(wordsOf(list)).toContain('Meldeplikt. Tatt søndag 3. mars 2024: I en annen kommune.');
    const answered = await drive.presses(rektor, list, 'Bekreft for Kari');
    expect(wordsOf(answered)).toContain('Bekreftet: Kari Lund er ferdig med Meldeplikt.');
    expect(wordsOf((await drive.says(kari, 'min fremdrift')).message)).toContain(
      'Tatt før, bekreftet mandag 23. november',
    );
    expect(wordsOf(await drive.executes(kari, 'prior.send', { moduleId, ...given }))).toContain(
      'Denne er du ferdig med',
    );
    await drive.clockTo(new Date('2026-12-22T12:00:00Z'));
    expect(remindersTo('kari').length).toBeGreaterThan(0);
    expect(remindersTo('kari').join()).not.toContain('Meldeplikt');
    expect(drive.events).toContainEqual({ event: 'module-completed', moduleId, personId: 'kari' });
  });

  test('sees the reason when the leader says no, and can ask again', async () => {
    expect(wordsOf(await ask())).toContain('Svaret finner du under «Min fremdrift».');
    const reasons = await drive.presses(rektor, await pending(), 'Si nei til Kari');
    expect(wordsOf(reasons)).toContain('Hvorfor sier du nei til Kari?');
    const answered = await drive.presses(rektor, reasons, 'Det er for lenge siden');
    expect(wordsOf(answered)).toContain('Du bekreftet ikke Meldeplikt.');
    for (const text of ['moduler', 'min fremdrift']) {
      expect(wordsOf((await drive.says(kari, text)).message)).toContain('Lederen bekreftet ikke');
    }
    const form = await toForm();
    expect(wordsOf(form)).toContain('Grunnen var: Det er for lenge siden.');
    await drive.presses(kari, form, 'Send til lederen', given);
    expect(wordsOf(await pending())).toContain('Kari Lund');
  });

  test('can take it back, and the leader sees it no longer', async () => {
    const waits = await ask();
    const list = await pending();
    expect(wordsOf(await drive.presses(kari, waits, 'Trekk tilbake'))).toContain('Du har trukket det tilbake');
    expect(wordsOf(await drive.presses(kari, waits, 'Trekk tilbake'))).toContain('Ingenting venter');
    expect(wordsOf(await drive.presses(rektor, list, 'Bekreft for Kari'))).toContain(
      'Kari Lund har endret eller trukket dette',
    );
    expect(wordsOf((await drive.says(rektor, 'status')).message)).not.toContain('venter på at du bekrefter');
  });

  test('who takes the module after all is done the ordinary way, and the leader need not answer', async () => {
    await ask();
    const list = await pending();
    await takeModule(drive, kari, moduleId);
    expect(wordsOf(await pending())).toContain('Ingen venter på svar fra deg.');
    expect(wordsOf(await drive.presses(rektor, list, 'Bekreft for Kari'))).toContain(
      'Kari Lund har tatt Meldeplikt i mellomtiden.',
    );
    expect(wordsOf((await drive.says(kari, 'min fremdrift')).message)).not.toContain('Tatt før');
  });

  test('but leads the unit alone is told so at once', async () => {
    const first = await drive.executes(rektor, 'module.open', { moduleId });
    expect(wordsOf(await drive.presses(rektor, first, 'Jeg har tatt dette før'))).toContain('Du leder enheten selv');
  });

  test('but whose unit nobody leads is told so at once', async () => {
    const first = await drive.executes(elsewhere, 'module.open', { moduleId });
    expect(wordsOf(await drive.presses(elsewhere, first, 'Jeg har tatt dette før'))).toContain(
      'Ingen leder kan bekrefte',
    );
  });

  test('of a module that is gone, or is for others, is shown the list', async () => {
    for (const verb of ['prior.ask', 'prior.send', 'prior.withdraw']) {
      expect(wordsOf(await drive.executes(kari, verb, { moduleId: 'borte' }))).toContain(
        'Den modulen finnes ikke lenger.',
      );
      const leaders = await drive.executes(kari, verb, { moduleId: 'lederansvar', ...given });
      expect(wordsOf(leaders)).toContain('Den modulen er laget for andre i kommunen.');
    }
  });
});

describe('the leader of prior learning', () => {
  test('is told in the weekly digest, with a button', async () => {
    await drive.installs(rektor);
    await ask();
    await drive.clockTo(new Date('2026-11-30T12:00:00Z'));
    const told = drive.sent
      .map(({ message }) => message)
      .find((message) => wordsOf(message).includes('Solbakken skole'));
    if (!told) throw new Error('no digest came');
    expect(wordsOf(told)).toContain('Én venter på at du bekrefter noe som er tatt før.');
    expect(wordsOf(await drive.presses(rektor, told, 'Bekreft tidligere læring'))).toContain('Kari Lund');
  });

  test('presses the same button again and is told what was answered', async () => {
    await ask();
    const list = await pending();
    await drive.presses(rektor, list, 'Bekreft for Kari');
    expect(wordsOf(await drive.presses(rektor, list, 'Bekreft for Kari'))).toContain('Kari Lund er allerede bekreftet');
  });

  test('cannot answer for another unit, and the try is recorded', async () => {
    await ask();
    const [confirm] = buttonsOf(await pending()).filter(({ verb }) => verb === 'prior.confirm');
    const data = { ...confirm?.data, personId: 'elsewhere' };
    expect(wordsOf(await drive.executes(rektor, 'prior.confirm', data))).toContain(
      'Dette kan du ikke svare på lenger.',
    );
    expect(drive.events).toContainEqual({ event: 'permission-refused', verb: 'prior.confirm', personId: 'rektor' });
    expect(wordsOf(await drive.executes(olav, 'prior.confirm', confirm?.data ?? {}))).not.toContain('Kari Lund');
    expect(wordsOf(await pending())).toContain('Kari Lund');
  });

  test.each([
    {},
    { personId: 1 },
    { personId: 'kari', moduleId, askedAt: 'i går' },
    { personId: 'a/b', moduleId: '#', askedAt: 0 },
  ])('who sends %j changes nothing and gets a kind card', async (data) => {
    await ask();
    for (const verb of ['prior.confirm', 'prior.decline']) {
      expect(buttonsOf(await drive.executes(rektor, verb, data)).length).toBeGreaterThan(0);
    }
    expect(wordsOf(await pending())).toContain('Kari Lund');
  });

  test('is not asked about a module that is not the person’s any more, and the person may take it back', async () => {
    const asked = await ask();
    const folder = await copyContent({
      ...{ file: `modules/${moduleId}/module.yaml`, find: 'sectors: []', put: 'sectors: [health]' },
    });
    const later = await createDrive(drive.now(), drive.stores, { UNDRING_PACK: folder });
    expect(wordsOf(await later.executes(rektor, 'prior.pending', {}))).not.toContain('Kari Lund');
    expect(wordsOf(await later.presses(kari, asked, 'prior.withdraw'))).toContain('Du har trukket det tilbake');
    expect((await later.stores.people.get('kari', priorRow, `${moduleId}:1`))?.value.state).toBe('withdrawn');
  });

  test('and the person read the same about what waits', async () => {
    await ask();
    const told = wordsOf((await drive.says(kari, 'hva ser lederen')).message);
    expect(told).toContain('Meldeplikt. Tatt søndag 3. mars 2024: I en annen kommune.');
  });
});

test('in real storage prior learning is ids, a date and words of the pack, and the audit says who', async () => {
  const prefix = newPrefix();
  drive = await createDrive(mondayMorning, await openTestTables({ prefix }));
  await settle(drive);
  await ask();
  await drive.presses(rektor, await pending(), 'Bekreft for Kari');
  const { text } = await readStorage(prefix);
  const rows = text.split('\n').filter((line) => line.includes('prior'));
  const audit = rows.map((line) => JSON.parse(line)).find(({ action }) => action === 'prior.confirm');
  expect(audit).toMatchObject({ partitionKey: 'rektor', actorId: 'rektor', subjectId: 'kari', moduleId });
  expect(rows.find((line) => line.includes('prior:meldeplikt:1'))).toContain('another-municipality');
  expect(rows.join()).not.toMatch(/Kari|Lund|Siv|Moe/);
});

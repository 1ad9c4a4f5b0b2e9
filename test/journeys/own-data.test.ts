import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { Failure } from '../../src/core/failure.ts';
import type { FileInfo } from '../../src/core/file-card.ts';
import { preferencesRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { pingRow } from '../../src/features/reminders/ping-rows.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { readPdf } from '../views/pdf/read-pdf.ts';
import { kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';
import { uploadInfo } from './upload-info.ts';

let drive: Drive;
beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const verbsOn = (message: Message) => buttonsOf(message).map(({ verb }) => verb);
const wordsIn = (what: Message | FileInfo): string => ('card' in what ? wordsOf(what) : `fil: ${what.name}`);

async function takesFile(format: 'pdf' | 'json', person = kari): Promise<Message | FileInfo> {
  const question = await drive.asks(person, 'own-data.offer', { format });
  return drive.consents(person, { action: 'accept', context: question.accept, uploadInfo });
}
async function json(): Promise<Record<string, unknown>> {
  await takesFile('json');
  return JSON.parse(Buffer.from(drive.uploaded.at(-1)?.bytes ?? []).toString('utf8'));
}

describe('"mine data"', () => {
  test.each(['mine data', 'hva er lagret om meg', 'kva veit du om meg', 'what is stored about me'])(
    'is understood: %s',
    async (text) => {
      const { message } = await drive.says(kari, text);
      expect(wordsOf(message)).toMatch(/Dette er lagret om deg/);
      expect(verbsOn(message)).toContain('own-data.erase');
    },
  );

  test('counts what there is, in plain words, and leads on to what the leader sees', async () => {
    await takeModule(drive, kari, 'meldeplikt');
    const { message } = await drive.says(kari, 'mine data');
    const words = wordsOf(message);
    expect(words).toContain('Kari Lund, Solbakken skole.');
    expect(words).toContain('1 ferdig, 0 påbegynte');
    expect(words).not.toContain('Olav');
    expect(wordsOf(await drive.presses(kari, message, 'Hva ser lederen?'))).toContain('Meldeplikt');
  });

  test('in nynorsk and English follows the language of Teams', async () => {
    expect(wordsOf((await drive.says(kari, 'mine data', { locale: 'nn-NO' })).message)).toContain(
      'Dette er lagra om deg',
    );
    expect(wordsOf((await drive.says(kari, 'my data', { locale: 'en-GB' })).message)).toContain(
      'This is stored about you',
    );
  });

  test('is for nobody whom we do not know, and says so kindly', async () => {
    for (const text of ['mine data', 'slett meg']) {
      expect(verbsOn((await drive.says(stranger, text)).message)).not.toContain('own-data.erase');
    }
    expect(drive.uploaded).toEqual([]);
  });

  test('with storage down says that it cannot be shown, never half of it', async () => {
    const people = memoryPersonStore();
    const failing: typeof people = {
      ...people,
      async *list() {
        yield broken();
      },
    };
    drive = await createDrive(mondayMorning, { people: failing });
    await drive.stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
    await people.commit({ personId: 'kari', writes: [createRow(profileRow, kari)] });
    await drive.stores.personKeys.create(`aad:${kari.aadObjectId}`, 'kari');
    const { message } = await drive.says(kari, 'mine data');
    expect(wordsOf(message)).not.toContain('Dette er lagret om deg');
    expect(wordsOf(message)).toContain('112');
  });
});

function broken(): never {
  throw new Failure('unavailable', 'storage is away in this test');
}

describe('the file', () => {
  test('as JSON has every row of the one who asks, and nobody else', async () => {
    await takeModule(drive, kari, 'meldeplikt');
    await takeModule(drive, olav, 'meldeplikt');
    const data = await json();
    expect(data).toMatchObject({
      municipality: 'Fjordvik kommune',
      person: { displayName: 'Kari Lund' },
      rows: { done: [{ moduleId: 'meldeplikt' }] },
      leaderSees: { displayName: 'Kari Lund' },
      retention: { afterLeavingDays: expect.any(Number) },
    });
    expect(JSON.stringify(data)).not.toContain('Olav');
    expect(drive.uploaded).toHaveLength(1);
  });

  test('as PDF can be read aloud, and says what the leader sees and how long things are kept', async () => {
    await takeModule(drive, kari, 'meldeplikt');
    expect(wordsIn(await takesFile('pdf'))).toBe('fil: Mine data 2026-11-23.pdf');
    const { text } = await readPdf(drive.uploaded[0]?.bytes ?? new Uint8Array());
    for (const part of [
      'Kari Lund',
      'Meldeplikt: Ferdig 23. november 2026',
      'Lederen din ser dette om deg',
      'i 90 dager',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(part);
    }
  });

  test('is made of what is stored about the one who answers, whatever the client sends back', async () => {
    const context = { verb: 'own-data.accept', format: 'json', personId: 'olav', person: 'olav' };
    await drive.consents(kari, { action: 'accept', context, uploadInfo });
    expect(Buffer.from(drive.uploaded[0]?.bytes ?? []).toString('utf8')).not.toContain('Olav');
  });

  test('goes nowhere but to the hosts of the municipality', async () => {
    const question = await drive.asks(kari, 'own-data.offer', { format: 'pdf' });
    const elsewhere = { ...uploadInfo, contentUrl: 'https://evil.example/x' };
    const said = await drive.consents(kari, { action: 'accept', context: question.accept, uploadInfo: elsewhere });
    expect(wordsIn(said)).toContain('Jeg vet ikke om filen kom fram');
    expect(drive.uploaded).toEqual([]);
  });

  test('that comes too late can be asked for again, and a no is taken kindly', async () => {
    drive.nextUploads.push({ outcome: 'expired' });
    const late = await takesFile('json');
    expect(wordsIn(late)).toContain('Det tok litt for lang tid');
    expect('card' in late && buttonsOf(late).find(({ verb }) => verb === 'own-data.offer')?.data).toEqual({
      format: 'json',
    });
    const no = await drive.consents(kari, { action: 'decline', context: { verb: 'own-data.decline' } });
    expect(wordsIn(no)).toContain('Helt greit');
  });

  test('is not offered where files are off, and an old card is answered kindly', async () => {
    drive = await createDrive(mondayMorning, {}, { UNDRING_FILE_HOSTS: '' });
    await settle(drive);
    expect(verbsOn((await drive.says(kari, 'mine data')).message)).not.toContain('own-data.offer');
    expect(wordsOf(await drive.executes(kari, 'own-data.offer', { format: 'pdf' }))).toContain('Filer er slått av');
  });
});

describe('"slett meg"', () => {
  test('asks first, says what goes and what stays and why, and deletes nothing yet', async () => {
    await drive.stores.people.commit({ personId: 'kari', writes: [createRow(pingRow, { on: '2026-12-04' })] });
    const { message } = await drive.says(kari, 'slett meg');
    const words = wordsOf(message);
    expect(words).toContain('1 dato i «Minn meg»');
    expect(words).toContain('Alt dette slettes senest 180 dager etter siste arbeidsdag.');
    expect(words).toContain('Får jeg vite om siste arbeidsdag etterpå, regnes dagene fra da.');
    expect(await drive.stores.people.get('kari', pingRow, '2026-12-04')).toBeDefined();
  });

  test('takes away choices, dates and answers; keeps what is proof; and a second press changes nothing', async () => {
    const { people } = drive.stores;
    await takeModule(drive, kari, 'meldeplikt');
    const writes = [createRow(pingRow, { on: '2026-12-04' as const }), createRow(preferencesRow, { nudges: 'off' })];
    await people.commit({ personId: 'kari', writes });
    await drive.executes(kari, 'module.show', { moduleId: 'bti-veilederen', position: 2 });
    const asked = (await drive.says(kari, 'slett dataene mine')).message;
    expect(wordsOf(await drive.presses(kari, asked, 'Ja, slett'))).toContain('Nå er det slettet');
    expect(await people.get('kari', pingRow, '2026-12-04')).toBeUndefined();
    expect(await people.get('kari', preferencesRow)).toBeUndefined();
    expect(await toArray(people.list('kari', doneRow))).toHaveLength(1);
    const progress = (await toArray(people.list('kari', progressRow))).map(({ value }) => value);
    expect(progress.map(({ state }) => state).sort()).toEqual(['completed', 'started']);
    expect(progress.find(({ state }) => state === 'started')).toMatchObject({ position: 0, answers: {} });
    const again = await drive.executes(kari, 'own-data.erase-now', {});
    expect(wordsOf(again)).toContain('Nå er det slettet');
    expect(wordsOf((await drive.says(kari, 'slett meg')).message)).toContain('ingenting du kan slette nå');
  });

  test('concerns nobody but the one who asks, also for a leader who names somebody', async () => {
    await drive.stores.people.commit({ personId: 'kari', writes: [createRow(preferencesRow, { nudges: 'off' })] });
    await drive.executes(rektor, 'own-data.erase-now', { personId: 'kari' });
    expect(await drive.stores.people.get('kari', preferencesRow)).toBeDefined();
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { Failure } from '../../src/core/failure.ts';
import type { FileInfo, FileOffer } from '../../src/core/file-card.ts';
import { createRow, toArray } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { memoryPersonStore } from '../support/memory-person-store.ts';
import { readPdf } from '../views/pdf/read-pdf.ts';
import { elsewhere, kari, mondayMorning, olav, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';

const uploadInfo = {
  name: 'Kursbevis Meldeplikt 2026-11-23.pdf',
  uploadUrl: 'https://fjordvik-my.sharepoint.com/personal/kari/_api/up?tempauth=hemmelig-nøkkel',
  contentUrl: 'https://fjordvik-my.sharepoint.com/personal/kari/Documents/kursbevis.pdf',
  uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C8C',
  fileType: 'pdf',
  etag: '123',
};
const module = { moduleId: 'meldeplikt' };
let shared: Drive;
let drive: Drive;
let done: Message;
let question: FileOffer;

beforeAll(async () => {
  shared = await createDrive(mondayMorning);
  await settle(shared);
  done = await takeModule(shared, kari, 'meldeplikt');
});
beforeEach(async () => {
  drive = shared;
  for (const list of [drive.uploaded, drive.nextUploads, drive.events]) list.length = 0;
  question = await drive.asks(kari, 'diploma.offer', module);
});

const accepts = (context: object = question.accept, more: object = {}, person = kari) =>
  drive.consents(person, { action: 'accept', context, uploadInfo: { ...uploadInfo, ...more } });
const wordsIn = (what: Message | FileInfo): string => ('card' in what ? wordsOf(what) : `fil: ${what.name}`);
const rowsOf = async (personId: string) => [
  ...(await toArray(drive.stores.people.list(personId, doneRow))),
  ...(await toArray(drive.stores.people.list(personId, progressRow))),
];
const verbsOn = (message: Message) => buttonsOf(message).map(({ verb }) => verb);

describe('a diploma is offered', () => {
  test('on the card of a module that was just finished, and on own progress, for what is finished only', async () => {
    expect(verbsOn(done)).toContain('diploma.offer');
    const progress = buttonsOf((await drive.says(kari, 'kursbeviset mitt')).message);
    const offers = progress.filter(({ verb }) => verb === 'diploma.offer');
    expect(offers.map(({ data }) => data)).toEqual([module]);
    expect(verbsOn(await drive.executes(kari, 'module.open', { moduleId: 'bti-veilederen' }))).not.toContain(
      'diploma.offer',
    );
  });

  test('on own progress also when the module is to be taken again, but not where it was learnt elsewhere', async () => {
    const renewal = { lastDoneAt: mondayMorning, opensOn: '2027-11-23', dueOn: '2027-12-21' } as const;
    const open = { state: 'started' as const, cycle: 2, moduleVersion: 1, startedAt: mondayMorning, position: 0 };
    const rows = [
      { ...open, answers: {}, moduleId: 'meldeplikt', renewal },
      { ...open, answers: {}, moduleId: 'avvergingsplikt', renewal: { ...renewal, lastForm: 'prior' as const } },
    ];
    const again = await createDrive(mondayMorning);
    await settle(again);
    await takeModule(again, kari, 'meldeplikt');
    const writes = rows.map((row) => createRow(progressRow, row));
    await again.stores.people.commit({ personId: 'kari', writes });
    const progress = buttonsOf((await again.says(kari, 'min fremdrift')).message);
    const offers = progress.filter(({ verb }) => verb === 'diploma.offer');
    expect(offers.map(({ data }) => data)).toEqual([module]);
  });

  test('by a question of Teams with the true size, and the card says where to answer', async () => {
    const shown = await drive.executes(kari, 'diploma.offer', module);
    expect(wordsOf(shown)).toContain('Svar på spørsmålet fra Teams under.');
    expect(verbsOn(shown)).not.toContain('diploma.offer');
    expect(question).toMatchObject({
      name: 'Kursbevis Meldeplikt 2026-11-23.pdf',
      description: expect.stringContaining('Meldeplikt'),
      accept: { verb: 'diploma.accept', moduleId: 'meldeplikt', cycle: 1 },
      decline: { verb: 'diploma.decline', moduleId: 'meldeplikt' },
    });
    await accepts();
    expect(question.sizeInBytes).toBe(drive.uploaded[0]?.bytes.length);
  });

  test('to nobody where the municipality has not turned it on, and old cards are answered kindly', async () => {
    drive = await createDrive(mondayMorning, {}, { UNDRING_FILE_HOSTS: '' });
    await settle(drive);
    expect(verbsOn(await takeModule(drive, kari, 'meldeplikt'))).not.toContain('diploma.offer');
    expect(verbsOn((await drive.says(kari, 'min fremdrift')).message)).not.toContain('diploma.offer');
    expect(wordsOf(await drive.executes(kari, 'diploma.offer', module))).toContain('Kursbevis er slått av');
    expect(wordsIn(await accepts())).toContain('Kursbevis er slått av');
    expect(drive.uploaded).toEqual([]);
  });

  test('in the private chat only', async () => {
    const channel = { conversation: { id: '19:felles@thread.tacv2', conversationType: 'channel', tenantId } };
    expect(wordsOf(await drive.executes(kari, 'diploma.offer', module, channel))).toContain('privat chat');
    const value = { action: 'accept', context: question.accept, uploadInfo };
    expect(wordsIn(await drive.consents(kari, value, channel))).toContain('privat chat');
    expect(drive.uploaded).toEqual([]);
  });
});

describe('who says yes', () => {
  test('gets the diploma in OneDrive, and sees it in the chat', async () => {
    expect(await accepts()).toEqual({
      name: 'Kursbevis Meldeplikt 2026-11-23.pdf',
      contentUrl: uploadInfo.contentUrl,
      uniqueId: uploadInfo.uniqueId,
      fileType: 'pdf',
      text: expect.stringContaining('Meldeplikt'),
    });
    expect(drive.uploaded.map(({ url }) => url)).toEqual([uploadInfo.uploadUrl]);
    const { text } = await readPdf(drive.uploaded[0]?.bytes ?? new Uint8Array());
    expect(text).toContain('Kari Lund');
    expect(text).toContain('Meldeplikt');
    expect(text).toContain('23. november 2026');
  });

  test('gets it in the language that is in use when the answer comes', async () => {
    await drive.consents(kari, { action: 'accept', context: question.accept, uploadInfo }, { locale: 'nn-NO' });
    const { text } = await readPdf(drive.uploaded[0]?.bytes ?? new Uint8Array());
    expect(text).toContain('har gjennomført modulen');
    expect(text).toContain('Laga av Undring');
  });

  test('changes nothing that is stored, whatever comes of it', async () => {
    const before = await rowsOf('kari');
    await accepts();
    drive.nextUploads.push({ outcome: 'expired' }, { outcome: 'failed', reason: 'http-503' });
    await accepts();
    await accepts();
    await drive.consents(kari, { action: 'decline', context: question.decline });
    expect(await rowsOf('kari')).toEqual(before);
  });

  test.each([
    [{ outcome: 'expired' as const }, 'Det tok litt for lang tid', 'expired'],
    [{ outcome: 'failed' as const, reason: 'http-503' }, 'Jeg vet ikke om kursbeviset kom fram', 'http-503'],
    [{ outcome: 'failed' as const, reason: 'deadline' }, 'Jeg vet ikke om kursbeviset kom fram', 'deadline'],
  ])('is told kindly when the upload ends with %o, and may try again', async (result, title, reason) => {
    drive.nextUploads.push(result);
    const told = await accepts();
    if (!('card' in told)) throw new Error('a file was shown that is not there');
    expect(wordsOf(told)).toContain(title);
    expect(wordsOf(told)).toContain('Modulen er fortsatt ferdig');
    expect(drive.events).toContainEqual({ event: 'file-not-delivered', reason });
    expect(verbsOn(told)).toContain('diploma.offer');
    question = await drive.asks(kari, 'diploma.offer', module);
    expect(await accepts()).toMatchObject({ fileType: 'pdf' });
  });

  test('and names an address elsewhere to show is told that it did not work, and nothing is sent', async () => {
    for (const contentUrl of ['https://evil.example/x.pdf', 'javascript:alert(1)', 'https://x.sharepoint.com/x.pdf']) {
      expect(wordsIn(await accepts(question.accept, { contentUrl }))).toContain('Jeg vet ikke om');
    }
    expect(drive.uploaded).toEqual([]);
  });

  test('without saying where is answered kindly', async () => {
    for (const info of [undefined, null, {}, 'x', { ...uploadInfo, uploadUrl: '' }, { ...uploadInfo, uniqueId: 7 }]) {
      const value = { action: 'accept', context: question.accept, uploadInfo: info };
      expect(wordsIn(await drive.consents(kari, value))).toContain('Jeg forstod ikke svaret');
    }
    expect(drive.uploaded).toEqual([]);
  });
});

describe('who says no', () => {
  test('gets a kind word and may change their mind', async () => {
    const told = await drive.consents(kari, { action: 'decline', context: question.decline });
    expect(wordsIn(told)).toContain('Helt greit');
    if (!('card' in told)) throw new Error('a file was shown to who said no');
    expect(buttonsOf(told).find(({ verb }) => verb === 'diploma.offer')?.data).toEqual(module);
    expect(drive.uploaded).toEqual([]);
  });

  test('about what nobody knows gets the kind word without a button for it', async () => {
    for (const context of [{ moduleId: 'finnes-ikke' }, { moduleId: 7 }, {}]) {
      const told = await drive.consents(kari, { action: 'decline', context: { verb: 'diploma.decline', ...context } });
      if (!('card' in told)) throw new Error('a file was shown to who said no');
      expect(wordsOf(told)).toContain('Helt greit');
      expect(verbsOn(told)).not.toContain('diploma.offer');
    }
  });
});

describe('what the client says about the diploma', () => {
  test('never leads to somebody else', async () => {
    const foreign = { personId: 'kari', aadObjectId: kari.aadObjectId, displayName: 'Kari Lund', person: 'kari' };
    for (const person of [olav, elsewhere]) {
      const told = await accepts({ ...question.accept, ...foreign }, {}, person);
      expect(wordsIn(told)).toContain('Kursbeviset kommer når modulen er ferdig');
    }
    expect(wordsIn(await accepts(question.accept, {}, stranger))).toContain('Jeg finner deg ikke');
    expect(drive.uploaded).toEqual([]);
  });

  test('never makes one for what is not finished, was never there, or is of a time round that never was', async () => {
    const answers = [
      { moduleId: 'avvergingsplikt' },
      { moduleId: 'finnes-ikke' },
      { cycle: 2 },
      { moduleId: '__proto__' },
    ];
    for (const change of answers) {
      expect(wordsIn(await accepts({ ...question.accept, ...change }))).toContain('Kursbeviset kommer når');
    }
    for (const change of [{ cycle: 0 }, { cycle: '1' }, { moduleId: 'x'.repeat(201) }, { moduleId: null }]) {
      expect(wordsIn(await accepts({ ...question.accept, ...change }))).toContain('Jeg forstod ikke svaret');
    }
    expect(drive.uploaded).toEqual([]);
  });

  test('with a verb of its own, or none, runs nothing that the person could not press', async () => {
    for (const context of [undefined, null, 7, 'x', [], {}, { verb: 7 }, { verb: 'diploma.delete' }]) {
      const value = { action: 'accept', context, uploadInfo };
      expect(wordsIn(await drive.consents(kari, value))).toContain('Dette kortet er for gammelt');
    }
    const guest = { from: { id: '29:g', aadObjectId: kari.aadObjectId, userRole: 'guest' } };
    const value = { action: 'accept', context: question.accept, uploadInfo };
    expect(wordsIn(await drive.consents(kari, value, guest))).toContain('Dette er for ansatte');
    expect(drive.uploaded).toEqual([]);
  });

  test('reaches no event: neither an address nor a name', async () => {
    drive.nextUploads.push({ outcome: 'failed', reason: 'http-500' });
    await accepts();
    await accepts(question.accept, { contentUrl: 'https://evil.example/hemmelig-nøkkel' });
    expect(JSON.stringify(drive.events)).not.toMatch(/hemmelig|sharepoint|evil|Kari/);
  });
});

describe('when something has changed since', () => {
  test('and the module is gone from the pack, the person is told that the completion stands', async () => {
    const row = { moduleId: 'borte', cycle: 1, moduleVersion: 1, completedAt: mondayMorning };
    await drive.stores.people.commit({ personId: 'kari', writes: [createRow(doneRow, row)] });
    const told = await drive.executes(kari, 'diploma.offer', { moduleId: 'borte' });
    expect(wordsOf(told)).toContain('Modulen finnes ikke lenger');
    expect(wordsOf(told)).toContain('fortsatt lagret');
    expect(wordsIn(await accepts({ ...question.accept, moduleId: 'borte' }))).toContain('Modulen finnes ikke lenger');
  });

  test('and it was learned elsewhere, none is made here', async () => {
    const row = { moduleId: 'avvergingsplikt', cycle: 1, moduleVersion: 1, completedAt: mondayMorning, form: 'prior' };
    await drive.stores.people.commit({ personId: 'kari', writes: [createRow(doneRow, row as never)] });
    const told = await drive.executes(kari, 'diploma.offer', { moduleId: 'avvergingsplikt' });
    expect(wordsOf(told)).toContain('Dette har du lært et annet sted');
  });

  test('and storage is down, a kind card with the numbers comes, and it works again afterwards', async () => {
    const people = memoryPersonStore();
    let isDown = false;
    const list: typeof people.list = (personId, row) => {
      if (isDown && row.kind === 'done') throw new Failure('unavailable', 'storage is away; try again');
      return people.list(personId, row);
    };
    drive = await createDrive(mondayMorning, { people: { ...people, list } });
    await settle(drive);
    await takeModule(drive, kari, 'meldeplikt');
    isDown = true;
    expect(wordsOf(await drive.executes(kari, 'diploma.offer', module))).toContain('Jeg får ikke tak i dataene');
    expect(wordsIn(await accepts())).toContain('112');
    expect(drive.uploaded).toEqual([]);
    isDown = false;
    expect(await accepts()).toMatchObject({ fileType: 'pdf' });
  });
});

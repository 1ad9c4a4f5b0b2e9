import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { copyContent } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { cellAt, rowsOf, type Typed, typeIn } from '../support/edit-workbook.ts';
import { aPerson } from '../support/person-builder.ts';
import { versionOf } from './module-version.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

const coordinator = (personId: string, givenName: string, surname: string, n: number) =>
  aPerson(personId, {
    ...{ givenName, displayName: `${givenName} ${surname}`, roles: ['employee', 'coordinator'] },
    ...{ employedOn: '2020-01-01', aadObjectId: `00000000-0000-4000-8000-00000000010${n}` },
  });
const unn = coordinator('unn', 'Unn', 'Vik', 1);
const ali = coordinator('ali', 'Ali', 'Berg', 2);
const place = {
  uploadUrl: 'https://fjordvik-my.sharepoint.com/up',
  contentUrl: 'https://fjordvik-my.sharepoint.com/file.xlsx',
  uniqueId: 'u',
};
const heading = 'cards.plikten-er-din.heading';
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(unn, ali);
});

/** The workbook of a module, as the person gets it in OneDrive. */
async function fetchSheet(person: typeof unn, moduleId = 'meldeplikt'): Promise<Uint8Array> {
  const offer = await drive.asks(person, 'content.sheet', { moduleId });
  await drive.consents(person, { action: 'accept', context: offer.accept, uploadInfo: place });
  const last = drive.uploaded.at(-1);
  if (!last) throw new Error('nothing was uploaded');
  return last.bytes;
}

/** The workbook with texts changed by their path. */
async function edited(bytes: Uint8Array, texts: Readonly<Record<string, Typed>>, locale: 'nb' | 'nn' | 'en' = 'nb') {
  const cells = await Promise.all(
    Object.entries(texts).map(async ([path, text]) => [await cellAt(bytes, path, locale), text] as const),
  );
  return typeIn(bytes, Object.fromEntries(cells));
}

const seenBy = async (person: typeof unn) =>
  wordsOf(await drive.executes(person, 'module.show', { moduleId: 'meldeplikt', position: 0 }));
const kindsOf = async () => (await toArray(drive.stores.content.list())).map(({ kind }) => kind);
/** Whether the words of each workbook that was read lie in storage, the oldest first. */
async function keptTexts(): Promise<readonly boolean[]> {
  const changes = await toArray(drive.stores.content.list());
  const read = changes.flatMap((change) => (change.kind === 'texts-read' ? [change.textsId] : []));
  return Promise.all(read.map(async (textsId) => (await drive.stores.texts.get(textsId)) !== undefined));
}

describe('a coordinator and the workbook', () => {
  test('the whole way: fetched, changed, sent, approved by a second person, and then everybody sees it', async () => {
    const module = await drive.executes(unn, 'content.module', { moduleId: 'meldeplikt' });
    const asked = await drive.presses(unn, module, 'Hent tekstene som Excel');
    expect(wordsOf(asked)).toContain('Arket er klart.');
    const bytes = await fetchSheet(unn);
    const [how, texts] = await rowsOf(bytes);
    expect([how?.sheet, texts?.sheet]).toEqual(['Slik gjør du', 'Tekster']);

    await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    const before = await seenBy(olav);
    const read = await drive.sends(unn, await edited(bytes, { [heading]: 'Du melder selv' }));
    expect(wordsOf(read)).toContain('Én tekst er endret.');
    expect(wordsOf(read)).toContain('Kort 1: overskrift · bokmål');
    expect(wordsOf(read)).toContain('Du melder selv');
    expect(wordsOf(read)).toContain('Du endret bokmål, men ikke nynorsk.');
    expect(await seenBy(olav)).toBe(before);

    const sent = await drive.presses(unn, read, 'Send til godkjenning');
    expect(wordsOf(sent)).toContain('Tekstene er sendt.');
    expect(await seenBy(olav)).toBe(before);

    const list = (await drive.says(ali, 'innhold')).message;
    expect(wordsOf(list)).toContain('nye tekster venter på godkjenning');
    const waiting = await drive.presses(ali, list, 'Åpne Meldeplikt');
    expect(wordsOf(waiting)).toContain('Én ny tekst fra Unn Vik venter på godkjenning.');
    const shown = await drive.presses(ali, waiting, 'Se de nye tekstene');
    const accepted = await drive.presses(ali, shown, 'Godkjenn tekstene');
    expect(wordsOf(accepted)).toContain('De nye tekstene gjelder nå.');
    expect(wordsOf(accepted)).toContain(`Versjon ${versionOf(drive, 'meldeplikt') + 1}`);
    expect(await seenBy(olav)).toContain('Du melder selv');

    const back = await drive.presses(unn, accepted, 'Ta tilbake siste endring');
    expect(wordsOf(back)).toContain('Tok tilbake nye tekster · Unn Vik');
    expect(await seenBy(olav)).not.toContain('Du melder selv');
    expect(await kindsOf()).toEqual(['texts-read', 'texts-sent', 'texts-accepted', 'texts-taken-back']);
  });

  test('an error names its cell and what to do, and nothing is kept', async () => {
    const bytes = await fetchSheet(unn);
    const at = await cellAt(bytes, 'cards.plikten-er-din.text', 'nb');
    const wrong = await drive.sends(unn, await typeIn(bytes, { [at]: 'ord '.repeat(80) }));
    const row = at.slice(1);
    expect(wordsOf(wrong)).toContain('Jeg fant én feil. Ingenting er endret.');
    expect(wordsOf(wrong)).toMatch(new RegExp(`C${Number(row) - 1}:\nKortet har 8\\d ord. Kort det ned til 60.`));
    expect(await kindsOf()).toEqual([]);
  });

  test('sends the same workbook again with more in it: the second takes the place of the first', async () => {
    const bytes = await fetchSheet(unn);
    const first = await edited(bytes, { [heading]: 'Du melder selv' });
    await drive.presses(unn, await drive.sends(unn, first), 'Send til godkjenning');
    const second = await drive.sends(unn, await edited(first, { title: 'Plikten til å melde' }));
    expect(wordsOf(second)).toContain('2 tekster er endret.');
    expect(wordsOf(second)).toContain('gjelder ikke de gamle');
    await drive.presses(unn, second, 'Send til godkjenning');
    const waiting = await drive.executes(ali, 'content.module', { moduleId: 'meldeplikt' });
    expect(wordsOf(waiting)).toContain('2 nye tekster fra Unn Vik');
    const fresh = await fetchSheet(ali);
    expect((await rowsOf(fresh))[1]?.rows.flat()).toContain('Plikten til å melde');
  });

  test('cannot approve the own texts, and a second press changes nothing', async () => {
    const bytes = await edited(await fetchSheet(unn), { [heading]: 'Du melder selv' });
    const read = await drive.sends(unn, bytes);
    await drive.presses(unn, read, 'Send til godkjenning');
    const again = await drive.presses(unn, read, 'Send til godkjenning');
    expect(wordsOf(again)).toContain('Ingenting er endret.');
    const of = buttonsOf(read).find(({ verb }) => verb === 'content.send-texts')?.data.of;
    const own = await drive.executes(unn, 'content.accept-texts', { moduleId: 'meldeplikt', of });
    expect(wordsOf(own)).toContain('En annen enn du må godkjenne tekstene.');
    await drive.executes(ali, 'content.accept-texts', { moduleId: 'meldeplikt', of });
    await drive.executes(ali, 'content.accept-texts', { moduleId: 'meldeplikt', of });
    expect(await kindsOf()).toEqual(['texts-read', 'texts-sent', 'texts-accepted']);
  });

  test('what two have changed is told by cell, and neither is overwritten', async () => {
    const old = await fetchSheet(unn);
    const read = await drive.sends(ali, await edited(await fetchSheet(ali), { [heading]: 'Alis overskrift' }));
    await drive.presses(ali, read, 'Send til godkjenning');
    const blocked = await drive.sends(unn, await edited(old, { title: 'Unns tittel' }));
    expect(wordsOf(blocked)).toContain('Nye tekster fra en annen venter på godkjenning.');
    const of = buttonsOf(read).find(({ verb }) => verb === 'content.send-texts')?.data.of;
    await drive.executes(unn, 'content.accept-texts', { moduleId: 'meldeplikt', of });

    const conflict = await drive.sends(unn, await edited(old, { [heading]: 'Unns overskrift' }));
    expect(wordsOf(conflict)).toContain(`${await cellAt(old, heading, 'nb')}:`);
    expect(wordsOf(conflict)).toContain('En annen har endret denne teksten');
    const elsewhere = await drive.sends(unn, await edited(old, { title: 'Unns tittel' }));
    expect(wordsOf(elsewhere)).toContain('Én tekst er endret.');
    expect(await seenBy(olav)).toContain('Alis overskrift');
  });

  test('words that were dropped or replaced lie nowhere afterwards; those that hold do', async () => {
    const bytes = await fetchSheet(unn);
    const first = await drive.sends(unn, await edited(bytes, { title: 'Noe som ble forkastet' }));
    await drive.presses(unn, first, 'Forkast');
    const second = await drive.sends(unn, await edited(bytes, { title: 'Noe som ble erstattet' }));
    const third = await drive.sends(unn, await edited(bytes, { title: 'Plikten til å melde' }));
    const old = await drive.presses(unn, second, 'Send til godkjenning');
    expect(wordsOf(old)).toContain('Disse tekstene venter ikke lenger på godkjenning.');
    await drive.presses(unn, third, 'Send til godkjenning');
    expect(await keptTexts()).toEqual([false, false, true]);
  });

  test.each([
    ['that could not be told of in the history lie nowhere', false],
    ['that stand in the history are kept, though storage did not say so', true],
  ])('words %s', async (_, isAppended) => {
    const bytes = await fetchSheet(unn);
    const { content, texts } = drive.stores;
    const created: string[] = [];
    drive = await createDrive(drive.now(), {
      ...drive.stores,
      content: {
        ...content,
        async append(change, after) {
          if (isAppended) await content.append(change, after);
          throw new Failure('unavailable', 'storage is away');
        },
      },
      texts: {
        ...texts,
        async create(textsId, edits) {
          created.push(textsId);
          await texts.create(textsId, edits);
        },
      },
    });
    await drive.sends(unn, await edited(bytes, { title: 'Plikten til å melde' }));
    expect(created).toHaveLength(1);
    expect((await texts.get(created[0] ?? '')) !== undefined).toBe(isAppended);
  });

  test('a dropped change is gone for both, and an old card says so', async () => {
    const read = await drive.sends(unn, await edited(await fetchSheet(unn), { [heading]: 'Du melder selv' }));
    await drive.presses(unn, read, 'Forkast');
    const late = await drive.presses(unn, read, 'Send til godkjenning');
    expect(wordsOf(late)).toContain('Disse tekstene venter ikke lenger på godkjenning.');
    const other = await drive.presses(ali, read, 'Send til godkjenning');
    expect(wordsOf(other)).toContain('Disse tekstene venter ikke lenger på godkjenning.');
  });

  test('an approval stays with the words: the new ones are answered for by who accepted them', async () => {
    await drive.executes(unn, 'content.approve', {
      moduleId: 'meldeplikt',
      version: versionOf(drive, 'meldeplikt'),
      validTo: '2027-11-01',
    });
    const read = await drive.sends(unn, await edited(await fetchSheet(unn), { [heading]: 'Du melder selv' }));
    await drive.presses(unn, read, 'Send til godkjenning');
    const of = buttonsOf(read).find(({ verb }) => verb === 'content.send-texts')?.data.of;
    const accepted = await drive.executes(ali, 'content.accept-texts', { moduleId: 'meldeplikt', of });
    expect(wordsOf(accepted)).toContain('Godkjent av Ali Berg til og med mandag 1. november 2027');
    const old = await drive.executes(ali, 'content.approve', {
      moduleId: 'meldeplikt',
      version: versionOf(drive, 'meldeplikt'),
      validTo: '2027-10-01',
    });
    expect(wordsOf(old)).toContain('Modulen er endret siden kortet ble laget.');
  });

  test('words that say that they are not written take no module away from those who are in the middle of it', async () => {
    await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    const before = await seenBy(olav);
    const read = await drive.sends(unn, await edited(await fetchSheet(unn), { [heading]: '(ikke skrevet)' }));
    await drive.presses(unn, read, 'Send til godkjenning');
    const of = buttonsOf(read).find(({ verb }) => verb === 'content.send-texts')?.data.of;
    const refused = await drive.executes(ali, 'content.accept-texts', { moduleId: 'meldeplikt', of });
    expect(wordsOf(refused)).toContain('Det er ikke gjort. Noe er ikke skrevet ennå');
    expect(await seenBy(olav)).toBe(before);
    await drive.executes(ali, 'content.drop-texts', { moduleId: 'meldeplikt', of });
    expect(await kindsOf()).toEqual(['texts-read', 'texts-sent', 'texts-dropped']);
  });

  test('in nynorsk the workbook and the answers are in nynorsk', async () => {
    const nn = { locale: 'nn-NO' };
    const offer = await drive.asks(unn, 'content.sheet', { moduleId: 'meldeplikt' });
    await drive.consents(unn, { action: 'accept', context: offer.accept, uploadInfo: place }, nn);
    const bytes = drive.uploaded.at(-1)?.bytes ?? new Uint8Array();
    expect((await rowsOf(bytes)).map(({ sheet }) => sheet)).toEqual(['Slik gjer du', 'Tekstar']);
    const at = await cellAt(bytes, heading, 'nn');
    const wrong = await drive.sends(unn, await typeIn(bytes, { [at]: null }), nn);
    expect(wordsOf(wrong)).toContain(`${at}:\nCella er tom.`);
  });

  test('an unchanged workbook, one that cannot be fetched, one too large, and a no to the question are answered kindly', async () => {
    const bytes = await fetchSheet(unn);
    expect(wordsOf(await drive.sends(unn, bytes))).toContain('Ingenting er endret');
    expect(wordsOf(await drive.sends(unn, { outcome: 'expired' }))).toContain('Jeg fikk ikke hentet filen');
    expect(wordsOf(await drive.sends(unn, { outcome: 'too-large' }))).toContain('Filen er for stor.');
    const failed = await drive.sends(unn, { outcome: 'failed', reason: 'file-host-not-allowed' });
    expect(wordsOf(failed)).toContain('Jeg fikk ikke hentet filen');
    expect(drive.events).toContainEqual({ event: 'file-not-fetched', reason: 'file-host-not-allowed' });
    const offer = await drive.asks(unn, 'content.sheet', { moduleId: 'meldeplikt' });
    const declined = await drive.consents(unn, { action: 'decline', context: offer.decline });
    if (!('card' in declined)) throw new Error('a no was answered with a file');
    expect(wordsOf(declined)).toContain('Jeg har ikke lagret noe.');
  });
});

describe('texts that wait for a second person', () => {
  const sendTitle = async (title: string): Promise<string> => {
    const read = await drive.sends(unn, await edited(await fetchSheet(unn), { title }));
    return wordsOf(await drive.presses(unn, read, 'Send til godkjenning'));
  };
  const waitingTo = (person: typeof unn) =>
    drive.sent.flatMap(({ to, message }) =>
      to.conversationId === `a:${person.personId}` && message.summary.includes('venter på deg') ? [message] : [],
    );
  const morningOf = async (at: string) => {
    await drive.clockTo(new Date(at));
    await drive.service.jobs.runTick(drive.now());
    await drive.service.jobs.drain();
  };

  test('are told the next morning to who can be that, and stand on the help and in the list until they are accepted', async () => {
    for (const person of [unn, ali]) await drive.installs(person);
    expect(await sendTitle('Plikten til å melde')).not.toContain('Ingen andre');
    // What comes up on the day of the week's card is still told by that one.
    await morningOf('2026-11-23T11:00:00Z');
    await morningOf('2026-11-24T07:30:00Z');
    const [card, ...more] = waitingTo(ali);
    if (!card) throw new Error('no card came');
    expect([more, waitingTo(unn)]).toEqual([[], []]);
    expect(wordsOf(card)).toContain('Godkjenn de nye tekstene innen tirsdag 24. november');
    const { message: help } = await drive.says(ali, 'hjelp');
    expect(wordsOf(help)).toContain('1 endring venter på deg');
    expect(wordsOf((await drive.says(unn, 'hjelp')).message)).not.toContain('venter på deg');
    const list = await drive.presses(ali, help, 'Se hva som venter');
    expect(wordsOf(list)).toContain('Godkjenn de nye tekstene innen tirsdag 24. november');
    const module = await drive.presses(ali, card, 'Åpne Meldeplikt');
    const shown = await drive.presses(ali, module, 'Se de nye tekstene');
    await drive.presses(ali, shown, 'Godkjenn tekstene');
    expect(wordsOf((await drive.says(ali, 'hjelp')).message)).not.toContain('venter på deg');
  });

  test('are told as late when nobody read them in time, also to who sent them', async () => {
    for (const person of [unn, ali]) await drive.installs(person);
    await sendTitle('Plikten til å melde');
    await morningOf('2026-11-30T08:00:00Z');
    const cards = drive.sent.filter(({ message }) => message.summary.includes('du svarer for'));
    expect(cards.map(({ to }) => to.conversationId).toSorted()).toEqual(['a:ali', 'a:unn']);
    for (const { message } of cards) {
      expect(wordsOf(message)).toContain('Ingen godkjente de nye tekstene innen tirsdag 24. november');
    }
  });

  test('whoever sends them, and is the only one who looks after the content, is told so', async () => {
    drive = await createDrive(mondayMorning);
    await settle(drive);
    await drive.knows(unn);
    const alone = await sendTitle('Plikten til å melde');
    expect(alone).toContain('Tekstene er sendt.');
    expect(alone).toContain('Ingen andre i personallista kan godkjenne dem. Be administrator');
  });

  test.each([
    ['Godkjenn tekstene', 'Ali Berg godkjente tekstene dine mandag 23. november'],
    ['Forkast', 'Ali Berg forkastet tekstene dine mandag 23. november'],
  ])('after "%s", who sent them finds what became of them in the list, for a week', async (press, told) => {
    await sendTitle('Plikten til å melde');
    const module = await drive.executes(ali, 'content.module', { moduleId: 'meldeplikt' });
    await drive.presses(ali, await drive.presses(ali, module, 'Se de nye tekstene'), press);
    const listOf = async (person: typeof unn) => wordsOf(await drive.executes(person, 'content.list', {}));
    expect(await listOf(unn)).toContain(told);
    expect(await listOf(ali)).not.toContain('tekstene dine');
    await drive.clockTo(new Date('2026-12-01T09:00:00Z'));
    expect(await listOf(unn)).not.toContain('tekstene dine');
  });

  test('and are older than the files by now, are told to who sent them, and their words lie nowhere after the next ones', async () => {
    await sendTitle('Plikten til å melde');
    const version = versionOf(drive, 'meldeplikt');
    const file = 'modules/meldeplikt/module.yaml';
    const folder = await copyContent({ file, find: `\nversion: ${version}\n`, put: `\nversion: ${version + 1}\n` });
    drive = await createDrive(drive.now(), drive.stores, { UNDRING_PACK: folder });
    const listOf = async (person: typeof unn) => wordsOf(await drive.executes(person, 'content.list', {}));
    const told = 'Modulen har fått nyere filer enn tekstene du sendte mandag 23. november. Send dem på nytt.';
    expect(await listOf(unn)).toContain(told);
    expect(await listOf(ali)).not.toContain('Send dem på nytt');
    await drive.sends(unn, await edited(await fetchSheet(unn), { title: 'Plikten til å melde' }));
    expect(await listOf(unn)).not.toContain('Send dem på nytt');
    expect(await keptTexts()).toEqual([false, true]);
  });
});

describe('a file', () => {
  test('from somebody who may not edit is not fetched, and they are told what to do', async () => {
    for (const person of [olav, rektor]) {
      const answer = await drive.sends(person, new Uint8Array([1]));
      expect(wordsOf(answer)).toContain('Jeg åpner ikke filer');
    }
    expect(drive.fetched).toEqual([]);
  });

  test('in a channel or a group is not fetched', async () => {
    const conversation = { id: '19:x@thread.tacv2', conversationType: 'channel', isGroup: true };
    const answer = await drive.sends(unn, new Uint8Array([1]), { conversation });
    expect(wordsOf(answer)).not.toContain('Excel');
    expect(drive.fetched).toEqual([]);
  });

  test('that is a picture, without an address, or one of several is not fetched', async () => {
    const picture = { attachments: [{ contentType: 'image/*', contentUrl: 'https://smba.example/v3/1' }] };
    expect(wordsOf(await drive.sends(unn, new Uint8Array([1]), picture))).toContain('Denne filen kan jeg ikke lese');
    const info = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.xlsx' };
    expect(wordsOf(await drive.sends(unn, new Uint8Array([1]), { attachments: [info] }))).toContain(
      'kan jeg ikke lese',
    );
    const two = [info, info].map((one) => ({
      ...one,
      content: { downloadUrl: 'https://fjordvik-my.sharepoint.com/x' },
    }));
    expect(wordsOf(await drive.sends(unn, new Uint8Array([1]), { attachments: two }))).toContain('Ett ark om gangen');
    expect(drive.fetched).toEqual([]);
  });

  test('with a worry beside it gets help first', async () => {
    const answer = await drive.sends(olav, new Uint8Array([1]), { text: 'et barn blir slått hjemme' });
    expect(wordsOf(answer)).toContain('112');
    expect(drive.fetched).toEqual([]);
  });

  test('cannot be named by a press', async () => {
    const answer = await drive.executes(unn, 'content.receive', {
      files: [{ downloadUrl: 'https://fjordvik-my.sharepoint.com/x' }],
    });
    expect(wordsOf(answer)).toContain('Denne filen kan jeg ikke lese');
    expect(drive.fetched).toEqual([]);
  });

  test('nobody is offered one where the municipality has named no hosts', async () => {
    drive = await createDrive(mondayMorning, {}, { UNDRING_FILE_HOSTS: '' });
    await settle(drive);
    await drive.knows(unn);
    const module = await drive.executes(unn, 'content.module', { moduleId: 'meldeplikt' });
    expect(buttonsOf(module).map(({ verb }) => verb)).not.toContain('content.sheet');
    expect(wordsOf(await drive.sends(unn, new Uint8Array([1])))).toContain('Excel er slått av');
  });
});

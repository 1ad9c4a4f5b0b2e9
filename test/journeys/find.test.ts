import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { mondayMorning, olav, settle, stranger } from './people.ts';

let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
});

const broken = (): never => {
  throw new Failure('unavailable', 'storage is away; try later');
};

describe('somebody who asks what a word means', () => {
  test('reads the meaning first, who answers for it, and opens what belongs to it', async () => {
    const { message } = await drive.says(olav, 'hva betyr stafettholder?');
    const words = wordsOf(message);
    expect(words).toMatch(/^Stafettholder\nDen ene faste personen som leder arbeidet/);
    expect(words).toContain('Utkast, ikke kvalitetssikret · versjon 1 · BTI-koordinator · sist sjekket');
    expect(wordsOf(await drive.presses(olav, message, 'Nivå 0–3: slik samarbeider vi'))).toContain('Nivåene i BTI');
    expect(wordsOf(await drive.presses(olav, message, 'module.open'))).toContain('Praktisk bruk av BTI-veilederen');
  });

  test('is answered in the language of the client, whatever language the word is of', async () => {
    expect(wordsOf((await drive.says(olav, 'stafettholder', { locale: 'en-GB' })).message)).not.toContain('Den ene');
    const { message } = await drive.says(olav, 'what does stafettholder mean', { locale: 'en-GB' });
    expect(wordsOf(message)).toContain('The one person who leads the work around the child');
  });

  test('finds a form that has no page among the forms, and is told so', async () => {
    const { message } = await drive.says(olav, 'finn evalueringsskjema');
    expect(wordsOf(message)).toContain('(ikke lagt inn)');
    expect(wordsOf(await drive.presses(olav, message, 'Evalueringsskjema'))).toContain('Skjemaer og veiledere');
  });

  test('who is not in the roster gets no module of the staff, and no button that would be refused', async () => {
    const verbs = buttonsOf((await drive.says(stranger, 'hva betyr samtykke')).message).map(({ verb }) => verb);
    expect(verbs).not.toContain('module.open');
    expect(verbs).not.toContain('module.list');
    expect(verbs).not.toContain('content.report');
    expect(verbs).toEqual(expect.arrayContaining(['guide.start', 'general.list']));
  });

  test('who is not in the roster opens the modules that everybody may read', async () => {
    const { message } = await drive.says(stranger, 'finn modul om meldeplikt');
    expect(wordsOf(message)).toContain('Meldeplikt');
    expect(wordsOf(await drive.presses(stranger, message, 'Les Meldeplikt'))).toMatch(/Meldeplikt[\s\S]*kort 1 av/i);
    const all = await drive.presses(stranger, message, 'Les en modul');
    expect(wordsOf(all)).toContain('Disse er for alle');
  });

  test('is answered with storage down', async () => {
    const down = await createDrive(mondayMorning, {
      personKeys: { get: async () => broken(), create: async () => broken(), delete: async () => broken() },
      people: { get: async () => broken(), list: () => broken(), commit: async () => broken() },
    });
    expect(wordsOf((await down.says(olav, 'hva er PPT?')).message)).toContain('Pedagogisk-psykologisk tjeneste');
  });
});

describe('the search field', () => {
  const help = async () => (await drive.says(olav, 'hjelp')).message;
  const search = async (words: unknown) => drive.presses(olav, await help(), 'Søk', { words });

  test('on the card of help finds what is written in it', async () => {
    expect(wordsOf(await search('stafet holder'))).toMatch(/^Stafettholder\n/);
    expect(wordsOf(await search('møte'))).toMatch(/^Dette fant jeg[\s\S]*Møtemal og referatmal/);
  });

  test('that is empty asks what is looked for, and nothing found has three ways on', async () => {
    for (const empty of ['', '   ', null, 7, { a: 1 }]) {
      expect(wordsOf(await search(empty))).toContain('Hva leter du etter?');
    }
    const nothing = await search('kaffetrakter');
    expect(wordsOf(nothing)).toContain('Det fant jeg ikke');
    expect(buttonsOf(nothing).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['guide.start', 'module.list', 'help.show', 'find.search']),
    );
  });

  test('that tells of danger leads to the numbers, as a message does', async () => {
    const words = wordsOf(await search('eleven sier at pappa slår'));
    expect(words).toContain('112');
    expect(words).toContain('113');
  });

  test('that has the title of a module about danger gives the numbers first, and the module below', async () => {
    const [first, below, ...others] = await drive.executesAll(olav, 'find.search', { words: 'Vold og overgrep' });
    if (!first || !below) throw new Error('nothing was said below the numbers');
    expect(wordsOf(first)).toContain('112');
    expect(wordsOf(below)).toMatch(/^Dette fant jeg\nEr det fare nå, ring \*\*112\*\*[\s\S]*Vold og overgrep/);
    expect(buttonsOf(below).map(({ verb }) => verb)).toEqual(expect.arrayContaining(['module.open', 'guide.start']));
    expect(others).toEqual([]);
  });

  test('in a group, or for somebody who is not in the list, says no more than the numbers where there is danger', async () => {
    const channel = { conversation: { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: 't' } };
    const danger = { words: 'Vold og overgrep' };
    expect(await drive.executesAll(olav, 'find.search', danger, channel)).toHaveLength(1);
    expect(await drive.executesAll(stranger, 'find.search', danger)).toHaveLength(1);
  });

  test('that has the title of a module for everybody finds it also for who is not in the list', async () => {
    const found = await drive.executes(stranger, 'find.search', { words: 'Samtalen med barnet' });
    expect(buttonsOf(found).map(({ title }) => title)).toContain('Les Samtalen med barnet');
  });

  test('that has the title of a module for leaders shows it to nobody else', async () => {
    expect(wordsOf(await search('Lederansvar'))).not.toContain('Lederansvar');
  });

  test('holds no button that sends what stands in it, besides its own', async () => {
    for (const message of [await help(), await search('samtykke'), await search('kaffetrakter')]) {
      const sending = JSON.stringify(message.card).match(
        /"type":"Action\.Execute","verb":"([^"]+)","title":"[^"]*"(?!,"associatedInputs")/g,
      );
      expect(sending?.filter((press) => !press.includes('"find.search"')) ?? []).toEqual([]);
    }
  });

  test('leaves nothing of what was written: not on the card, not in an event, not in a row', async () => {
    const commits: unknown[] = [];
    const { people } = drive.stores;
    const watched = await createDrive(mondayMorning, {
      ...drive.stores,
      people: { ...people, commit: async (change) => void commits.push(change) },
    });
    const replies = [
      await watched.executes(olav, 'find.search', { words: 'stafettlogg Ola Nordmann 01010112345 hemmelig' }),
      await watched.submits(olav, { verb: 'find.search', words: 'Ola Nordmann hemmelig' }),
      await watched.says(olav, 'søk hemmelig dings'),
    ];
    expect(JSON.stringify([replies, watched.events, commits])).not.toMatch(/Nordmann|01010112345|hemmelig/);
    expect(commits).toEqual([]);
    expect(watched.events.filter(({ event }) => event !== 'content-problem')).toEqual([]);
  });

  test('of a card that was tampered with shows only what exists, and is for the private chat', async () => {
    const wild = ['word:__proto__', 'module:lederansvar', 'word:ppt', 'x'.repeat(150)];
    expect(wordsOf(await drive.executes(olav, 'find.search', { found: wild }))).toContain('PPT');
    expect(wordsOf(await drive.executes(olav, 'find.word', { wordId: 'gone' }))).toContain('Det fant jeg ikke');
    const channel = { conversation: { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: 't' } };
    const shared = wordsOf(await drive.executes(olav, 'find.search', { words: 'ppt' }, channel));
    expect(shared).not.toContain('Pedagogisk');
    expect(shared).toContain('112');
  });
});

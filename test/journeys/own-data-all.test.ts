import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import type { Person } from '../../src/features/people/person.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { pingRow } from '../../src/features/reminders/ping-rows.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { readEverything } from '../support/read-everything.ts';
import { kari, mondayMorning, olav, rektor, settle, stranger } from './people.ts';
import { takeModule } from './take-module.ts';

const withoutFiles = { UNDRING_FILE_HOSTS: '' };
const inNynorsk = { locale: 'nn-NO' };
let drive: Drive;

async function opens(settings: Readonly<Record<string, string>> = withoutFiles): Promise<void> {
  drive = await createDrive(mondayMorning, {}, settings);
  await settle(drive);
}
beforeEach(() => opens());

/** A module taken, a course, and what the leader has arranged, and said no to. */
async function hasSomeOfEach(): Promise<void> {
  await takeModule(drive, olav, 'bti-veilederen');
  await drive.executes(olav, 'certificate.save', { kindId: 'forstehjelp', takenOn: '2026-03-03' });
  await drive.executes(olav, 'prior.send', { moduleId: 'meldeplikt', takenOn: '2024-03-03', place: 'education' });
  await drive.passes(1);
  const list = await drive.executes(rektor, 'prior.pending', {});
  const why = await drive.presses(rektor, list, 'Si nei til Olav');
  await drive.presses(rektor, why, 'Det er for lenge siden');
  const free = await drive.executes(rektor, 'staff.exempt', { personId: 'olav', moduleId: 'avvergingsplikt' });
  await drive.presses(rektor, free, 'Har utdanning i dette');
}

const titlesOn = (message: Message) => buttonsOf(message).map(({ title }) => title);

/** From "mine data" to the end. */
async function readsAll(person: Person): Promise<readonly Message[]> {
  const pages = [await drive.presses(person, (await drive.says(person, 'mine data')).message, 'Vis alt')];
  for (let card = pages[0]; card && titlesOn(card).includes('Neste side'); card = pages.at(-1)) {
    pages.push(await drive.presses(person, card, 'Neste side'));
  }
  return pages;
}
const rowsOf = ({ card }: Message): readonly string[] =>
  JSON.parse(JSON.stringify(card.body)).flatMap(({ items = [] }: { items?: { text: string; style?: string }[] }) =>
    items.filter(({ style }) => style !== 'heading').map(({ text }) => text),
  );
async function hasDates(count: number): Promise<void> {
  const writes = Array.from({ length: count }, (_, day) =>
    createRow(pingRow, { on: new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10) as '2026-12-01' }),
  );
  await drive.stores.people.commit({ personId: 'kari', writes });
}

describe('"vis alt", where the municipality has no files', () => {
  test('says what is stored and not only how much: the log, what is arranged, what was learnt before and why not, courses', async () => {
    await hasSomeOfEach();
    const words = (await readsAll(olav)).map(wordsOf).join('\n');
    for (const line of [
      'Praktisk bruk av BTI-veilederen: ferdig 23. november 2026',
      'Meldeplikt: tatt 3. mars 2024, ikke bekreftet. Hvor: I utdanningen min. Du sendte det til lederen 23. november 2026. ' +
        'Lederen svarte 23. november 2026. Grunn: Det er for lenge siden.',
      'Avvergingsplikt: lederen sa 23. november 2026 at du ikke trenger å ta modulen. Grunn: Har utdanning i dette.',
      'Førstehjelp: tatt 3. mars 2026, gyldig til og med ',
      'en leder sa nei til tidligere læring (Meldeplikt)',
      'en leder ga fritak for en modul (Avvergingsplikt)',
      'Lederen din ser dette om deg',
      'i 90 dager',
    ]) {
      expect(words).toContain(line);
    }
    expect(words).not.toMatch(/Kari|Siv/);
  });

  test('has at most 25 lines on a card, each line once, and the heading again where a section goes on', async () => {
    await hasDates(60);
    const pages = await readsAll(kari);
    const rows = pages.map(rowsOf);
    expect(rows.slice(0, -1).every(({ length }) => length === 25)).toBe(true);
    expect(rows.at(-1)?.length).toBeLessThanOrEqual(25);
    expect(new Set(rows.flat()).size).toBe(rows.flat().length);
    expect(rows.flat()).toContain('\u200b29. januar 2027');
    expect(pages.slice(-2).map((page) => wordsOf(page).includes('«Minn meg»'))).toEqual([true, true]);
    const last = pages.at(-1);
    expect(last && titlesOn(last)).toEqual(['Forrige side', 'Tilbake til mine data']);
  });

  test('goes back page by page, and to the card that counts', async () => {
    await hasDates(60);
    const [first, second] = await readsAll(kari);
    if (!first || !second) throw new Error('there is one page only');
    expect(await drive.presses(kari, second, 'Forrige side')).toEqual(first);
    expect(wordsOf(await drive.presses(kari, second, 'Tilbake til mine data'))).toContain('Dette er lagret om deg');
  });

  test('answers a second press as the first, changes nothing, and gives the last page for one that is gone', async () => {
    await hasSomeOfEach();
    const rows = () => readEverything(drive.stores, { people: ['olav'], sessions: [], textsId: 'x' });
    const before = await rows();
    const once = await drive.executes(olav, 'own-data.all', { page: 1 });
    expect(await drive.executes(olav, 'own-data.all', { page: 1 })).toEqual(once);
    const last = (await readsAll(olav)).at(-1);
    expect(await drive.executes(olav, 'own-data.all', { page: 40 })).toEqual(last);
    expect(await drive.executes(olav, 'own-data.all', { page: 'x' })).toEqual((await readsAll(olav))[0]);
    expect(await rows()).toBe(before);
  });

  test('speaks nynorsk to who has it', async () => {
    await hasSomeOfEach();
    const pages = [0, 1, 2].map((page) => drive.executes(olav, 'own-data.all', { page }, inNynorsk));
    const words = (await Promise.all(pages)).map(wordsOf).join('\n');
    expect(words).toContain('Alt som er lagra om deg');
    expect(words).toContain(
      'ikkje stadfesta. Kvar: I utdanninga mi. Du sende det til leiaren 23. november 2026. ' +
        'Leiaren svarte 23. november 2026. Grunn: Det er for lenge sidan.',
    );
  });

  test('is where an old button for a file leads', async () => {
    const card = await drive.executes(kari, 'own-data.offer', { format: 'pdf' });
    expect(wordsOf(card)).toContain('Du kan lese alt her i chatten: trykk «Vis alt».');
    expect(wordsOf(await drive.presses(kari, card, 'Vis alt'))).toContain('Kari Lund, Solbakken skole.');
  });

  test('concerns nobody but the one who asks, whoever the press names, and is for nobody whom we do not know', async () => {
    const asLeader = wordsOf(await drive.executes(rektor, 'own-data.all', { page: 0, personId: 'kari' }));
    expect(asLeader).toContain('Siv Moe');
    expect(asLeader).not.toContain('Kari');
    const asStranger = await drive.executes(stranger, 'own-data.all', { page: 0, personId: 'kari' });
    expect(wordsOf(asStranger)).not.toMatch(/Alt som er lagret|Kari/);
    drive.named(stranger, 'gjest@elsewhere.example', { isGuest: true });
    const asGuest = await drive.executes(stranger, 'own-data.all', { page: 0, personId: 'kari' });
    expect(wordsOf(asGuest)).not.toMatch(/Alt som er lagret|Kari/);
  });

  test('shows a name that tries to be more as a name', async () => {
    const displayName = '**Eva** [her](https://evil.example)';
    const odd = { ...kari, personId: 'odd', displayName, aadObjectId: '00000000-0000-4000-8000-000000000077' };
    await drive.knows(odd);
    const card = await drive.executes(odd, 'own-data.all', { page: 0 });
    expect(wordsOf(card)).toContain('Eva');
    expect(JSON.stringify(card)).not.toMatch(/\*\*Eva|\]\(https/);
  });
});

test('"vis alt" is offered beside the file, where files are on', async () => {
  await opens({});
  const { message } = await drive.says(kari, 'mine data');
  expect(titlesOn(message).slice(0, 3)).toEqual(['Vis alt', 'Hent som PDF', 'Hent som JSON']);
  expect(wordsOf(await drive.presses(kari, message, 'Vis alt'))).toContain('Alt som er lagret om deg');
});

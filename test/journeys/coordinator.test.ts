import { beforeEach, describe, expect, test } from 'vitest';
import { toArray } from '../../src/features/people/person-store.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { versionOf } from './module-version.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000010${n}`;
const unn = aPerson('unn', {
  ...{ givenName: 'Unn', displayName: 'Unn Vik', roles: ['employee', 'coordinator'], employedOn: '2020-01-01' },
  aadObjectId: aad(1),
});
const ali = aPerson('ali', {
  ...{ givenName: 'Ali', displayName: 'Ali Berg', roles: ['employee', 'coordinator'], employedOn: '2020-01-01' },
  aadObjectId: aad(2),
});
let drive: Drive;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(unn, ali);
});

/** The form of a contact, with another name than before. */
const newName = {
  ...{ name_nb: 'PP-tenesta', name_nn: 'PP-tenesta', name_en: 'PPT' },
  ...{ use_nb: 'råd', use_nn: 'råd', use_en: 'advice' },
};

describe('a coordinator', () => {
  test('finds what waits, reads a module to its end, and approves it: everybody sees it at once', async () => {
    const { message: list } = await drive.says(unn, 'innhold');
    expect(wordsOf(list)).toContain('Meldeplikt');
    expect(wordsOf(list)).toContain('Utkast');
    const module = await drive.presses(unn, list, 'Åpne Meldeplikt');
    let card = await drive.presses(unn, module, 'Se kortene');
    while (buttonsOf(card).some(({ title }) => title === 'Neste')) card = await drive.presses(unn, card, 'Neste');
    expect(wordsOf(card)).toContain('Tenk etter');
    const meeting = await drive.presses(unn, card, 'Se møtet');
    const { group } = drive.service.pack.catalogue.modules.find(({ moduleId }) => moduleId === 'meldeplikt') ?? {};
    for (const stage of group?.stages ?? []) {
      if (stage.kind === 'case') expect(wordsOf(meeting)).toContain(stage.text.nb.split('\n')[0]);
      if (stage.kind === 'question') expect(wordsOf(meeting)).toContain(stage.text.nb.split('\n')[0]);
    }
    const before = await drive.presses(unn, meeting, 'Forrige');
    expect(wordsOf(before)).toBe(wordsOf(card));
    const back = await drive.presses(unn, meeting, 'Til modulen');
    const approved = await drive.presses(unn, back, `Godkjenn versjon ${versionOf(drive, 'meldeplikt')}`, {
      validTo: '2027-11-01',
    });
    expect(wordsOf(approved)).toContain('Godkjent av Unn Vik til og med mandag 1. november 2027');
    const shown = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    expect(wordsOf(shown)).not.toContain('Utkast');
  });

  test('sends a module back with a reason, and it is a draft again', async () => {
    await drive.executes(unn, 'content.approve', {
      moduleId: 'meldeplikt',
      version: versionOf(drive, 'meldeplikt'),
      validTo: '2027-11-01',
    });
    const asked = await drive.executes(ali, 'content.return', {
      moduleId: 'meldeplikt',
      version: versionOf(drive, 'meldeplikt'),
    });
    expect(wordsOf(asked)).toContain('Velg hvorfor');
    const returned = await drive.executes(ali, 'content.return', {
      ...{ moduleId: 'meldeplikt', version: versionOf(drive, 'meldeplikt'), reason: 'wrong-fact' },
    });
    expect(wordsOf(returned)).toContain('Sendt tilbake av Ali Berg: noe er feil');
    expect(wordsOf(await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' }))).toContain('Utkast');
  });

  test('reads every end of a practice talk before approving it', async () => {
    const { modules } = drive.service.pack.catalogue;
    const talking = modules.find(({ dialogues }) => dialogues.length > 0);
    const [dialogue] = talking?.dialogues ?? [];
    const position = (talking?.cards.length ?? 0) + (talking?.quiz.length ?? 0);
    const card = await drive.executes(unn, 'content.card', { moduleId: talking?.moduleId, position });
    expect(dialogue?.ends.length).toBeGreaterThan(1);
    for (const { text } of dialogue?.ends ?? []) expect(wordsOf(card)).toContain(text.nb);
  });

  test('takes a card away, and who is in the middle of the module goes on without it', async () => {
    const before = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    const hidden = await drive.executes(unn, 'content.withdraw', { moduleId: 'meldeplikt', cardId: 'plikten-er-din' });
    expect(wordsOf(hidden)).toContain('Kortet er tatt bort');
    const after = await drive.executes(olav, 'module.show', { moduleId: 'meldeplikt', position: 0 });
    expect(wordsOf(after)).not.toBe(wordsOf(before));
    await drive.presses(unn, hidden, 'Vis kortet igjen');
    const again = await drive.executes(olav, 'module.show', { moduleId: 'meldeplikt', position: 0 });
    expect(wordsOf(again)).toContain('Modulen er endret siden sist');
    const later = await drive.executes(olav, 'module.open', { moduleId: 'meldeplikt' });
    expect(wordsOf(later)).toBe(wordsOf(before));
  });

  test('sets a number: it is on the card at once, and a second person confirms it', async () => {
    const { message: modules } = await drive.says(unn, 'innhold');
    const list = await drive.presses(unn, modules, 'Numrene til kommunen');
    const number = await drive.presses(unn, list, 'Åpne PPT');
    expect(wordsOf(number)).toContain('Nummeret er ikke lagt inn.');
    const saved = await drive.presses(unn, number, 'Lagre nummeret', { number: '77001234' });
    expect(wordsOf(saved)).toContain('En annen enn Unn Vik må bekrefte det innen tirsdag 24. november');
    expect(buttonsOf(saved).map(({ title }) => title)).not.toContain('Bekreft 77 00 12 34');
    expect(wordsOf((await drive.says(olav, 'hvem ringer jeg')).message)).toMatch(/77.00.12.34/);
    const asked = await drive.executes(ali, 'content.number', { contactId: 'ppt' });
    const confirmed = await drive.presses(ali, asked, 'Bekreft 77 00 12 34');
    expect(wordsOf(confirmed)).toContain('Bekreftet nummeret · Ali Berg');
  });

  test('may write a number in the words of a contact once it is set for another, and not before', async () => {
    const form = await drive.executes(unn, 'content.contact', { contactId: 'barnevern' });
    const words = { name_nb: 'Barnevernet', name_nn: 'Barnevernet', name_en: 'Child welfare' };
    const typed = {
      ...words,
      use_nb: 'PPT svarer på 77 00 12 34',
      use_nn: 'PPT: 77 00 12 34',
      use_en: 'PPT: 77 00 12 34',
    };
    expect(wordsOf(await drive.presses(unn, form, 'Lagre', typed))).toContain('et nummer som ikke står i kontaktlista');
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    expect(wordsOf(await drive.presses(unn, form, 'Lagre', typed))).toContain('Endringen er lagret');
  });

  test('corrects what is told of a contact: everybody sees it at once, and a second person confirms it', async () => {
    const number = await drive.executes(unn, 'content.number', { contactId: 'ppt' });
    const form = await drive.presses(unn, number, 'Navn, tekst og tider');
    const hours = { opening: 'weekdays', from: '08:00', to: '15:30' };
    const typed = { ...newName, ...hours, use_nb: 'råd om språk' };
    const linked = await drive.presses(unn, form, 'Lagre', { ...typed, use_nb: 'se [her](https://a.no)' });
    expect(wordsOf(linked)).toContain('Skriv bare vanlig tekst');
    const named = await drive.presses(unn, form, 'Lagre', { ...typed, use_nb: 'spør om 01020312345' });
    expect(JSON.stringify(named.card)).not.toContain('01020312345');
    const twice = await drive.presses(unn, form, 'Lagre', { ...typed, name_en: '', use_nb: 'spør om 01020312345' });
    expect(JSON.stringify(twice.card)).not.toContain('01020312345');
    expect(await toArray(drive.stores.content.list())).toEqual([]);
    const saved = await drive.presses(unn, form, 'Lagre', typed);
    expect(wordsOf(saved)).toContain('En annen enn Unn Vik må bekrefte det innen tirsdag 24. november');
    expect(wordsOf(await drive.presses(unn, form, 'Lagre', typed))).toContain('Det var slik fra før');
    expect(wordsOf((await drive.says(olav, 'hvem ringer jeg')).message)).toContain('PP-tenesta');
    expect(wordsOf((await drive.says(olav, 'hvem ringer jeg')).message)).toContain('råd om språk');
    const [set] = await toArray(drive.stores.content.listOf('contact:ppt'));
    const own = await drive.executes(unn, 'content.confirm-contact', { contactId: 'ppt', of: set?.changeId });
    expect(wordsOf(own)).toContain('En annen enn du må bekrefte.');
    const asked = await drive.executes(ali, 'content.contact', { contactId: 'ppt' });
    const confirmed = await drive.presses(ali, asked, 'Bekreft at det stemmer');
    expect(wordsOf(confirmed)).toContain('Bekreftet navn, tekst og tider · Ali Berg');
    expect(JSON.stringify(drive.events)).not.toMatch(/PP-tenesta|01020312345/);
    const police = await drive.executes(unn, 'content.set-contact', { contactId: 'police', ...typed });
    expect(wordsOf(police)).toContain('likt i hele landet');
    expect(await toArray(drive.stores.content.list())).toHaveLength(2);
  });

  test('that nobody confirmed in time is told as it is: a number with a warning, and the words from before', async () => {
    const late = new Date('2026-11-25T09:00:00Z');
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    const form = await drive.executes(unn, 'content.contact', { contactId: 'ppt' });
    await drive.presses(unn, form, 'Lagre', newName);
    await drive.clockTo(late);
    const number = wordsOf(await drive.executes(ali, 'content.number', { contactId: 'ppt' }));
    expect(number).toContain('Ingen bekreftet nummeret innen tirsdag 24. november');
    expect(number).toContain('Ingen bekreftet navn, tekst eller tider innen tirsdag 24. november');
    expect(number).not.toContain('Alle ser nummeret nå');
    const contact = wordsOf(await drive.executes(ali, 'content.contact', { contactId: 'ppt' }));
    expect(contact).toContain('Alle ser det som sto før.');
    expect(contact).not.toContain('Alle ser dette nå');
    // Any change makes the content anew, as the service does on each new day.
    await drive.executes(ali, 'content.day-off', { day: '2026-12-14', isOff: true });
    const call = wordsOf((await drive.says(olav, 'hvem ringer jeg')).message);
    expect(call).toContain('ingen har bekreftet nummeret');
    expect(call).not.toContain('PP-tenesta');
  });

  test('who is the only one that may confirm is told so on saving, and who can change that', async () => {
    const alone = await createDrive(mondayMorning);
    await alone.knows(unn, olav);
    const set = (number: string) => alone.executes(unn, 'content.set-number', { contactId: 'ppt', number });
    const words = wordsOf(await set('77001234'));
    expect(words).toContain('Endringen er lagret');
    expect(words).toContain('Ingen andre i personallista kan bekrefte det. Be administrator');
    const day = await alone.executes(unn, 'content.day-off', { day: '2026-12-14', isOff: true });
    expect(wordsOf(day)).toContain('Ingen andre i personallista');
    await alone.knows(ali);
    expect(wordsOf(await set('77001235'))).not.toContain('Ingen andre');
  });

  test('changes the name of a contact without a number: the list tells both, and no stray dot', async () => {
    const form = await drive.executes(unn, 'content.contact', { contactId: 'ppt' });
    await drive.presses(unn, form, 'Lagre', newName);
    const list = await drive.executes(ali, 'content.list', { section: 'numbers', near: 'ppt' });
    expect(wordsOf(list)).toContain('Ikke lagt inn · venter på at noen bekrefter');
    expect(wordsOf(list)).not.toMatch(/^ ?·/m);
  });

  test('who saves from an old form is shown what somebody else has changed since, and keeps what was typed', async () => {
    const form = await drive.executes(unn, 'content.contact', { contactId: 'ppt' });
    const typed = { name_nb: 'PPT', name_nn: 'PPT', name_en: 'PPT', use_nb: 'råd', use_nn: 'råd', use_en: 'advice' };
    await drive.presses(ali, form, 'Lagre', { ...typed, use_nb: 'råd om språk' });
    const old = await drive.presses(unn, form, 'Lagre', { ...typed, use_nb: 'råd om læring' });
    expect(wordsOf(old)).toContain('Dette er endret siden kortet ble laget.');
    expect(wordsOf(old)).toContain('Hva det er for, på bokmål: råd om språk');
    expect(JSON.stringify(old.card)).toContain('"value":"råd om læring"');
    expect(await toArray(drive.stores.content.list())).toHaveLength(1);
    const saved = await drive.presses(unn, old, 'Lagre', { ...typed, use_nb: 'råd om læring' });
    expect(wordsOf(saved)).toContain('En annen enn Unn Vik må bekrefte det');
    expect(await toArray(drive.stores.content.list())).toHaveLength(2);
  });

  test('cannot confirm the own number, nor set what is no number or is national', async () => {
    await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: '77001234' });
    const [set] = await toArray(drive.stores.content.listOf('contact:ppt'));
    const own = await drive.executes(unn, 'content.confirm', { contactId: 'ppt', of: set?.changeId });
    expect(wordsOf(own)).toContain('En annen enn du må bekrefte.');
    const wrong = await drive.executes(unn, 'content.set-number', { contactId: 'ppt', number: 'Kari, 01020312345' });
    expect(wordsOf(wrong)).toContain('Skriv et norsk telefonnummer');
    const police = await drive.executes(unn, 'content.set-number', { contactId: 'police', number: '77001234' });
    expect(wordsOf(police)).toContain('likt i hele landet');
    expect(await toArray(drive.stores.content.list())).toHaveLength(1);
  });

  test('who presses an old card is told what has changed, and nothing is overwritten', async () => {
    const old = await drive.executes(unn, 'content.approve', {
      ...{ moduleId: 'meldeplikt', version: 1, validTo: '2027-11-01' },
    });
    expect(wordsOf(old)).toContain('Modulen er endret siden kortet ble laget.');
    const gone = await drive.executes(unn, 'content.module', { moduleId: 'borte' });
    expect(wordsOf(gone)).toContain('Dette finnes ikke lenger.');
    const ofFiles = await drive.executes(unn, 'content.fact', { factId: 'step:end-care' });
    expect(wordsOf(ofFiles)).toContain('Godkjenningen av denne teksten fornyes i innholdsfilene.');
    expect(await toArray(drive.stores.content.list())).toEqual([]);
  });

  test('reads the list a page at a time in the same card, and comes back to the page that was left', async () => {
    const { message: modules } = await drive.says(unn, 'innhold');
    let page = await drive.presses(unn, modules, 'Kontrollerte fakta');
    const seen: string[] = [];
    for (;;) {
      const rows = buttonsOf(page).filter(({ verb }) => verb === 'content.fact');
      expect(rows.length).toBeLessThanOrEqual(8);
      seen.push(...rows.map(({ data }) => String(data.factId)));
      if (!buttonsOf(page).some(({ title }) => title === 'Neste side')) break;
      page = await drive.presses(unn, page, 'Neste side');
      expect(JSON.stringify(page.card).length).toBeLessThan(20_000);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(40);
    const last = await drive.executes(unn, 'content.fact', { factId: seen.at(-1) });
    const back = await drive.presses(unn, last, 'Til innholdet');
    expect(buttonsOf(back).map(({ data }) => data.factId)).toContain(seen.at(-1));
    const beyond = await drive.executes(unn, 'content.list', { section: 'borte', page: 900 });
    expect(wordsOf(beyond)).toContain('Moduler');
  });

  test('two at once leave one history: the second reads what the first did', async () => {
    const approve = (by: typeof unn) =>
      drive.executes(by, 'content.approve', {
        moduleId: 'meldeplikt',
        version: versionOf(drive, 'meldeplikt'),
        validTo: '2027-11-01',
      });
    await Promise.all([approve(unn), approve(ali), approve(unn)]);
    expect(await toArray(drive.stores.content.list())).toHaveLength(1);
  });
});

describe('the content', () => {
  test.each([
    ...['content.list', 'content.module', 'content.approve', 'content.set-number', 'content.withdraw'],
    ...['content.contact', 'content.set-contact', 'content.confirm-contact'],
  ])('(%s) is not for employees and leaders, and nothing changes', async (verb) => {
    const data = {
      moduleId: 'meldeplikt',
      cardId: 'plikten-er-din',
      version: versionOf(drive, 'meldeplikt'),
      contactId: 'ppt',
      number: '77001234',
    };
    for (const person of [olav, rektor]) {
      expect(wordsOf(await drive.executes(person, verb, data))).toContain('Dette er ikke for deg');
    }
    expect(await toArray(drive.stores.content.list())).toEqual([]);
  });
});

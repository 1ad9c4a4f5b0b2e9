import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/card.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { doneRow, progressRow } from '../../src/features/progress/progress-rows.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { openTestTables } from '../support/azurite.ts';
import { copyContent, type Edit } from '../support/copy-pack.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { versionOf } from './module-version.ts';
import { mondayMorning, olav, settle } from './people.ts';
import { takeModule } from './take-module.ts';

const moduleId = 'samtalen-med-foresatte';
/** Eight cards, five questions, a dialogue, the reflection. */
const [firstQuestion, several, talk] = [8, 11, 13];

let drive: Drive;
let stores: TableStores;

beforeEach(async () => {
  stores = await openTestTables();
  drive = await createDrive(mondayMorning, stores);
  await settle(drive);
});

const show = (position: number, on = drive) => on.executes(olav, 'module.show', { moduleId, position });
const stored = async () => (await toArray(stores.people.list('olav', progressRow))).map(({ value }) => value);
/** The reply that begins with these words. */
const says = (card: Message, words: string, on = drive) => {
  const reply = buttonsOf(card).find(({ verb, title }) => verb === 'module.reply' && title.startsWith(`«${words}`));
  if (!reply) throw new Error(`there is no reply "${words}"`);
  return on.executes(olav, reply.verb, reply.data);
};

describe('a question with one right answer', () => {
  test('says why a wrong answer is wrong, lets me try again, and says why the right one is right', async () => {
    const question = await show(firstQuestion);
    const wrong = await drive.presses(olav, question, 'Svar', { choice: 'merkelapp' });
    expect(wordsOf(wrong)).toMatch(/Ikke helt\. Prøv gjerne igjen\.\n«Han er blitt et vanskelig barn\.»\nIkke slik\./);
    expect(wordsOf(wrong)).not.toMatch(/Feil|Riktig/);
    const right = await drive.presses(olav, wrong, 'Svar på nytt', { choice: 'fakta' });
    expect(wordsOf(right)).toMatch(/Riktig!\n«De to siste ukene .*\nDu sier hva du har sett/);
    expect(wordsOf(await drive.presses(olav, right, 'Neste'))).toContain('Spørsmål 2 av 5');
  });
});

describe('a question with several right answers', () => {
  test('tells which belong, which do not and what was left out, and keeps what was chosen for the next try', async () => {
    const question = await show(several);
    const mixed = await drive.presses(olav, question, 'Svar', { choice: 'hvem-gjor-hva,hvem-har-skyld' });
    expect(wordsOf(mixed)).toMatch(
      /Hører med: Hvem som gjør hva.*\nJa\..*\nHører ikke med: Hvem som har skylda.*\nNei\./,
    );
    expect(wordsOf(mixed)).toMatch(
      /Dette hører også med\nNår dere møtes igjen.*\nJa\..*\nHvem som spør barnet.*\nJa\./,
    );
    expect(JSON.stringify(mixed.card)).toContain('"value":"hvem-gjor-hva,hvem-har-skyld"');
    const partly = await drive.presses(olav, mixed, 'Svar på nytt', { choice: 'hvem-gjor-hva,naar-moetes' });
    expect(wordsOf(partly)).toContain('Godt begynt. Ett riktig svar mangler.');
    const all = 'hvem-gjor-hva,naar-moetes,barnets-mening';
    expect(wordsOf(await drive.presses(olav, partly, 'Svar på nytt', { choice: all }))).toContain('Riktig!');
  });
});

describe('a practice dialogue', () => {
  test('is begun, answered, gone back in, left, resumed and taken to an end by its buttons', async () => {
    const first = await drive.presses(olav, await show(talk), 'Begynn samtalen');
    const feedback = await says(first, 'Vi tror han mistrives.');
    expect(wordsOf(feedback)).toContain('Det er en tolkning');
    const again = await drive.presses(olav, feedback, 'Svar på nytt');
    expect(wordsOf(again)).toBe(wordsOf(first));
    const second = await drive.presses(olav, await says(again, 'I to uker'), 'Gå videre');
    expect(wordsOf(second)).toMatch(/Du: «I to uker .*\nMoren\n«Hjemme er han glad!/);

    await drive.executes(olav, 'module.list', {});
    expect(wordsOf(await drive.executes(olav, 'module.open', { moduleId }))).toBe(wordsOf(second));

    const poor = await says(second, 'Nei, nei. Bare glem det');
    expect(wordsOf(poor)).toContain('Her bør du velge en annen vei\nDu kan ta det opp igjen.');
    const third = await drive.presses(olav, await drive.presses(olav, poor, 'Prøv igjen herfra'), 'Tilbake');
    expect(wordsOf(third)).toContain('«Du ville snakke med meg. Har det skjedd noe?»');
    expect(buttonsOf(third).map(({ title }) => title)).toContain('Neste');
  });

  test('keeps nothing of the way when the module is completed', async () => {
    await takeModule(drive, olav, moduleId);
    const completed = { moduleId, cycle: 1, moduleVersion: versionOf(drive, moduleId), completedAt: mondayMorning };
    expect(await stored()).toEqual([{ ...completed, state: 'completed', startedAt: mondayMorning }]);
    expect((await toArray(stores.people.list('olav', doneRow))).map(({ value }) => value)).toEqual([
      { ...completed, isDraft: true },
    ]);
  });
});

describe('two devices at once', () => {
  test('answering different questions keep both answers; in a dialogue the last press stands, and nobody meets an error', async () => {
    const phone = await createDrive(mondayMorning, stores);
    const answer = (on: Drive, position: number, choice: string) =>
      on.executes(olav, 'module.answer', { moduleId, position, choice });
    await Promise.all([answer(drive, firstQuestion, 'fakta'), answer(phone, firstQuestion + 1, 'kontakt')]);
    expect(await stored()).toMatchObject([
      { answers: { 'forste-setning': ['fakta'], 'mistanke-dagen-for': ['kontakt'] } },
    ]);

    const first = await drive.presses(olav, await show(talk), 'Begynn samtalen');
    const cards = await Promise.all([says(first, 'Vi tror'), says(first, 'I to uker', phone), says(first, 'Nei da')]);
    expect(cards.every((card) => wordsOf(card).includes('Du valgte'))).toBe(true);
    await says(first, 'I to uker', phone);
    expect(wordsOf(await drive.executes(olav, 'module.open', { moduleId }))).toContain('Du: «I to uker');
  });
});

describe('a card from before the module was changed', () => {
  /** The module as it is, read as the next version with this change; the cards of the one before still lie in the chat. */
  async function updated(...edits: readonly Edit[]): Promise<Drive> {
    const file = `modules/${moduleId}/module.yaml`;
    const version = versionOf(drive, moduleId);
    const folder = await copyContent({ file, find: `version: ${version}`, put: `version: ${version + 1}` }, ...edits);
    return createDrive(mondayMorning, stores, { UNDRING_PACK: folder });
  }
  const everyLanguage = (find: string, put: string): readonly Edit[] =>
    ['module', 'nb', 'nn', 'en'].map((name) => ({ file: `modules/${moduleId}/${name}.yaml`, find, put }));

  test('with a reply that is gone shows where the talk is now, and the talk goes on', async () => {
    const first = await drive.presses(olav, await show(talk), 'Begynn samtalen');
    const second = await drive.presses(olav, await says(first, 'I to uker'), 'Gå videre');
    const structure = { file: `modules/${moduleId}/module.yaml`, find: '{ id: staa-ved,', put: '{ id: staa-stoett,' };
    const renamed = ['nb', 'nn', 'en'].map((locale) => ({
      ...{ file: `modules/${moduleId}/${locale}.yaml`, find: '          staa-ved:', put: '          staa-stoett:' },
    }));
    const later = await updated(structure, ...renamed);
    const card = await says(second, 'Nei. Jeg har sett', later);
    expect(wordsOf(card)).toMatch(
      /Modulen er endret siden sist\. Her fortsetter du\..*Du: «I to uker.*«Hjemme er han glad!/s,
    );
    expect(wordsOf(await says(card, 'Nei. Jeg har sett', later))).toContain('Du valgte');
  });

  test('with a dialogue that has another name now shows its scene, and the answers to the quiz are kept', async () => {
    await drive.presses(olav, await show(firstQuestion), 'Svar', { choice: 'fakta' });
    const first = await drive.presses(olav, await show(talk), 'Begynn samtalen');
    const later = await updated(...everyLanguage('moren-i-forsvar', 'foerste-moete'));
    const card = await says(first, 'I to uker', later);
    expect(wordsOf(card)).toMatch(/Øv: Moren går i forsvar\nModulen er endret siden sist\./);
    expect(buttonsOf(card).map(({ title }) => title)).toContain('Begynn samtalen');
    await later.presses(olav, card, 'Begynn samtalen');
    expect(await stored()).toMatchObject([
      { moduleVersion: versionOf(later, moduleId), answers: { 'forste-setning': ['fakta'] } },
    ]);
  });

  test('with a question that is gone shows where the module is now', async () => {
    const question = await show(firstQuestion);
    const later = await updated(...everyLanguage('forste-setning', 'aapningen'));
    const card = await later.presses(olav, question, 'Svar', { choice: 'fakta' });
    expect(wordsOf(card)).toContain('Spørsmål 1 av 5\nModulen er endret siden sist.');
  });

  test('with an answer that is gone says that the module was changed, and not that nothing was chosen', async () => {
    const question = await show(firstQuestion);
    const later = await updated(
      { file: `modules/${moduleId}/module.yaml`, find: '{ id: merkelapp }', put: '{ id: merkelappen }' },
      ...['nb', 'nn', 'en'].map((locale) => ({
        ...{ file: `modules/${moduleId}/${locale}.yaml`, find: '      merkelapp:', put: '      merkelappen:' },
      })),
    );
    const card = await later.presses(olav, question, 'Svar', { choice: 'merkelapp' });
    expect(wordsOf(card)).toContain('Spørsmål 1 av 5\nModulen er endret siden sist.');
    expect(wordsOf(await later.presses(olav, question, 'Svar', { choice: '' }))).toContain('Velg et svar først.');
    const followUp = { moduleId, questionId: 'forste-setning' };
    const refresher = await later.executes(olav, 'refresher.answer', { ...followUp, choice: 'merkelapp' });
    expect(wordsOf(refresher)).toContain('Modulen er endret siden sist.');
    const nothing = await later.executes(olav, 'refresher.answer', { ...followUp, choice: '' });
    expect(wordsOf(nothing)).toContain('Velg et svar først.');
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from '../../../../src/features/content/text-edit.ts';
import { checkPack } from '../../../../src/packs/check-pack.ts';
import { loadPack } from '../../../../src/packs/load-pack.ts';
import { type ContentSheetModel, contentSheetView } from '../../../../src/views/content-sheet.view.ts';
import { createRender } from '../../../../src/views/create-render.ts';
import { contentFolder } from '../../../support/content-strings.ts';
import { copyPack, type Edit } from '../../../support/copy-pack.ts';
import { wordsOf } from '../../../support/drive.ts';
import { editWorkbook, type Typed, typeIn, workbookOf } from '../../../support/edit-workbook.ts';
import { editingOf, makeWorkbook, reviewWorkbook } from '../../../support/sheet-maker.ts';

// What editors do wrong, in a workbook and in the files: each is caught with its place and what to do about it.

const now = new Date('2026-11-23T09:00:00Z');
const { pack } = await loadPack(contentFolder);
const render = await createRender({ cardsFolder: 'cards', texts: pack.texts, zone: pack.zone });

/** The small module «uro»: C4 is the heading of its first card in bokmål, C5 the text, and row 8 the label of a link. */
const rules = { file: 'plain-language.yaml', put: await readFile(`${contentFolder}/plain-language.yaml`, 'utf8') };
const uro = async (...edits: readonly Edit[]) => editingOf(await copyPack(rules, ...edits), 'uro');
/** Read once: what an editor does to the workbook changes neither. */
const sound = once(() => uro());
const workbook = once(async () => makeWorkbook(await sound()));

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What the card says of this workbook, in bokmål. */
async function toldOf(bytes: Uint8Array, live: readonly TextEdit[] = []): Promise<string> {
  const editing = await sound();
  const review = await reviewWorkbook({ ...editing, live }, bytes);
  if (review.outcome === 'same') return 'nothing is changed';
  const told: ContentSheetModel =
    review.outcome === 'wrong'
      ? { outcome: 'wrong', problems: review.problems }
      : {
          outcome: 'read',
          ...{ module: editing.base, textsId: 't', changes: [], replaces: false },
          warnings: review.warnings,
        };
  return wordsOf(render(contentSheetView, told, 'nb', now));
}

const typed = async (cells: Readonly<Record<string, Typed>>) => typeIn(await workbook(), cells);
const many = (count: number): string => 'ord '.repeat(count).trim();

type Mistake = { what: string; make(): Promise<Uint8Array>; at?: string; says: RegExp; live?: readonly TextEdit[] };

const inWorkbooks: readonly Mistake[] = [
  { what: 'an empty cell', make: () => typed({ C5: null }), at: 'C5', says: /Cellen er tom\. Skriv teksten\./ },
  { what: 'a cell of blanks', make: () => typed({ D5: '   \n ' }), at: 'D5', says: /Cellen er tom/ },
  {
    what: 'a formula',
    make: () => typed({ C5: { formula: 'A1' } }),
    at: 'C5',
    says: /har en formel\. Skriv teksten i stedet\./,
  },
  {
    what: 'a date',
    make: () => typed({ E5: new Date('2026-05-12') }),
    at: 'E5',
    says: /har en dato.*Skriv det som tekst/,
  },
  { what: 'a yes or no', make: () => typed({ E5: true }), at: 'E5', says: /ja\/nei\. Skriv det som tekst/ },
  {
    what: 'a card too long',
    make: () => typed({ C5: many(61) }),
    at: 'C4',
    says: /har 62 ord\. Kort det ned til 60\./,
  },
  {
    what: 'a case too long to be heard',
    make: () => typed({ C17: many(150), D17: many(150) }),
    ...{ at: 'C16', says: /Saken har 154 ord med tittel og spørsmål\. Kort den ned til 80\./ },
  },
  {
    what: 'a case that is not written',
    make: () => typed({ C17: '(ikke skrevet)' }),
    ...{ at: 'C16', says: /Saken er ikke skrevet\. Skriv teksten\./ },
  },
  {
    what: 'a whole page in a cell',
    make: () => typed({ C3: 'a'.repeat(2001) }),
    ...{ at: 'C3', says: /for lang\. Kort den ned til 2000 tegn\./ },
  },
  {
    what: 'a link of its own',
    make: () => typed({ C5: 'Se https://eksempel.no' }),
    at: 'C5',
    says: /ny lenke\. Ta den bort/,
  },
  { what: 'a link in Markdown', make: () => typed({ C5: '[her](eksempel)' }), at: 'C5', says: /ny lenke/ },
  {
    what: 'a place for a value',
    make: () => typed({ C5: 'Hei, {navn}!' }),
    at: 'C5',
    says: /krøllparenteser.*Skriv ordene/,
  },
  {
    what: 'code of a page',
    make: () => typed({ C5: 'Du <b>må</b> se' }),
    at: 'C5',
    says: /vinkelparenteser\. Skriv vanlig tekst/,
  },
  {
    what: 'an identity number',
    make: () => typed({ C5: 'Født 13097248022' }),
    at: 'C5',
    says: /fødselsnummer\. Ta det bort\./,
  },
  {
    what: 'bold that does not end',
    make: () => typed({ C5: '**Du ser alt.' }),
    at: 'C5',
    says: /bare på den ene siden\. Skriv/,
  },
  {
    what: 'a list without its blanks',
    make: () => typed({ C5: '-Hva ser du?' }),
    at: 'C5',
    says: /strek uten mellomrom\. Skriv et mellomrom/,
  },
  { what: 'a text left for later', make: () => typed({ C5: 'todo' }), at: 'C5', says: /ikke ferdig\. Skriv den/ },
  {
    what: 'a wrong emergency number',
    make: () => typed({ C5: 'Fare nå: 122' }),
    at: 'C5',
    says: /Nummeret 122 står ikke i kontaktlista\. Rett det, eller ta det bort\./,
  },
  {
    what: 'a number of somebody',
    make: () => typed({ C5: 'Ring 41 23 45 67.' }),
    at: 'C5',
    says: /Nummeret 41 23 45 67 står ikke i kontaktlista/,
  },
  {
    what: 'a routine that nobody waits for',
    make: () => typed({ C5: 'Følg lokal rutine.' }),
    ...{ at: 'C4', says: /«lokal rutine», men kortet venter ikke på noen\. Skriv det på en annen måte/ },
  },
  {
    what: 'a text that somebody else has changed meanwhile',
    make: () => typed({ C5: 'Min tekst.' }),
    live: [{ path: 'cards.se.text', locale: 'nb', text: 'En annens tekst.' }],
    ...{ at: 'C5', says: /En annen har endret denne teksten.*Hent et nytt ark/ },
  },
  { what: 'a row too many', make: () => typed({ A5: null }), at: 'C5', says: /Raden er ny\. Slett den\./ },
  {
    what: 'an id that is written wrong',
    make: () => typed({ A5: 'cards.see.text' }),
    at: 'C5',
    says: /hører ikke til.*Slett den/,
  },
  {
    what: 'a row twice',
    make: () => typed({ A5: 'cards.se.heading' }),
    at: 'C5',
    says: /står to ganger.*Slett den ene/,
  },
  {
    what: 'a row deleted',
    make: async () => editWorkbook(await workbook(), (rows) => rows.filter((_, at) => at !== 4)),
    says: /Raden «Kort 1: tekst» er borte\. Hent et nytt ark/,
  },
  {
    what: 'a column deleted',
    make: async () => editWorkbook(await workbook(), (rows) => rows.map((row) => row.filter((_, at) => at !== 3))),
    says: /Kolonnen «nn» er borte\. Hent et nytt ark/,
  },
  {
    what: 'the hidden column deleted',
    make: async () => editWorkbook(await workbook(), (rows) => rows.map((row) => row.slice(0, 6))),
    says: /Jeg finner ikke tekstene i filen\. Bruk arket du hentet her/,
  },
  {
    what: 'another workbook',
    make: () => workbookOf([{ sheet: 'Budsjett', rows: [['Post', 12]] }]),
    says: /Jeg finner ikke tekstene/,
  },
  {
    what: 'a workbook of older files',
    make: async () =>
      makeWorkbook(await uro({ file: 'modules/uro/module.yaml', find: 'version: 1', put: 'version: 9' })),
    says: /ny versjon siden du hentet arket\. Hent et nytt ark/,
  },
  {
    what: 'a text file',
    make: async () => new Uint8Array(Buffer.from('id;nb;nn;en')),
    says: /ikke et Excel-ark \(\.xlsx\)\. Hent arket her/,
  },
  {
    what: 'an old workbook (.xls)',
    make: async () => new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')),
    says: /gammelt Excel-format.*Lagre den som/,
  },
  {
    what: 'a file that is cut off',
    make: async () => (await workbook()).slice(0, 900),
    says: /ødelagt\. Hent et nytt ark/,
  },
];

const warned: readonly Mistake[] = [
  {
    what: 'a long sentence',
    make: () => typed({ C5: `Du ser ${many(24)}.`, D5: 'Du ser.' }),
    ...{ at: 'C5', says: /er en setning på 26 ord\. Del den i to/ },
  },
  {
    what: 'one of two languages',
    make: () => typed({ C5: 'Du ser alt.' }),
    at: 'D5',
    says: /endret bokmål, men ikke nynorsk/,
  },
  {
    what: 'an e-mail address',
    make: () => typed({ C5: 'Skriv til kari@eksempel.no.', D5: 'Sjå.' }),
    at: 'C5',
    says: /peke på en person\. Ta bort navn/,
  },
  {
    what: 'a text in bokmål under nynorsk',
    make: () => typed({ C5: 'Du ser ikke alt.', D5: 'Du ser ikke alt.' }),
    at: 'D5',
    says: /ord fra et annet språk: «ikke»\. Bytt dem ut/,
  },
  {
    what: 'a text that nobody has translated',
    make: () => typed({ C5: 'Du ser det barnet har med seg.', D5: 'Du ser.', E5: 'Du ser det barnet har med seg.' }),
    at: 'E5',
    says: /den samme som på bokmål\. Skriv den på språket i kolonnen/,
  },
  {
    what: 'a long button',
    make: () => typed({ C8: many(14) }),
    at: 'C8',
    says: /Knappen har \d+ tegn\. Kort den ned til/,
  },
];

describe('a mistake in a workbook', () => {
  test.each(inWorkbooks)(
    '($what) is told with its cell and what to do, and nothing is taken',
    async ({ make, at, says, live }) => {
      const told = await toldOf(await make(), live);
      expect(told).toContain('Arket må rettes');
      if (at) expect(told).toMatch(new RegExp(`^${at}:$`, 'm'));
      expect(told).toMatch(says);
    },
  );

  test.each(warned)('($what) is told and let through', async ({ make, at, says }) => {
    const told = await toldOf(await make());
    expect(told).toContain('Se på dette (du kan sende likevel):');
    expect(told).toMatch(new RegExp(`^${at}:$`, 'm'));
    expect(told).toMatch(says);
  });

  test('is none where a number stands among the contacts since it was set from the chat', async () => {
    const editing = await sound();
    const bytes = await typed({ C5: 'Ring 77 00 12 34.', D5: 'Ring 77 00 12 34.' });
    const numbers = new Set([...editing.numbers, '77001234']);
    expect(await reviewWorkbook(editing, bytes)).toMatchObject({ outcome: 'wrong' });
    expect(await reviewWorkbook({ ...editing, numbers }, bytes)).toMatchObject({ outcome: 'changed' });
  });

  test('is not told of a text that nobody touched', async () => {
    const heavy = { file: 'modules/uro/nb.yaml', find: 'text: Du sier fra.', put: `text: Du sier ${many(30)}.` };
    const editing = await uro(heavy);
    const bytes = await typeIn(await makeWorkbook(editing), { C5: 'Du ser alt.', D5: 'Du ser alt.' });
    expect(await reviewWorkbook(editing, bytes)).toMatchObject({ outcome: 'changed', warnings: [] });
  });
});

/** The same editor with a repository. All that the check of the files finds stands in test/packs/check-pack.test.ts. */
const module = 'modules/uro/module.yaml';
const branches = await readFile(`${contentFolder}/guides/branches.yaml`, 'utf8');
const contacts = await readFile(`${contentFolder}/contacts.yaml`, 'utf8');
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
const inFiles: readonly { what: string; edit: Edit; at: string; remedy: RegExp }[] = [
  {
    what: 'a bracket left open',
    edit: { file: module, find: 'minutes: 5', put: 'minutes: [5' },
    at: `${module}:3`,
    remedy: /Mend the YAML/,
  },
  {
    what: 'a key that is spelt wrong',
    edit: { file: module, find: 'minutes: 5', put: 'minuter: 5' },
    at: `${module}:2`,
    remedy: /Is it misspelt\? Known here: version, minutes/,
  },
  {
    what: 'a language file away',
    edit: { file: 'modules/uro/nn.yaml' },
    at: 'modules/uro/nn.yaml:1',
    remedy: /Create it/,
  },
  {
    what: 'an empty text',
    edit: { file: 'modules/uro/nb.yaml', find: 'text: Du ser noe.', put: "text: ''" },
    at: 'modules/uro/nb.yaml:6',
    remedy: /Write the text/,
  },
  {
    what: 'a card without words',
    edit: { file: 'modules/uro/en.yaml', find: '  se:\n', put: '  sett:\n' },
    at: 'modules/uro/en.yaml:3',
    remedy: /Write them/,
  },
  {
    what: 'a section that does not exist',
    edit: { file: module, find: 'laws: [straffeloven-196]', put: 'laws: [borte]' },
    at: `${module}:15`,
    remedy: /laws\.yaml/,
  },
  {
    what: 'a link that is not safe',
    edit: { file: module, find: 'https://plikt.no', put: 'http://plikt.no' },
    at: `${module}:13`,
    remedy: /https:\/\//,
  },
  {
    what: 'a card too long',
    edit: { file: 'modules/uro/nb.yaml', find: 'text: Du ser noe.', put: `text: ${many(61)}` },
    at: 'modules/uro/nb.yaml:4',
    remedy: /Shorten it to 60/,
  },
  {
    what: 'a wrong number of emergency among the contacts',
    edit: { file: 'contacts.yaml', put: contacts.replace("number: '113'", 'number: 113 000 11 2222 33') },
    at: `contacts.yaml:${lineOf(contacts, "number: '113'")}`,
    remedy: /Write 110, 112, 113, 1412/,
  },
  {
    what: 'a number of seven digits among the contacts',
    edit: { file: 'contacts.yaml', find: 'number: 77 79 74 40', put: 'number: 77 79 74 4' },
    at: `contacts.yaml:${lineOf(contacts, 'number: 77 79 74 40')}`,
    remedy: /Write eight digits/,
  },
  {
    what: 'a file in another encoding',
    edit: { file: 'text/common/nn.yaml', bytes: Buffer.from('title: Hei på deg, {name}!\n', 'latin1') },
    at: 'text/common/nn.yaml:1',
    remedy: /Save the file as UTF-8/,
  },
  {
    what: 'a text in bokmål under nynorsk',
    edit: { file: 'modules/uro/nn.yaml', find: 'Du ser noko.', put: 'Du ser ikke noe.' },
    at: 'modules/uro/nn.yaml:6',
    remedy: /Write it in nynorsk/,
  },
  {
    what: 'the number of a person',
    edit: { file: 'modules/uro/nb.yaml', find: 'Du ser noe.', put: 'Ola Hansen (01010912345) ser noe.' },
    at: 'modules/uro/nb.yaml:6',
    remedy: /Never write about a real child/,
  },
  {
    what: 'bold that does not end',
    edit: { file: 'modules/uro/nb.yaml', find: 'text: Du ser noe.', put: 'text: "**Du ser noe."' },
    at: 'modules/uro/nb.yaml:6',
    remedy: /before and after what is bold/,
  },
  {
    what: 'a list without its blanks',
    edit: { file: 'modules/uro/nb.yaml', find: 'text: Du ser noe.', put: 'text: "-Hva ser du?"' },
    at: 'modules/uro/nb.yaml:6',
    remedy: /Write "- " before it/,
  },
  {
    what: 'a text that is left for later',
    edit: { file: 'modules/uro/en.yaml', find: 'text: Du ser noe.', put: 'text: todo' },
    at: 'modules/uro/en.yaml:6',
    remedy: /take the mark out/,
  },
  {
    what: 'a # in a text without quotes',
    edit: { file: 'modules/uro/nb.yaml', find: 'heading: Se', put: 'heading: Spørsmål # 4 om det' },
    at: 'modules/uro/nb.yaml:5',
    remedy: /in quotation marks/,
  },
  {
    what: 'a # in a short text without quotes',
    edit: { file: 'text/common/nb.yaml', find: 'title: Hei, {name}!', put: 'title: Hei, {name}! # 1' },
    at: 'text/common/nb.yaml:1',
    remedy: /in quotation marks/,
  },
  {
    what: 'an address without its ending',
    edit: { file: module, find: 'https://plikt.no', put: 'https://plikt' },
    at: `${module}:13`,
    remedy: /README/,
  },
  {
    what: 'the name of a file for what a drawing shows',
    edit: {
      file: 'drawings.yaml',
      put: "drawings:\n  - id: uro\n    alt: { nb: bilde1.png, nn: 'Eit hus.', en: 'A house.' }\n",
    },
    at: 'drawings.yaml:2',
    remedy: /Say what is seen/,
  },
  {
    what: 'a wrong emergency number in a text of a module',
    edit: { file: 'modules/uro/nb.yaml', find: 'text: Du ser noe.', put: 'text: "Fare nå: 122."' },
    at: 'modules/uro/nb.yaml:6',
    remedy: /contacts\.yaml/,
  },
  {
    what: 'a wrong emergency number in a step of the guide',
    edit: { file: 'guides/branches.yaml', put: branches.replace('Ring politiet på 112 nå', 'Ring politiet på 122 nå') },
    at: `guides/branches.yaml:${lineOf(branches, 'Ring politiet på 112 nå')}`,
    remedy: /contacts\.yaml/,
  },
  {
    what: 'a wrong emergency number in a short text',
    edit: { file: 'text/common/en.yaml', find: 'Hei, {name}!', put: 'Danger? Call 122, {name}!' },
    at: 'text/common/en.yaml:1',
    remedy: /contacts\.yaml/,
  },
  {
    what: 'a case too long to be heard',
    edit: { file: 'modules/uro/nb.yaml', find: 'Et oppdiktet barn er stille.', put: many(80) },
    at: 'modules/uro/nb.yaml:26',
    remedy: /Shorten it to 80/,
  },
];

describe('a mistake in the files', () => {
  test.each(inFiles)('($what) is told with file, line and what to do', async ({ edit, at, remedy }) => {
    const { problems } = await checkPack(await copyPack(edit), now);
    const here = problems.filter(({ file, line }) => `${file}:${line}` === at);
    expect(here.map((problem) => problem.remedy).join('\n')).toMatch(remedy);
  });
});

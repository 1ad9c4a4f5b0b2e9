import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/packs/check-pack.ts';
import { type ContentProblem, isWarning } from '../../src/packs/content-problem.ts';
import { copyPack, type Edit, isOfLanguage } from '../support/copy-pack.ts';

const now = new Date('2026-11-23T09:00:00Z');
const isOfModules = ({ file }: ContentProblem): boolean =>
  !['contacts.yaml', 'laws.yaml', 'tools.yaml'].includes(file) && !file.startsWith('guides/');

/** What is told about the pack, without the facts that are read from the real content. */
async function problemsAfter(...edits: readonly Edit[]): Promise<readonly ContentProblem[]> {
  const { problems } = await checkPack(await copyPack(...edits), now);
  return problems.filter(isOfModules);
}

type Case = { what: string; edits: readonly Edit[]; at: string; says: RegExp; remedy: RegExp };

const module = 'modules/uro/module.yaml';
const sixtyWords = 'ord '.repeat(60).trim();

const errors: readonly Case[] = [
  {
    what: 'YAML that cannot be read',
    edits: [{ file: module, find: 'minutes: 5', put: 'minutes: [5' }],
    at: 'modules/uro/module.yaml:3',
    says: /flow|collection|\]/i,
    remedy: /Mend the YAML/,
  },
  {
    what: 'a value of the wrong kind',
    edits: [{ file: module, find: 'minutes: 5', put: 'minutes: fem' }],
    at: 'modules/uro/module.yaml:2',
    says: /minutes is "fem", not a number/,
    remedy: /^Write a number\.$/,
  },
  {
    what: 'a key that the schema does not know',
    edits: [{ file: module, find: '        correct: true', put: '        corect: true' }],
    at: 'modules/uro/module.yaml:23',
    says: /corect is not known in quiz\.0\.options\.1/,
    remedy: /^Is it misspelt\? Known here: id, correct\.$/,
  },
  {
    what: 'a question without a right option',
    edits: [{ file: module, find: '\n        correct: true', put: '' }],
    at: 'modules/uro/module.yaml:20',
    says: /exactly one option with "correct: true"/,
    remedy: /content\/README\.md/,
  },
  {
    what: 'a single question with two right options',
    edits: [{ file: module, find: '- id: vente', put: '- id: vente\n        correct: true' }],
    at: 'modules/uro/module.yaml:20',
    says: /exactly one/,
    remedy: /content\/README\.md/,
  },
  {
    what: 'a multiple question without a right option',
    edits: [
      { file: module, find: '\n        correct: true', put: '' },
      { file: module, find: 'kind: single', put: 'kind: multiple' },
    ],
    at: 'modules/uro/module.yaml:20',
    says: /at least one option/,
    remedy: /content\/README\.md/,
  },
  {
    what: 'no source',
    edits: [
      {
        file: module,
        find: 'sources:\n  - { source: straffeloven § 196, verifiedAt: 2026-11-01 }',
        put: 'sources: []',
      },
    ],
    at: 'modules/uro/module.yaml:10',
    says: /names no source/,
    remedy: /at least 1 in the list/,
  },
  {
    what: 'a date that does not exist',
    edits: [{ file: module, find: 'approvedAt: 2026-11-01', put: 'approvedAt: 2026-11-31' }],
    at: 'modules/uro/module.yaml:8',
    says: /no calendar date/,
    remedy: /content\/README\.md/,
  },
  {
    what: 'a card that stands twice',
    edits: [{ file: module, find: '- id: si-fra', put: '- id: se' }],
    at: 'modules/uro/module.yaml:14',
    says: /cards\.se stands twice/,
    remedy: /own id/,
  },
  {
    what: 'a card without words in one language',
    edits: [
      { file: 'modules/uro/nn.yaml', find: '  si-fra:\n    heading: Sei frå\n    text: Du seier frå.\n', put: '' },
    ],
    at: 'modules/uro/nn.yaml:3',
    says: /cards\.si-fra has no words/,
    remedy: /module\.yaml/,
  },
  {
    what: 'an option without words in one language',
    edits: [
      {
        file: 'modules/uro/en.yaml',
        find: '      vente:\n        text: Venter\n        feedback: Do not wait.\n',
        put: '',
      },
    ],
    at: 'modules/uro/en.yaml:15',
    says: /quiz\.hva-forst\.options\.vente has no words/,
    remedy: /Write them/,
  },
  {
    what: 'an option without feedback',
    edits: [{ file: 'modules/uro/nb.yaml', find: '        feedback: Ikke vent.\n', put: '' }],
    at: 'modules/uro/nb.yaml:16',
    says: /feedback is missing/,
    remedy: /^Write it\.$/,
  },
  {
    what: 'an empty text',
    edits: [{ file: 'modules/uro/nb.yaml', find: 'text: Du sier fra.', put: "text: ' '" }],
    at: 'modules/uro/nb.yaml:9',
    says: /is empty/,
    remedy: /^Write the text\.$/,
  },
  {
    what: 'words that belong to nothing',
    edits: [{ file: 'modules/uro/en.yaml', find: 'links:\n', put: 'links:\n  annet: Noe annet\n' }],
    at: 'modules/uro/en.yaml:11',
    says: /links\.annet is not in modules\/uro\/module\.yaml/,
    remedy: /Add its id there/,
  },
  {
    what: 'a language that is not there',
    edits: [{ file: 'modules/uro/nn.yaml' }],
    at: 'modules/uro/nn.yaml:1',
    says: /cannot be read/,
    remedy: /Create it/,
  },
  {
    what: 'a link that does not exist',
    edits: [{ file: module, find: 'links: [plikt]', put: 'links: [plikta]' }],
    at: 'modules/uro/module.yaml:15',
    says: /the link plikta, which does not exist/,
    remedy: /Add it under links/,
  },
  {
    what: 'a link to learn more by that does not exist',
    edits: [{ file: module, find: 'passShare: 0.8', put: 'passShare: 0.8\nlearnMore: [kurset]' }],
    at: 'modules/uro/module.yaml:25',
    says: /learnMore names the link kurset, which does not exist/,
    remedy: /Add it under links/,
  },
  {
    what: 'more links than a card has room for',
    edits: [{ file: module, find: 'links: [plikt]', put: 'links: [plikt, plikt, plikt]' }],
    at: 'modules/uro/module.yaml:15',
    says: /has more than two links/,
    remedy: /at most 2 in the list/,
  },
  {
    what: 'a link that is not https',
    edits: [{ file: module, find: 'https://plikt.no', put: 'http://plikt.no' }],
    at: 'modules/uro/module.yaml:13',
    says: /the link plikt is not https/,
    remedy: /https:\/\//,
  },
  {
    what: 'a section that does not exist',
    edits: [{ file: module, find: 'laws: [straffeloven-196]', put: 'laws: [straffeloven-1]' }],
    at: 'modules/uro/module.yaml:15',
    says: /the section straffeloven-1, which does not exist/,
    remedy: /laws\.yaml/,
  },
  {
    what: 'a see-also that does not exist',
    edits: [{ file: module, find: 'minutes: 5\n', put: 'minutes: 5\nseeAlso: [borte]\n' }],
    at: 'modules/uro/module.yaml:3',
    says: /borte, which is not another module/,
    remedy: /pack\.yaml/,
  },
  {
    what: 'an entry of the guide that does not exist',
    edits: [{ file: module, find: 'minutes: 5\n', put: 'minutes: 5\nguide: borte\n' }],
    at: 'modules/uro/module.yaml:3',
    says: /the entry borte, which does not exist/,
    remedy: /guides\/worried\.yaml/,
  },
  {
    what: 'feedback of more than 60 words',
    edits: [{ file: 'modules/uro/nb.yaml', find: 'feedback: Ikke vent.', put: `feedback: ${sixtyWords} og litt til` }],
    at: 'modules/uro/nb.yaml:18',
    says: /the feedback on vente of hva-forst has 6\d words/,
    remedy: /Shorten it to 60/,
  },
  {
    what: 'a card of more than 60 words',
    edits: [{ file: 'modules/uro/en.yaml', find: 'text: Du sier fra.', put: `text: ${sixtyWords}` }],
    at: 'modules/uro/en.yaml:7',
    says: /si-fra has 62 words/,
    remedy: /Shorten it to 60/,
  },
  {
    what: 'a question of more than 60 words with its answers',
    edits: [{ file: 'modules/uro/nb.yaml', find: 'text: Venter', put: `text: ${sixtyWords}` }],
    at: 'modules/uro/nb.yaml:14',
    says: /^the question hva-forst has 65 words with its answers$/,
    remedy: /Shorten it to 60, answers included: prompt, /,
  },
  {
    what: 'a local routine that is not marked',
    edits: [{ file: 'modules/uro/nb.yaml', find: 'Du sier fra.', put: 'Følg lokal rutine.' }],
    at: 'modules/uro/nb.yaml:7',
    says: /not marked/,
    remedy: /awaitsLocalRoutine/,
  },
  {
    what: 'a fact checked in the future',
    edits: [
      {
        file: module,
        find: 'straffeloven § 196, verifiedAt: 2026-11-01',
        put: 'straffeloven § 196, verifiedAt: 2027-01-01',
      },
    ],
    at: 'modules/uro/module.yaml:11',
    says: /in the future/,
    remedy: /the day it was checked/,
  },
  {
    what: 'a text that is no ICU message',
    edits: [{ file: 'text/common/nn.yaml', find: 'Hei, {name}!', put: '"Hei, {name!"' }],
    at: 'text/common/nn.yaml:1',
    says: /common\.title is no ICU message/,
    remedy: /braces/,
  },
  {
    what: 'other placeholders in one language',
    edits: [{ file: 'text/common/en.yaml', find: '{name}', put: '{navn}' }],
    at: 'text/common/en.yaml:1',
    says: /\{navn\}, but .*nb\.yaml has \{name\}/,
    remedy: /same placeholders/,
  },
  {
    what: 'a placeholder that is missing inside a plural',
    edits: [{ file: 'text/common/nn.yaml', find: 'other {# moduler}', put: 'other {{name} har # moduler}' }],
    at: 'text/common/nn.yaml:3',
    says: /\{count\} \{name\}, but .*nb\.yaml has \{count\}/,
    remedy: /same placeholders/,
  },
  {
    what: 'a text that is missing in one language',
    edits: [
      { file: 'text/common/nb.yaml', find: 'title: Hei, {name}!\n', put: 'title: Hei, {name}!\nfarewell: Ha det!\n' },
    ],
    at: 'text/common/nn.yaml:1',
    says: /common\.farewell is missing \(it stands in text\/common\/nb\.yaml:2\)/,
    remedy: /in this language too/,
  },
  {
    what: 'a key that stands twice',
    edits: [{ file: 'text/common/nb.yaml', find: 'parts:', put: 'title: Hei igjen\nparts:' }],
    at: 'text/common/nb.yaml:2',
    says: /unique/,
    remedy: /Mend the YAML/,
  },
  {
    what: 'a module that pack.yaml names twice',
    edits: [{ file: 'pack.yaml', find: '  - id: uro\n', put: '  - id: uro\n  - id: uro\n' }],
    at: 'pack.yaml:12',
    says: /uro stands twice/,
    remedy: /Delete one/,
  },
  {
    what: 'a module that has no folder',
    edits: [{ file: 'pack.yaml', find: '  - id: uro\n', put: '  - id: borte\n  - id: uro\n' }],
    at: 'modules/borte/module.yaml:1',
    says: /cannot be read/,
    remedy: /take the reference to it away/,
  },
  {
    what: 'a module that waits for one that is not there',
    edits: [{ file: 'pack.yaml', find: '  - id: uro\n', put: '  - id: uro\n    takeFirst: [borte]\n' }],
    at: 'pack.yaml:11',
    says: /uro waits for borte, which is not in the pack/,
    remedy: /add the module/,
  },
  {
    what: 'a module that waits for itself',
    edits: [{ file: 'pack.yaml', find: '  - id: uro\n', put: '  - id: uro\n    takeFirst: [uro]\n' }],
    at: 'pack.yaml:11',
    says: /nobody can begin/,
    remedy: /out of takeFirst/,
  },
  {
    what: 'an area that the pack does not have',
    edits: [{ file: module, find: 'minutes: 5', put: 'minutes: 5\nareas: [borte]' }],
    at: 'modules/uro/module.yaml:3',
    says: /the area borte is not in pack\.yaml/,
    remedy: /under areas/,
  },
  {
    what: 'a plan for a group that takes longer than the meeting',
    edits: [{ file: module, find: '  case: 15', put: '  case: 25' }],
    at: 'modules/uro/module.yaml:26',
    says: /the parts of the group plan take 55 minutes, not 45/,
    remedy: /of the parts, or of the whole/,
  },
  {
    what: 'a case that nobody has written',
    edits: [{ file: 'modules/uro/nn.yaml', find: 'Eit oppdikta barn er stille.', put: '(ikke skrevet)' }],
    at: 'modules/uro/nn.yaml:26',
    says: /the case is not written yet/,
    remedy: /Write it/,
  },
  {
    what: 'a case that is too long to be heard',
    edits: [{ file: 'modules/uro/nb.yaml', find: 'Et oppdiktet barn er stille.', put: 'ord '.repeat(90).trim() }],
    at: 'modules/uro/nb.yaml:26',
    says: /the case has \d+ words/,
    remedy: /Shorten it to 80/,
  },
  {
    what: 'reminders at a time when none may be sent',
    edits: [{ file: 'calendar.yaml', put: 'window: { from: "21:00", to: "22:00" }\n' }],
    at: 'reminders.yaml:1',
    says: /outside the window 21:00–22:00/,
    remedy: /inside it/,
  },
];

const warnings: readonly Case[] = [
  {
    what: 'a source that was checked too long ago',
    edits: [
      {
        file: module,
        find: 'straffeloven § 196, verifiedAt: 2026-11-01',
        put: 'straffeloven § 196, verifiedAt: 2026-05-26',
      },
    ],
    at: 'modules/uro/module.yaml:11',
    says: /181 days ago/,
    remedy: /set verifiedAt/,
  },
  {
    what: 'an approval that has run out',
    edits: [{ file: module, find: 'validTo: 2027-11-01', put: 'validTo: 2026-11-22' }],
    at: 'modules/uro/module.yaml:4',
    says: /ran out on 2026-11-22/,
    remedy: /approves it again/,
  },
  {
    what: 'a draft',
    edits: [
      {
        file: module,
        find: 'status: approved\n  owner: BTI-koordinator\n  approvedBy: Fagleder\n  approvedAt: 2026-11-01\n  validTo: 2027-11-01',
        put: 'status: utkast\n  owner: BTI-koordinator',
      },
    ],
    at: 'modules/uro/module.yaml:4',
    says: /nobody has approved/,
    remedy: /BTI-koordinator approves it/,
  },
  {
    what: 'a module that nobody sees',
    edits: [{ file: 'pack.yaml', find: '- id: uro\n    priority: { dueAfterDays: 14 }', put: '- id: annen' }],
    at: 'modules/uro/module.yaml:1',
    says: /nobody sees it/,
    remedy: /Add it under modules/,
  },
];

describe('the check of a pack', () => {
  test('finds nothing wrong with a sound pack', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  /** What stands alone on a card: in each language file, what is told of one word too many, and on which line. */
  const alone = [
    { file: 'nb', find: 'Ikke vent.', name: 'the feedback on vente of hva-forst', line: 18 },
    { file: 'nn', find: 'tanke: Kva tenkjer du?', key: 'tanke: ', name: 'the reflection tanke', line: 23 },
    {
      file: 'en',
      find: 'samtale: Hva gjør vi?',
      key: 'samtale: ',
      name: 'the question for groups samtale',
      line: 25,
    },
  ];
  test.each(alone)('lets $name have 60 words, and tells of 61', async ({ file, find, key = '', name, line }) => {
    const at = (put: string): Edit => ({ file: `modules/uro/${file}.yaml`, find, put: `${key}${put}` });
    expect(await problemsAfter(at(sixtyWords))).toEqual([]);
    expect(await problemsAfter(at(`${sixtyWords} ord`))).toMatchObject([
      { file: `modules/uro/${file}.yaml`, line, message: `${name} has 61 words`, remedy: 'Shorten it to 60.' },
    ]);
  });

  test('lets what is said in short have 60 words, and tells of 61', async () => {
    const problems = async (text: string) => {
      const words = ['nb', 'nn', 'en'].map((one) => ({
        ...{ file: `modules/uro/${one}.yaml`, find: '\ngroup:', put: `\ninShort:\n  kort: ${text}\ngroup:` },
      }));
      const told = await problemsAfter({ file: module, find: '\ngroup:', put: '\ninShort: [kort]\ngroup:' }, ...words);
      return told.filter((problem) => !isOfLanguage(problem));
    };
    expect(await problems(sixtyWords)).toEqual([]);
    const told = (await problems(`${sixtyWords} ord`)).map(({ message }) => message);
    expect(told).toEqual(Array.from({ length: 3 }, () => 'the sentence in short kort has 61 words'));
  });

  test('lets what is new in a version have 60 words, and tells of 61', async () => {
    const problems = async (text: string) => {
      const words = ['nb', 'nn', 'en'].map((one) => ({
        ...{ file: `modules/uro/${one}.yaml`, find: '\ngroup:', put: `\nmaterial: ${text}\ngroup:` },
      }));
      const second = { file: module, find: 'version: 1\n', put: 'version: 2\nmaterial: 2\n' };
      const told = await problemsAfter(second, ...words);
      return told.filter((problem) => !isOfLanguage(problem));
    };
    expect(await problems(sixtyWords)).toEqual([]);
    const told = (await problems(`${sixtyWords} ord`)).map(({ message }) => message);
    expect(told).toEqual(Array.from({ length: 3 }, () => 'what is new has 61 words'));
  });

  test('lets the feedback that is shown together when all is right have 60 words, and tells of 61', async () => {
    const half = sixtyWords.split(' ').slice(0, 30).join(' ');
    const problems = (text: string) => {
      const notYet = { nb: 'Ikke vent.', nn: 'Ikkje vent.', en: 'Do not wait.' };
      const words = (['nb', 'nn', 'en'] as const).flatMap((one) => [
        { file: `modules/uro/${one}.yaml`, find: notYet[one], put: half },
        { file: `modules/uro/${one}.yaml`, find: 'Riktig.', put: text },
      ]);
      return problemsAfter(
        { file: module, find: 'kind: single', put: 'kind: multiple' },
        { file: module, find: '- id: vente', put: '- { id: vente, correct: true }' },
        ...words,
      );
    };
    expect((await problems(half)).filter((problem) => !isOfLanguage(problem))).toEqual([]);
    const told = (await problems(`${half} ord`)).filter((problem) => !isOfLanguage(problem));
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({
      ...{
        file: 'modules/uro/nb.yaml',
        line: 18,
        message: 'the feedback on the right answers of hva-forst has 61 words',
      },
      ...{ remedy: 'Shorten it to 60 in all: vente, skrive.', told: { code: 'long-feedback', count: 61, most: 60 } },
    });
  });

  test.each(errors)('tells file, line and remedy of $what', async ({ edits, at, says, remedy }) => {
    const told = (await problemsAfter(...edits)).filter((problem) => !isWarning(problem));
    const here = told.filter(({ file, line, message }) => `${file}:${line}` === at && says.test(message));
    expect(here, JSON.stringify(told, null, 2)).toHaveLength(1);
    expect(here[0]?.remedy).toMatch(remedy);
  });

  test.each(warnings)('warns of $what', async ({ edits, at, says, remedy }) => {
    const told = (await problemsAfter(...edits)).filter(isWarning);
    const here = told.filter(({ file, line, message }) => `${file}:${line}` === at && says.test(message));
    expect(here, JSON.stringify(told, null, 2)).toHaveLength(1);
    expect(here[0]?.remedy).toMatch(remedy);
  });

  test('accepts a fact on its 180th day', async () => {
    const find = 'straffeloven § 196, verifiedAt: 2026-11-01';
    const edit = { file: module, find, put: find.replace('2026-11-01', '2026-05-27') };
    expect(await problemsAfter(edit)).toEqual([]);
  });

  test('wants the mark and the words of a local routine to agree in every language', async () => {
    const mark = { file: module, find: '- id: si-fra', put: '- { id: si-fra, awaitsLocalRoutine: true }' };
    const words = (locale: string, text: string): Edit => ({
      file: `modules/uro/${locale}.yaml`,
      find: locale === 'nn' ? 'Du seier frå.' : 'Du sier fra.',
      put: text,
    });
    const nb = words('nb', 'Følg lokal rutine.');
    const nn = words('nn', 'Følg lokal rutine.');
    const onlyNorwegian = await problemsAfter(mark, nb, nn);
    expect(onlyNorwegian.filter((problem) => !isWarning(problem)).map(({ file }) => file)).toEqual([
      'modules/uro/en.yaml',
    ]);
    const all = await problemsAfter(mark, nb, nn, words('en', 'Follow your local routine.'));
    expect(all.filter((problem) => !isWarning(problem))).toEqual([]);
    expect(all.filter(isWarning)).toHaveLength(1);
  });
});

describe('the check of the guide', () => {
  /** The guide of the real content, with every date and approval of its files set as told. */
  async function guideProblems(verifiedAt: string, day = now): Promise<readonly ContentProblem[]> {
    const folder = await copyPack();
    for (const name of await readdir(path.join(folder, 'guides'))) {
      const file = path.join(folder, 'guides', name);
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/verifiedAt: \d{4}-\d\d-\d\d/g, `verifiedAt: ${verifiedAt}`));
    }
    const { problems } = await checkPack(folder, day);
    const isOfApproval = (message: string): boolean => /^nobody|: utkast, shown to nobody/.test(message);
    return problems.filter(({ file, message }) => file.startsWith('guides/') && !isOfApproval(message));
  }

  test('finds no age in what was read lately', async () => {
    expect(await guideProblems('2026-11-22')).toEqual([]);
    expect(await guideProblems('2026-05-27')).toEqual([]);
  });

  test('warns, in every file, of sources and links that nobody has read for half a year, each once in a file', async () => {
    const problems = await guideProblems('2026-05-26');
    expect(problems.every(isWarning)).toBe(true);
    expect(new Set(problems.map(({ file }) => file)).size).toBe(4);
    expect(problems.some(({ message }) => /^the link \S+ of \S+ was last checked 181 days ago$/.test(message))).toBe(
      true,
    );
    const told = problems.map(({ file, message }) => `${file} ${message}`);
    expect(new Set(told).size).toBe(told.length);
    for (const { line, remedy } of problems)
      expect([line > 1, remedy]).toEqual([true, 'Check it again and set verifiedAt.']);
  });

  test('refuses what nobody has read for a year, and what is from tomorrow', async () => {
    for (const day of ['2025-11-22', '2026-11-24']) {
      const problems = await guideProblems(day);
      expect(problems.length).toBeGreaterThan(10);
      expect(problems.filter(isWarning)).toEqual([]);
    }
  });

  test('warns that nobody has approved the guide, or a step of it', async () => {
    const find = 'approval: { status: utkast, owner: BTI-koordinator }';
    const told = async (...edits: Edit[]) =>
      (await checkPack(await copyPack(...edits), now)).problems
        .filter((problem) => problem.file === 'guides/worried.yaml' && isWarning(problem))
        .map(({ message, remedy }) => `${message}. ${remedy}`);
    expect(await told()).toEqual([
      'nobody has approved the guide. BTI-koordinator approves it: see content/README.md.',
    ]);
    const approved = 'status: approved, owner: BTI-koordinator, approvedBy: a, approvedAt: 2026-11-01';
    const put = (validTo: string) => ({
      file: 'guides/worried.yaml',
      find,
      put: `approval: { ${approved}, validTo: ${validTo} }`,
    });
    expect(await told(put('2027-11-01'))).toEqual([]);
    expect((await told(put('2026-11-22'))).join()).toMatch(/the approval of the guide ran out on 2026-11-22/);
    const step = { file: 'guides/worried.yaml', find: '  - id: start\n', put: `  - id: start\n    ${find}\n` };
    const ofStep = await told({ ...step, put: step.put.replace('BTI', 'annen') });
    expect(ofStep).toContain(
      'nobody has approved the step start. annen-koordinator approves it: see content/README.md.',
    );
  });

  test('a broken guide is told once, and not again by every module that cites its sections', async () => {
    const { problems } = await checkPack(await copyPack({ file: 'laws.yaml', find: '\nlaws:', put: '\nlaws: [' }), now);
    expect(problems.some(({ file }) => file === 'laws.yaml')).toBe(true);
    expect(problems.filter(({ message }) => message.includes('names the section'))).toEqual([]);
  });
});

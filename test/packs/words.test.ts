import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/packs/check-pack.ts';
import { formatProblem, isWarning } from '../../src/packs/content-problem.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { copyPack } from '../support/copy-pack.ts';

const now = new Date('2026-11-23T09:00:00Z');
const sound = `version: 3
approval: { status: utkast, owner: BTI-koordinator }
words:
  - id: undring
    term: { nb: undring, nn: undring, en: wondering }
    meaning:
      nb: Noe du har sett.
      nn: Noko du har sett.
      en: Something you have seen.
    findBy: [undre meg]
    entry: wonder
    modules: [uro]
    tools: [undringsnotat]
    laws: [straffeloven-196]
    source: Siljan
    verifiedAt: 2026-11-22
`;

const packWith = (words: string): Promise<string> => copyPack({ file: 'words.yaml', put: words });
const changed = (find: string, put: string): Promise<string> => {
  if (!sound.includes(find)) throw new TypeError(`"${find}" does not stand in the list`);
  return packWith(sound.replace(find, () => put));
};

/** What is told of the list itself, as a person reads it. */
async function told(folder: string, at = now): Promise<readonly string[]> {
  const { problems } = await checkPack(folder, at);
  return problems.filter(({ file }) => file === 'words.yaml').map(formatProblem);
}

describe('a list of words', () => {
  test('that is sound is read, and only told to be a draft', async () => {
    const folder = await packWith(sound);
    const { pack } = await loadPack(folder);
    expect(pack.words).toMatchObject([
      {
        ...{ wordId: 'undring', version: 3, entryId: 'wonder', moduleIds: ['uro'], findBy: ['undre meg'] },
        ...{ toolIds: ['undringsnotat'], lawIds: ['straffeloven-196'], approval: { status: 'utkast' } },
      },
    ]);
    expect(await told(folder)).toEqual([
      'words.yaml:2: nobody has approved the list of words. BTI-koordinator approves it: see content/README.md.',
    ]);
  });

  test('need not be there', async () => {
    const { pack, problems } = await loadPack(await copyPack());
    expect([pack.words, problems]).toEqual([[], []]);
  });

  test('that cannot be read never stops a start: there are no words, and it is told', async () => {
    const { pack, problems } = await loadPack(await packWith('words: ['));
    expect(pack.words).toEqual([]);
    expect(problems.map(({ file }) => file)).toEqual(['words.yaml']);
  });

  test.each([
    ['a missing language', '      nn: Noko du har sett.\n', '', 6, /meaning\.nn/],
    ['a key that the schema does not know', 'findBy:', 'finnBy:', 10, /finnBy/],
    [
      'an entry that the guide does not have',
      'entry: wonder',
      'entry: undring',
      11,
      /entry names undring, .*worried\.yaml/,
    ],
    ['a module that is not in the pack', '[uro]', '[meldeplikt]', 12, /modules names meldeplikt, .*pack\.yaml/],
    ['a form that is not in the list', '[undringsnotat]', '[notat]', 13, /tools names notat, .*tools\.yaml/],
    ['a section that is not in the list', '[straffeloven-196]', '[straffeloven-1]', 14, /laws names .*laws\.yaml/],
    ['a date in the future', 'verifiedAt: 2026-11-22', 'verifiedAt: 2027-11-22', 16, /in the future/],
  ])('with %s is told with line and remedy', async (_what, find, put, line, says) => {
    const lines = await told(await changed(find, put));
    expect(lines.filter((text) => text.startsWith(`words.yaml:${line}: `) && says.test(text))).toHaveLength(1);
  });

  test('keeps the first of two words with one id, and tells of the other', async () => {
    const second = sound.slice(sound.indexOf('  - id:')).replace('Noe du har sett.', 'Noe annet.');
    const folder = await packWith(`${sound}${second}`);
    expect((await loadPack(folder)).pack.words.map(({ meaning }) => meaning.nb)).toEqual(['Noe du har sett.']);
    expect((await told(folder)).some((text) => /:17: the id undring is used twice/.test(text))).toBe(true);
  });

  test('is told to be old after half a year, and refused after a year', async () => {
    const folder = await packWith(sound);
    expect(await told(folder, new Date('2027-07-01T09:00:00Z'))).toContainEqual(expect.stringMatching(/221 days ago/));
    const { problems } = await checkPack(folder, new Date('2027-12-01T09:00:00Z'));
    const refused = problems.filter((problem) => problem.file === 'words.yaml' && !isWarning(problem));
    expect(refused.map(({ message }) => message)).toEqual([expect.stringMatching(/out of date/)]);
  });

  test('is held to the limits of plain language', async () => {
    const rules = `limits: { sentenceWords: 5, lix: 48, lixFromWords: 30, passives: 2, labelCharacters: 30 }
words: { nb: [{ avoid: vedrørende, use: om }], nn: [], en: [] }
`;
    const heavy = sound.replace('Noe du har sett.', 'Noe du har sett vedrørende et barn.');
    const folder = await copyPack({ file: 'words.yaml', put: heavy }, { file: 'plain-language.yaml', put: rules });
    const lines = (await told(folder)).filter((text) => text.startsWith('words.yaml:7: the word undring'));
    expect(lines.join('\n')).toMatch(/sentence of 7 words[\s\S]*«vedrørende» is a heavy word/);
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWarning } from '../../src/packs/content-problem.ts';
import { problemsOfModule } from '../support/module-problems.ts';

const sound = path.resolve(import.meta.dirname, '../fixtures/packs/sound');
const file = 'modules/uro/nb.yaml';
const inCase = (text: string) => ({ file, find: 'text: Et oppdiktet barn er stille.', put: `text: "${text}"` });

describe('a file in another encoding than UTF-8', () => {
  test.each(['latin1', 'utf16le'] as const)('(%s) is told with the line, and is not read', async (encoding) => {
    const text = await readFile(path.join(sound, file), 'utf8');
    const bytes = Buffer.concat([Buffer.from(encoding === 'latin1' ? [] : [0xff, 0xfe]), Buffer.from(text, encoding)]);
    const problems = await problemsOfModule({ file, bytes });
    expect(problems).toMatchObject([
      { file, message: expect.stringMatching(/not UTF-8/), remedy: expect.stringMatching(/^Save the file as UTF-8/) },
    ]);
    expect(problems[0]?.line).toBe(encoding === 'latin1' ? 14 : 1);
  });
});

describe('a text in the files of a module', () => {
  test.each([
    { what: 'an identity number', text: 'Ola Hansen (01010912345) er stille.', says: /identity number/, remedy: /out/ },
    { what: 'code of a page', text: 'Din <b>undring</b>.', says: /angle brackets/, remedy: /plain text/ },
    { what: 'a bare address', text: 'Les på www.bufdir.no om det.', says: /address/, remedy: /under links/ },
    { what: 'a place for a value', text: 'Ring {kontaktperson}.', says: /braces/, remedy: /words themselves/ },
    { what: 'a whole page', text: 'å'.repeat(2001), says: /too long/, remedy: /2000 characters/ },
  ])('is refused with $what, as a workbook is', async ({ text, says, remedy }) => {
    const errors = (await problemsOfModule(inCase(text))).filter((problem) => !isWarning(problem));
    expect(errors).toMatchObject([
      { file, line: 28, message: expect.stringMatching(says), remedy: expect.stringMatching(remedy) },
    ]);
  });

  test('is asked about when it may point to a person, and not for the name of an act', async () => {
    expect(await problemsOfModule(inCase('Skriv til kari@eksempel.no.'))).toMatchObject([
      { file, line: 28, message: expect.stringMatching(/person/), severity: 'warning' },
    ]);
    expect(await problemsOfModule(inCase('Education Act § 12-5. Penal Code (straffeloven) § 196.'))).toEqual([]);
  });

  test('is refused with a number to call that is not in contacts.yaml', async () => {
    expect(await problemsOfModule(inCase('Fare nå: 122. Ellers 116 117.'))).toMatchObject([
      {
        file,
        line: 28,
        message: 'the number 122 is not in contacts.yaml',
        remedy: expect.stringMatching(/Correct it/),
      },
    ]);
  });
});

describe('a language file that was not translated', () => {
  const folder = path.join(sound, 'modules/uro');
  const of = (locale: string) => readFile(path.join(folder, `${locale}.yaml`), 'utf8');
  const written = (locale: string, put: string) => ({ file: `modules/uro/${locale}.yaml`, put });

  test('is told where nynorsk is a copy of bokmål, or the two stand in each other’s place', async () => {
    const copied = await problemsOfModule(written('nn', await of('nb')));
    expect(copied).toContainEqual({
      ...{ file: 'modules/uro/nn.yaml', line: 6, severity: 'warning' },
      message: 'the text has words that are not nynorsk: «noe»',
      remedy: 'Write it in nynorsk, or set what is quoted in quotation marks.',
      told: { code: 'other-words', found: '«noe»' },
    });
    const swapped = await problemsOfModule(written('nn', await of('nb')), written('nb', await of('nn')));
    expect(new Set(swapped.map((problem) => problem.file))).toEqual(
      new Set(['modules/uro/nn.yaml', 'modules/uro/nb.yaml']),
    );
    expect([...copied, ...swapped].every(isWarning)).toBe(true);
  });

  test('is told where English is a copy of bokmål', async () => {
    const long = 'Du ser det barnet har med seg.';
    const put = (await of('nb')).replace('Du ser noe.', long);
    const problems = await problemsOfModule(written('nb', put), written('en', put));
    expect(problems).toContainEqual(
      expect.objectContaining({
        ...{ file: 'modules/uro/en.yaml', line: 6, severity: 'warning' },
        message: 'the text is the same in bokmål and in English',
      }),
    );
  });

  test('is told where one text of it was forgotten', async () => {
    const find = 'text: Du seier frå.';
    expect(
      await problemsOfModule({ file: 'modules/uro/nn.yaml', find, put: 'text: Du sier det til noen.' }),
    ).toMatchObject([{ line: 9, message: 'the text has words that are not nynorsk: «sier», «noen»' }]);
  });
});

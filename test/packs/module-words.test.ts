import { describe, expect, test } from 'vitest';
import { isWarning } from '../../src/packs/content-problem.ts';
import { problemsOfModule } from '../support/module-problems.ts';

const file = 'modules/uro/nb.yaml';
const inCase = (text: string) => ({ file, find: 'text: Et oppdiktet barn er stille.', put: `text: "${text}"` });

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
    expect(await problemsOfModule(inCase('See the Education Act § 12-5 and Kindergarten Act § 43.'))).toEqual([]);
  });
});

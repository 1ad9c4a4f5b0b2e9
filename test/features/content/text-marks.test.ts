import { describe, expect, test } from 'vitest';
import { markProblems } from '../../../src/features/content/text-marks.ts';

describe('marks in a text', () => {
  test.each([
    ['**Fare nå: ring 112.', ['stars']],
    ['**Fare nå\n\nring** 112 **nå**', ['stars']],
    ['Spør:\n\n-Hva så du?\n- Hva hørte du?', ['list-mark']],
    ['-**Hva** så du?', ['list-mark']],
    ['Todo: spør Kari', ['unfinished']],
    ['\u0054ODO', ['unfinished']],
    ['Lorem ipsum dolor', ['unfinished']],
  ])('%j are told', (text, problems) => {
    expect(markProblems(text)).toEqual(problems);
  });

  test.each([
    '**Fare** og **hjelp**, *viktig*',
    '- Hva så du?\n\n1. Hva nå?',
    'e-post, 2 - 3 og -5 grader',
    'Metodologi',
  ])('%j are as they should be', (text) => {
    expect(markProblems(text)).toEqual([]);
  });
});

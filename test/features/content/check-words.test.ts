import { describe, expect, test } from 'vitest';
import { checkWords } from '../../../src/features/content/check-words.ts';
import { tidy } from '../../../src/features/content/plan-edits.ts';

const codes = (before: string, after: string) => checkWords(before, after).map(({ told }) => told.code);

describe('words that somebody writes anew', () => {
  test.each([
    ['Se www.eksempel.no', 'new-link'],
    ['Se HTTPS://EKSEMPEL.NO', 'new-link'],
    ['Se [her](x)', 'new-link'],
    ['Se //eksempel.no/x', 'new-link'],
    ['Se ftp://eksempel.no', 'new-link'],
    ['Skriv mailto:a', 'new-link'],
    ['Ring Tel:77001234', 'new-link'],
    ['Vakt \u202e112 ring', 'hidden'],
    ['Vakt\u200b', 'hidden'],
    ['Vakt\u0007', 'hidden'],
    ['Vakt\u{e0041}', 'hidden'],
    ['Hei {navn}', 'braces'],
    ['Hei ${navn}', 'braces'],
    ['Hei <at>Kari</at>', 'markup'],
    ['Nummer 13097248022', 'identity'],
    ['Ring 41 23 45 67', 'person'],
    ['Skriv til kari@eksempel.no', 'person'],
    ['a'.repeat(2001), 'too-long'],
  ])('«%s» is told', (after, code) => {
    expect(codes('Før.', after)).toContain(code);
  });

  test('may hold what they held before, and ordinary signs', () => {
    expect(codes('Ring 41 23 45 67, se https://plikt.no', 'Du kan ringe 41 23 45 67, se https://plikt.no')).toEqual([]);
    expect(codes('Før.', '**Ring** 112 – eller 116 117. «Hva nå?» (§ 13-2) 3 < 4 & 5 > 2')).toEqual([]);
    expect(codes('Før.', 'NB: ring. Avtal hvem:hva, kl. 08:00, i skole/SFO.\n\n\t- og/eller 👩‍👧')).toEqual([]);
    expect(codes('Før\u200b, se //plikt.no', 'Etter\u200b, se //plikt.no')).toEqual([]);
  });

  test('are tidied of what nobody sees', () => {
    expect(tidy(' a\u200b\u00ad \r\n\r\n- b\u202e\t \n')).toBe('a\n\n- b');
  });
});

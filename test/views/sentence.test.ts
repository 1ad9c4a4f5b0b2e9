import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { compileSentence } from '../../src/views/sentence.ts';

describe('a sentence', () => {
  test('with only words and values in it says exactly what ICU would say', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(0));
    const part = fc.constantFrom(' er ', '{a}', '{b}', "it''s ", 'kl. ', '{a} og {b}');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), value, value, (parts, a, b) => {
        const text = parts.join('');
        const icu = new IntlMessageFormat(text, 'nb-NO', undefined, { ignoreTag: true });
        expect(compileSentence(text, 'nb')({ a, b })).toBe(String(icu.format({ a, b })));
      }),
    );
  });

  test('with plural forms and numbers follows the language', () => {
    const people = compileSentence('{count, plural, one {# person} other {# personer}}', 'nb');
    expect(people({ count: 1 })).toBe('1 person');
    expect(people({ count: 1200 })).toBe('1\u00a0200 personer');
    expect(people({ count: 1 })).toBe('1 person');
    const both = compileSentence('{done, number} av {of, number}', 'nb');
    expect([both({ done: 1, of: 2 }), both({ of: 1, done: 2 }), both({ done: 1, of: 2 })]).toEqual([
      '1 av 2',
      '2 av 1',
      '1 av 2',
    ]);
  });

  test('names the value that was not given', () => {
    expect(() => compileSentence('Frist: {date}', 'nb')()).toThrow('{date}');
  });

  test('that is no ICU message is refused when it is compiled', () => {
    expect(() => compileSentence('Frist: {date', 'nb')).toThrow();
  });
});

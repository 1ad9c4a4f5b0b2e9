import { describe, expect, test } from 'vitest';
import { sameAs, strangeWords } from '../../../src/features/content/language-mix.ts';
import { countWords } from '../../../src/packs/count-words.ts';

describe('words of another language in a text', () => {
  test.each([
    ['nn', 'Du sier ikke fra om det. Ikke vent.', ['sier', 'ikke', 'fra', 'Ikke']],
    ['nb', 'Eg veit ikkje kven som gjer det.', ['Eg', 'ikkje', 'kven', 'gjer']],
    ['en', 'Do not wait, og ikke spør.', ['og', 'ikke']],
    ['nn', 'Ask the child.', ['the', 'child']],
  ] as const)('are found (%s: «%s»)', (locale, text, found) => {
    expect(strangeWords(text, locale)).toEqual(found);
  });

  test('are none where they are quoted, where both languages have them, and as the name of a value', () => {
    expect(
      strangeWords('Skriv «Følg lokal rutine, ikke vent» i skjemaet. Uke 3, flere. {hun} og {noe}.', 'nn'),
    ).toEqual([]);
    expect(strangeWords('Ei jente går heim. Hun sa “eg kjem”.', 'nb')).toEqual([]);
    expect(strangeWords('The form is “Melding til barnevernet og politiet”.', 'en')).toEqual([]);
  });
});

describe('a text that is the same in two languages', () => {
  const words = (count: number) => 'ord '.repeat(count).trim();
  const same = (text: string, locale: 'nb' | 'nn' | 'en') =>
    sameAs({ nb: text, nn: text, en: text }, locale, countWords);

  test('is told in English from seven words, in nynorsk from fifteen: the two have much in common', () => {
    expect([same(words(6), 'en'), same(words(7), 'en')]).toEqual([undefined, 'nb']);
    expect([same(words(14), 'nn'), same(words(15), 'nn')]).toEqual([undefined, 'nb']);
    expect(same(words(50), 'nb')).toBeUndefined();
    expect(sameAs({ nb: words(9), nn: words(8), en: words(8) }, 'en', countWords)).toBe('nn');
  });
});

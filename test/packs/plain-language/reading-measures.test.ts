import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../../src/packs/count-words.ts';
import { findAvoided } from '../../../src/packs/plain-language/find-avoided.ts';
import { findPassives } from '../../../src/packs/plain-language/find-passives.ts';
import { lixOf } from '../../../src/packs/plain-language/lix.ts';
import { splitSentences } from '../../../src/packs/plain-language/split-sentences.ts';

const sentencesOf = (text: string): readonly string[] => splitSentences(text).map((sentence) => sentence.text);
const passivesOf = (text: string, locale: 'nb' | 'nn' | 'en'): readonly string[] =>
  findPassives(text, locale).map(({ found }) => found);

const letters = 'abcdefghijklmnopqrstuvwxyzæøå'.split('');
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom('.', '?', '!'))
  .map(([words, end]) => `Å${words.join(' ')}${end}`);
const anything = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aÅ1 .:?!\n-*«»…'.split('')) }));

describe('the sentences of a text', () => {
  test('end where a reader stops: at a full stop, a question, a list item, and a colon before something that is said', () => {
    expect(sentencesOf('Er du i tvil? Ring. Det er greit!')).toEqual(['Er du i tvil?', 'Ring.', 'Det er greit!']);
    expect(sentencesOf('Skriv:\n\n- det du så\n- det du hørte\n\nIkke mer.')).toHaveLength(4);
    expect(sentencesOf('Si: «Det er greit.» Så venter du.')).toEqual(['Si:', '«Det er greit.»', 'Så venter du.']);
    expect(sentencesOf('Si heller **dette**.  **Du** kan ikke love det.')).toHaveLength(2);
  });

  test('do not end in an abbreviation, a time, a date or an address', () => {
    for (const text of [
      'Møt kl. 10.40 på rommet',
      'Frist 1. desember for alle',
      'Les på plikt.no i dag',
      'Skriv f.eks. Dette',
    ])
      expect(sentencesOf(text)).toEqual([text]);
  });

  test('hold every word once, and begin where they say', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), fc.constantFrom(' ', '\n\n', '\n- '), (all, between) => {
        const text = all.join(between);
        const parts = splitSentences(text);
        expect(parts).toHaveLength(all.length);
        expect(parts.reduce((sum, part) => sum + countWords(part.text), 0)).toBe(countWords(text));
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        for (const part of splitSentences(text)) expect(text.startsWith(part.text, part.at)).toBe(true);
      }),
    );
  });
});

describe('LIX', () => {
  test('is words per sentence and the percentage of words with more than six letters', () => {
    expect(lixOf('Du ser det. Du sier fra.')).toBe(3);
    expect(lixOf('Du melder bekymringen til barnevernet.')).toBe(5 + 40);
    expect(lixOf('')).toBe(0);
  });

  test('of the same sentence twice is that of the sentence, and never falls when sentences are put together', () => {
    fc.assert(
      fc.property(sentence, (one) => {
        expect(lixOf(`${one} ${one}`)).toBe(lixOf(one));
      }),
    );
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        expect(lixOf(`${one.slice(0, -1)} og ${other.toLowerCase()}`)).toBeGreaterThanOrEqual(
          lixOf(`${one.slice(0, -1)} og. ${other}`) - 1,
        );
      }),
    );
  });
});

describe('a passive', () => {
  test.each([
    ['nb', 'Saken vurderes, og melding sendes.', ['vurderes', 'sendes']],
    ['nb', 'Barnet blir ikke fulgt opp. Det ble meldt.', ['blir ikke fulgt', 'ble meldt']],
    ['nb', 'Saken blir **undersøkt**.', ['blir undersøkt']],
    [
      'nn',
      'Saka skal vurderast. Barnet blir følgt opp, og det vart meldt.',
      ['skal vurderast', 'blir følgt', 'vart meldt'],
    ],
    ['en', 'The report was sent, and you are never told.', ['was sent', 'are never told']],
  ] as const)('in %s is found in «%s»', (locale, text, found) => {
    expect(passivesOf(text, locale)).toEqual(found);
  });

  test.each([
    [
      'nb',
      'Du blir bekymret. Det finnes hjelp, og barna trives. Foreldrenes og elevenes mening synes klar. Det blir klart.',
    ],
    [
      'nn',
      'Du blir bekymra. Det viktigaste er å vere fast. Dette er viktigast, og det kan vere vanskelegast. Det blir bra.',
    ],
    ['en', 'You are worried. The need is there, and she is involved.'],
  ] as const)('in %s is not seen in what only looks like one', (locale, text) => {
    expect(passivesOf(text, locale)).toEqual([]);
  });

  test('stands where it says, in any text', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const text = `${before} Saken vurderes. ${after}`;
        const at = findPassives(text, 'nb').map((passive) => passive.at);
        expect(at).toContain(text.indexOf(' Saken vurderes.') + ' Saken '.length);
      }),
    );
  });
});

describe('a word of the list', () => {
  const list = [
    { avoid: 'iverksett*', use: 'sette i gang' },
    { avoid: 'i forhold til', use: 'om' },
    { avoid: 'evt.', use: 'eller' },
  ];

  test('is found whole, with its endings, over the end of a line, and in capital letters', () => {
    const found = findAvoided('Iverksettes i forhold\ntil noe, evt. iverksett.', list);
    expect(found.map((one) => one.found)).toEqual(['Iverksettes', 'i forhold\ntil', 'evt.', 'iverksett']);
    expect(found.map(({ use }) => use)).toEqual(['sette i gang', 'om', 'eller', 'sette i gang']);
  });

  test('is not found inside another word, and its full stop is a full stop', () => {
    expect(findAvoided('Uiverksett. Parforhold til. I forholdet til evta', list)).toEqual([]);
  });

  test('stands where it says, in any text', () => {
    fc.assert(
      fc.property(anything, (before) => {
        const text = `${before} iverksette`;
        const found = findAvoided(text, list).at(-1);
        expect(found && text.slice(found.at)).toBe('iverksette');
      }),
    );
  });
});

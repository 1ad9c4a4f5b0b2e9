import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import { indexTerms } from '../../../src/features/find/content-words.ts';
import { createFinder } from '../../../src/features/find/create-finder.ts';
import { findablesIn } from '../../../src/features/find/findable.ts';
import { theContent } from './the-content.ts';

const { find, words } = theContent;
const firstOf = (text: string): string | undefined => find(text, 'nb').refs[0];

describe('a word of the list', () => {
  it.each([
    ['hva betyr stafettholder?', 'word:stafettholder'],
    ['kva tyder stafetthaldar', 'word:stafettholder'],
    ['what is a relay holder', 'word:stafettholder'],
    ['hvad betyder tovholder', 'word:stafettholder'],
    ['stafett holder', 'word:stafettholder'],
    ['stafetholderen', 'word:stafettholder'],
    ['STAFETTHOLDER', 'word:stafettholder'],
    ['meldeplikta', 'word:meldeplikt'],
    ['melde plikten', 'word:meldeplikt'],
    ['søk taushetsplkit', 'word:taushetsplikt'],
    ['teieplikt', 'word:taushetsplikt'],
    ['ka e ppt', 'word:ppt'],
    ['hva er nivå 2', 'word:nivaa-2'],
    ['niva 3', 'word:nivaa-3'],
    ['nivå to', 'word:nivaa-2'],
    ['anonym droefting', 'word:droefting'],
  ])('is found by "%s"', (text, ref) => {
    expect(firstOf(text)).toBe(ref);
    expect(find(text, 'nb').named).not.toBe('no');
  });

  it.each(locales)('is found by its own name and all its other names, in %s', (locale) => {
    const missed = words.flatMap(({ wordId, term, findBy }) =>
      [term[locale], ...findBy].filter((name) => !find(name, locale).refs.includes(`word:${wordId}`)),
    );
    expect(missed).toEqual([]);
  });

  it('comes with what is opened from it', () => {
    expect(find('samtykke', 'nb').refs.slice(0, 4)).toEqual([
      'word:samtykke',
      'guide:consent',
      'module:taushetsplikt-og-samtykke',
      'tool:samtykkeskjema',
    ]);
  });
});

describe('other things', () => {
  it.each([
    ['finn samtykkeskjema', 'tool:samtykkeskjema'],
    ['samtykke skjema', 'tool:samtykkeskjema'],
    ['evalueringskjemaet', 'tool:evalueringsskjema'],
    ['vold og overgrep', 'module:vold-og-overgrep'],
    ['straffeloven § 196', 'law:straffeloven-196'],
    ['mental helse', 'contact:mental-health'],
  ])('are found by name: "%s"', (text, ref) => {
    expect(firstOf(text)).toBe(ref);
  });

  it('are found by what stands inside them, and a step of a level by the entry that asks about safety first', () => {
    expect(find('bli enige om hva som er vanskelig', 'nb').refs).toContain('guide:level-1');
    expect(find('observasjoner over tid', 'nb').refs).toContain('tool:observasjonsskjema');
  });

  it('that only share a number or a few letters are not named', () => {
    expect(find('nivå 7', 'nb').named).toBe('no');
    expect(find('permisjon', 'nb').named).toBe('no');
    const none = { refs: [], named: 'no', whole: [], titled: [], together: [] };
    expect(find('xyzzy', 'nb')).toEqual(none);
    expect(find('hva er det', 'nb')).toEqual(none);
  });
});

const known = new Map(
  locales.map((locale) => {
    const terms = findablesIn(theContent, locale).flatMap(({ names }) => names.flatMap(indexTerms));
    return [locale, new Set(terms)] as const;
  }),
);
const everywhere = new Map(
  locales.map((locale) => {
    const texts = findablesIn(theContent, locale).flatMap(({ names, summary, text }) => [...names, summary, text]);
    return [locale, new Set(texts.flatMap(indexTerms))] as const;
  }),
);

/** One letter wrong, left out, put in, or swapped with the next. */
const slip = (word: string, kind: number, at: number, letter: string): string => {
  const place = at % word.length;
  if (kind === 0) return word.slice(0, place) + letter + word.slice(place + 1);
  if (kind === 1) return word.slice(0, place) + word.slice(place + 1);
  if (kind === 2) return word.slice(0, place) + letter + word.slice(place);
  const next = Math.min(place, word.length - 2);
  return word.slice(0, next) + (word[next + 1] ?? '') + (word[next] ?? '') + word.slice(next + 2);
};

describe('one slip of the pen', () => {
  it.each(locales)('in a word of six letters or more still finds what has it in its name, in %s', (locale) => {
    const names = [...(known.get(locale) ?? [])].filter(
      (word) => /^[a-z]{6,}$/.test(word) && find(word, locale).refs.length > 0,
    );
    const letters = fc.constantFrom(...'abdefgiklmnoprstuv');
    const property = fc.property(
      fc.constantFrom(...names),
      fc.nat(3),
      fc.nat(40),
      letters,
      (word, kind, at, letter) => {
        const wrong = slip(word, kind, at, letter);
        const [folded = ''] = indexTerms(wrong);
        // What is another word is no slip, and two slips are made of one where letters are folded together.
        fc.pre(folded === wrong && everywhere.get(locale)?.has(wrong) !== true);
        const right = find(word, locale).refs;
        expect(find(wrong, locale).refs.some((ref) => right.includes(ref))).toBe(true);
      },
    );
    fc.assert(property, { seed: 20261123, numRuns: 600 });
  });
});

describe('any text', () => {
  it('is answered the same each time, and by another finder over the same content', () => {
    const other = createFinder(theContent);
    const property = fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(...locales),
      (text, locale) => {
        const found = find(text, locale);
        expect(find(text, locale)).toEqual(found);
        expect(other(text, locale)).toEqual(found);
        expect(new Set(found.refs).size).toBe(found.refs.length);
      },
    );
    fc.assert(property, { seed: 20261123, numRuns: 300 });
  });

  it.each([
    ['one letter', 'a'.repeat(20_000)],
    ['words', 'stafettholder '.repeat(2000)],
    ['unknown long words', 'kjøttkvernfabrikken '.repeat(2000)],
  ])('of 20,000 characters of %s is answered with at most 24 refs', (_name, text) => {
    expect(find(text, 'nb').refs.length).toBeLessThanOrEqual(24);
  });
});

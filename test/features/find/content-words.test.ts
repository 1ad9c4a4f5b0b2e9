import { describe, expect, it } from 'vitest';
import { indexTerms, nameKey, queryWords, stemOf, wholeKey } from '../../../src/features/find/content-words.ts';
import { hostileTexts, nonsense } from '../../faults/hostile-texts.ts';

/** What a search allocates grows as the square of this. */
const mostLetters = 40;

describe('the words that are searched with', () => {
  it.each(hostileTexts)('are no longer than words are, whatever the text is made of: %s', (_, text) => {
    const words = [...queryWords(text), ...indexTerms(text)];
    expect(words.filter(({ length }) => length > mostLetters)).toEqual([]);
  });

  it('are cut, and not left out: a name beside nonsense is not that name alone', () => {
    expect(queryWords(`samtykke ${nonsense(5000)}`)).toHaveLength(2);
    expect(wholeKey(`samtykke ${nonsense(5000)}`)).not.toBe(wholeKey('samtykke'));
  });
});

describe('a name without its ending', () => {
  it.each(hostileTexts)('can be made of any text: %s', (_, text) => {
    for (const key of [nameKey(text), wholeKey(text)]) expect(key.length).toBeLessThanOrEqual(text.length * 18);
  });

  it('loses one ending after the other', () => {
    expect(stemOf('stafettholderen')).toBe('stafetthold');
    expect(stemOf('asasasasas')).toBe('asasa');
  });
});

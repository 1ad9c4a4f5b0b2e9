import { describe, expect, test } from 'vitest';
import { hasHidden, withoutHidden } from '../../src/core/hidden-characters.ts';

describe('what hides or turns text', () => {
  test.each(['\u0007', '\u200b', '\u200f', '\u061c', '\u202e', '\u2066', '\ufeff', '\u{e0041}'])(
    'is found and taken away (%#)',
    (character) => {
      expect(hasHidden(`Vakt${character}112`)).toBe(true);
      expect(withoutHidden(`Vakt${character}112`)).toBe('Vakt112');
    },
  );

  test('is no line end, tab, accent, or joined picture', () => {
    expect(hasHidden('Linje\r\n\tto: é, æøå, nordsámi ŋ, 👩‍👧')).toBe(false);
  });
});

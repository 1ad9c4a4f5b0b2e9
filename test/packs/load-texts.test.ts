import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/packs/count-words.ts';
import { flatten, type WordTree } from '../../src/packs/flatten.ts';
import { readPlaceholders } from '../../src/packs/icu.ts';

const run = { seed: 20261123 };
const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
/** Without the signs that mean something in ICU. */
const prose = fc.stringMatching(/^[a-zæøå ,.!?]{0,20}$/);

const { tree } = fc.letrec<{ tree: WordTree; node: string | WordTree }>((tie) => ({
  tree: fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.string(), tie('tree')),
}));

/** An ICU message together with the placeholders that it is made of. */
type Made = { message: string; names: readonly string[] };
const { message } = fc.letrec<{ message: Made; part: Made }>((tie) => ({
  message: fc.array(tie('part'), { maxLength: 4 }).map((parts) => ({
    message: parts.map((part) => part.message).join(''),
    names: parts.flatMap((part) => part.names),
  })),
  part: fc.oneof(
    { depthSize: 'small' },
    prose.map((text) => ({ message: text, names: [] })),
    name.map((one) => ({ message: `{${one}}`, names: [one] })),
    fc.tuple(name, tie('message'), tie('message')).map(([one, few, many]) => ({
      message: `{${one}, plural, =0 {${few.message}} other {# ${many.message}}}`,
      names: [one, ...few.names, ...many.names],
    })),
    fc.tuple(name, tie('message')).map(([one, other]) => ({
      message: `{${one}, select, a {x} other {${other.message}}}`,
      names: [one, ...other.names],
    })),
  ),
}));

describe('flattening a tree of words', () => {
  test('keeps every text, and its path leads back to it', () => {
    fc.assert(
      fc.property(tree, (words) => {
        for (const { path, text } of flatten(words)) {
          const reached = path.reduce<string | WordTree | undefined>(
            (at, step) => (typeof at === 'object' ? at[step] : undefined),
            words,
          );
          expect(reached).toBe(text);
        }
        expect(flatten(words)).toHaveLength(countLeaves(words));
      }),
      run,
    );
  });

  test('gives no path twice', () => {
    fc.assert(
      fc.property(tree, (words) => {
        const paths = flatten(words).map(({ path }) => path.join('.'));
        expect(new Set(paths).size).toBe(paths.length);
      }),
      run,
    );
  });
});

describe('the placeholders of a message', () => {
  test('are found wherever they stand, each once, sorted', () => {
    fc.assert(
      fc.property(message, ({ message: text, names }) => {
        expect(readPlaceholders(text)).toEqual({ names: [...new Set(names)].sort() });
      }),
      run,
    );
  });

  test('are exactly what the message needs to be said', () => {
    fc.assert(
      fc.property(message, ({ message: text, names }) => {
        const values = Object.fromEntries(names.map((one) => [one, 2]));
        expect(() => new IntlMessageFormat(text, 'nb').format(values)).not.toThrow();
      }),
      run,
    );
  });

  test('of anything at all are either names or a reason, never a thrown error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[{}#'<>a-z, ]{0,30}$/)), (text) => {
        const read = readPlaceholders(text);
        expect('names' in read || read.error.length > 0).toBe(true);
      }),
      run,
    );
  });
});

describe('counting words', () => {
  test.each([
    ['', 0],
    ['**Fare nå:** ring **112**.', 4],
    ['- Én ting\n- To ting', 4],
    ['1. Står handlingen på lista?', 4],
    ['Barnevernsloven § 13-2.', 2],
    ['«Slik» … og slik – ferdig', 4],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

function countLeaves(words: WordTree): number {
  return Object.values(words).reduce((sum, value) => sum + (typeof value === 'string' ? 1 : countLeaves(value)), 0);
}

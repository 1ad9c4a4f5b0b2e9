import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from '../../../src/inbound/http/json-depth.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('the depth of any JSON is told as it is when it has been parsed', () => {
  const brackets = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a') });
  const json = fc.oneof(fc.jsonValue({ stringUnit: 'grapheme' }), fc.object({ key: brackets, values: [brackets] }));
  fc.assert(
    fc.property(json, fc.nat(8), fc.constantFrom(0, 2), (value, most, indent) => {
      expect(isDeeperThan(JSON.stringify(value, undefined, indent), most)).toBe(depthOf(value) > most);
    }),
  );
});

test('brackets in words, also after an escaped quote, are words', () => {
  expect(isDeeperThan('{"text":"[[[\\"[[[\\\\"}', 1)).toBe(false);
  expect(isDeeperThan('{"text":"\\\\","a":[[]]}', 2)).toBe(true);
});

test.each(['', '[', ']]]]', '"', '"\\', '['.repeat(200_000)])('what is no JSON is no trouble: %#', (text) => {
  expect(isDeeperThan(text, 64)).toBe(text.length > 64);
});

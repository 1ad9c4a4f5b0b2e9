import { expect, test } from 'vitest';
import { readJson } from '../../../src/outbound/azure-tables/read-json.ts';

test('what is no JSON is told as nothing, and never in the words of the text', () => {
  expect(readJson('Kari ringte')).toBeUndefined();
  expect(readJson('{"a":1}')).toEqual({ a: 1 });
});

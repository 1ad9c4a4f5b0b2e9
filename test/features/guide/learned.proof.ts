import path from 'node:path';
import { expect, test } from 'vitest';
import learned from '../../../src/features/guide/understanding/learned.json' with { type: 'json' };
import { learn } from '../../../src/tools/learning/learn.ts';
import { readExamples } from '../../../src/tools/learning/read-examples.ts';
import { readTriageCases } from '../../../src/tools/triage-cases.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** `npm test` compares only the mark of what it was learned from. */
test('the judge knows what learning from the labelled texts gives: `npm run triage:learn` would change nothing', () => {
  const cases = readTriageCases(path.join(root, 'test/fixtures/utterances')).filter(({ isHeldOut }) => !isHeldOut);
  expect(learn(readExamples(cases))).toEqual(learned);
});

import path from 'node:path';
import { expect, it } from 'vitest';
import { guardText } from '../../src/features/guide/privacy-guard.ts';
import { triage } from '../../src/features/guide/triage.ts';
import { readTriageCases } from '../../src/tools/triage-cases.ts';
import { harmlessChanges, lowered } from '../features/guide/danger-changes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const cases = readTriageCases(path.join(root, 'test/fixtures/utterances')).map(({ text }) => ({
  text,
  answer: triage(guardText(text).masked),
}));

/** Every text; `npm test` takes a fifth of them for each change. */
it.each(harmlessChanges)('no text of danger is lowered by %s', (_name, change) => {
  expect(lowered(cases, change)).toEqual([]);
});

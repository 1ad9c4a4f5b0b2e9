import path from 'node:path';
import { guardText } from '../../src/features/guide/privacy-guard.ts';
import { triage } from '../../src/features/guide/triage.ts';
import { readTriageCases } from '../../src/tools/triage-cases.ts';

/** How long one text takes to be masked and understood, and a megabyte made to be slow. */
const cases = readTriageCases(path.join(import.meta.dirname, '../fixtures/utterances'));
const time = (text: string): number => {
  const begun = performance.now();
  triage(guardText(text).masked);
  return performance.now() - begun;
};
for (const { text } of cases) time(text);
const each = cases.map(({ text }) => time(text)).toSorted((a, b) => a - b);
const mean = each.reduce((sum, ms) => sum + ms, 0) / each.length;
console.log(
  `${each.length} texts: mean ${mean.toFixed(2)} ms, slowest ${(each.at(-1) ?? 0).toFixed(1)} ms (aim < 5 ms a text)`,
);
const hostile = [
  'slår '.repeat(200_000),
  'a'.repeat(1_000_000),
  'a.'.repeat(500_000),
  '12-'.repeat(330_000),
  '😢'.repeat(500_000),
];
console.log(`a megabyte made to be slow: at most ${Math.max(...hostile.map(time)).toFixed(0)} ms`);

import { loadavg } from 'node:os';
import path from 'node:path';
import { keepReport } from './proof/keep-report.ts';
import { benchParts } from './proof/parts.ts';
import { type PartResult, runPart } from './proof/run-part.ts';
import { readSite } from './proof/site.ts';

/**
 * `npm run bench`: every benchmark, one after the other, and a report under docs/proof/ with the date of today. Exit code 1 when one could not
 * be run; figures are told, never judged.
 */
const root = path.resolve(import.meta.dirname, '../..');
const [load = 0] = loadavg();
const results: PartResult[] = [];
for (const part of benchParts) {
  console.log(`\n── ${part.name}`);
  const result = await runPart(root, part);
  results.push(result);
  if (result.outcome === 'missing') console.error(result.output);
}
const file = await keepReport(root, { site: readSite(load), command: 'npm run bench', name: ['bench'] }, results);
console.log(`Written: ${file}`);
if (results.some(({ outcome }) => outcome !== 'measured')) process.exitCode = 1;

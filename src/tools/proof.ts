import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keepReport } from './proof/keep-report.ts';
import { proofParts } from './proof/parts.ts';
import { type PartResult, runPart } from './proof/run-part.ts';
import { readSite } from './proof/site.ts';

/**
 * `npm run proof`: every long proof, and a report under docs/proof/ with the date of today. Exit code 1 when one did not hold.
 * `npm run proof -- --without picture` leaves out the parts with that word in their name, and the report says so.
 */
const root = path.resolve(import.meta.dirname, '../..');
const [load = 0] = loadavg();
const { without } = parseArgs({ options: { without: { type: 'string' } } }).values;
const results: PartResult[] = [];
for (const part of proofParts) {
  if (without !== undefined && part.name.includes(without)) {
    results.push({ name: part.name, outcome: 'left out', seconds: 0, output: `left out by --without ${without}` });
    continue;
  }
  console.log(`\n── ${part.name}`);
  results.push(await runPart(root, part));
}
const file = await keepReport(root, { site: readSite(load), command: 'npm run proof' }, results);
console.log('');
for (const { name, outcome, seconds } of results)
  console.log(`${outcome.padEnd(8)} ${seconds.toFixed(0).padStart(5)} s  ${name}`);
console.log(`Written: ${file}`);
if (results.some(({ outcome }) => outcome === 'failed' || outcome === 'missing')) process.exitCode = 1;

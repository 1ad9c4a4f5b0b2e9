import { loadavg } from 'node:os';
import path from 'node:path';
import { Failure } from '../core/failure.ts';
import { keepReport } from './proof/keep-report.ts';
import { type PartResult, runPart } from './proof/run-part.ts';
import { readSite } from './proof/site.ts';
import { trialParts } from './proof/trial-parts.ts';

/**
 * `npm run trials`: the reliability trials with 20,000 people and 1,000 kills, hours on a small machine; `-- tenth` and `-- fortieth` for
 * a part of it, `-- short` for what `npm test` runs; ids after the size (`-- full R3 R6`) for some of them. `UNDRING_TRIALS_FROM=21` lets R1
 * begin at that municipality, for a second sitting. The report under docs/proof/ has
 * the date and says which, and is written anew after each of them. Exit code 1 when one did not hold.
 */
const root = path.resolve(import.meta.dirname, '../..');
const [load = 0] = loadavg();

try {
  const [size = 'full', ...chosen] = process.argv.slice(2);
  await runTrials(size, chosen);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function runTrials(size: string, chosen: readonly string[]): Promise<void> {
  const parts = trialParts(size, chosen);
  const report = {
    site: readSite(load),
    command: `npm run trials -- ${[size, ...chosen].join(' ')}`,
    name: ['trials', size, ...chosen],
  };
  let file = '';
  const results: PartResult[] = [];
  for (const part of parts) {
    results.push(await runPart(root, part));
    file = await keepReport(root, report, results);
  }
  console.log(`Written: ${file}`);
  if (results.some(({ outcome }) => outcome !== 'held')) process.exitCode = 1;
}

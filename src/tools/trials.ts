import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { trialsFile } from './proof/parts.ts';
import { runPart } from './proof/run-part.ts';
import { readSite } from './proof/site.ts';
import { writeReport } from './proof/write-report.ts';

/**
 * `npm run trials`: the reliability trials with 20,000 people and 1,000 kills, hours on a small machine; `-- tenth` and `-- fortieth` for
 * a part of it, `-- short` for what `npm test` runs. The report under docs/proof/ has the date and says which. Exit code 1 when one did not hold.
 */
const root = path.resolve(import.meta.dirname, '../..');
const [load = 0] = loadavg();
const [size = 'full'] = process.argv.slice(2);
const command = ['vitest', 'run', '--project', 'proof', '--reporter', 'dot', '-t', `^trials ${size} `, trialsFile];
const result = await runPart(root, { name: `Reliability trials, ${size}`, command, needs: trialsFile });
const site = readSite(load);
const file = path.join(root, 'docs/proof', `${site.date}-trials.md`);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, writeReport(site, `npm run trials -- ${size}`, [result]));
console.log(`Written: ${path.relative(root, file)}`);
if (result.outcome !== 'held') process.exitCode = 1;

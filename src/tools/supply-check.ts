import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { localDateAt } from '../core/local-date.ts';
import { checkLicences } from './supply/check-licences.ts';
import { exceptions } from './supply/exceptions.ts';
import { readAudit } from './supply/read-audit.ts';
import { runNpm } from './supply/run-npm.ts';

/**
 * `npm run supply:check`: what comes from elsewhere. Licences by the lock file, a list of all parts (SBOM, CycloneDX) in `dist/sbom.json`, and
 * known holes by `npm audit`. Exit code 1 when something is red; 75 when all else is well, but the registry did not answer about holes.
 */
const root = path.resolve(import.meta.dirname, '../..');
const exitCode = { red: 1, notRun: 75 } as const;
const today = localDateAt(new Date(), 'UTC');
const red: string[] = [];

const licences = checkLicences(JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')), today);
console.log(`licences: ${licences.length === 0 ? 'all on the list' : `${licences.length} not on the list`}`);
red.push(...licences);

const late = exceptions.filter(({ until }) => until < today);
console.log(`exceptions: ${exceptions.length}, ${late.length} of them run out`);
red.push(
  ...late.map(({ name, until, reason }) => `${name}: the exception ran out on ${until} (${reason}). Look again.`),
);

const sbom = await runNpm(root, ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], 60_000);
if (sbom?.includes('"bomFormat"')) {
  const file = path.join(root, 'dist/sbom.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, sbom);
  console.log(`list of parts: ${path.relative(root, file)}`);
} else {
  red.push('npm sbom wrote no list of parts. Run `npm ci`, then `npm sbom --sbom-format cyclonedx` to see why.');
}

const output = await runNpm(root, ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], 30_000);
const audit = readAudit(output ?? '', today);
if (audit.outcome === 'answered') {
  console.log(`known holes: ${audit.total}, of them high and not excepted: ${audit.high.length}`);
  red.push(...audit.high);
} else {
  console.log(`known holes: not run: ${audit.reason}`);
}

for (const line of red) console.error(`RED ${line}`);
if (red.length > 0) process.exitCode = exitCode.red;
else if (audit.outcome === 'not-run') process.exitCode = exitCode.notRun;

import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { Failure } from '../core/failure.ts';
import { readTexts } from '../features/content/read-texts.ts';
import { toArray } from '../features/people/person-store.ts';
import { openTables } from '../outbound/azure-tables/open-tables.ts';
import { checkPack } from '../packs/check-pack.ts';
import { formatProblem, isWarning } from '../packs/content-problem.ts';
import { exportContent } from '../packs/export/export-content.ts';
import type { Waiting } from '../packs/export/list-waiting.ts';
import { reasonOf } from './guide-run.ts';

// Run as `npm run content:export -- [--pack <folder>] --out <folder>`, with the settings of the service: its storage is read, and nothing is
// written there. Exit code 1 when it cannot be done or the result has errors, 2 on a wrong option.

const usage = 'Usage: [--pack <folder>] --out <folder>';

function readOptions(): { pack?: string; out: string } {
  try {
    const { values } = parseArgs({ options: { pack: { type: 'string' }, out: { type: 'string' } } });
    if (!values.out) throw new TypeError('--out is missing.');
    return { ...values, out: values.out };
  } catch (error) {
    console.error(`${reasonOf(error)} ${usage}`);
    process.exit(2);
  }
}

async function run({ pack, out }: { pack?: string; out: string }): Promise<number> {
  const { storage, packFolder } = loadConfig();
  const { content, texts } = await openTables({ connection: storage, prefix: storage.prefix });
  let unreadable = 0;
  const tellUnreadable = (): void => {
    unreadable += 1;
  };
  const changes = await toArray(content.list(tellUnreadable));
  const changed = { changes, texts: await readTexts({ texts, tellUnreadable }, changes) };
  const { files } = await exportContent(path.resolve(pack ?? packFolder), path.resolve(out), changed, (waiting) => {
    tellWaiting('In it, though no second person has confirmed it yet:', waiting, true);
    tellWaiting('Left out until a second person has confirmed it:', waiting, false);
    if (waiting.some(({ what }) => what === 'texts')) {
      console.log('Texts that wait are lost when files with a new version come: have them accepted or dropped first.');
    }
  });
  console.log(`${changes.length} changes from the chat, ${files.length} files changed in ${out}:`);
  for (const file of files) console.log(`  ${file}`);
  if (unreadable > 0) console.log(`${unreadable} rows could not be read and are not in it. Look at the table Content.`);
  const errors = (await checkPack(path.resolve(out), new Date())).problems.filter((problem) => !isWarning(problem));
  for (const problem of errors) console.error(formatProblem(problem));
  return errors.length === 0 && unreadable === 0 ? 0 : 1;
}

function tellWaiting(title: string, waiting: readonly Waiting[], isInFiles: boolean): void {
  const told = waiting.filter((one) => one.isInFiles === isInFiles);
  if (told.length > 0) console.log(title);
  for (const { subject, what, confirmBy } of told)
    console.log(`  ${subject}: ${what}, to be confirmed by ${confirmBy}`);
}

try {
  process.exitCode = await run(readOptions());
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { Failure } from '../core/failure.ts';
import { localDateAt } from '../core/local-date.ts';
import type { RosterRun } from '../features/people/roster-run-store.ts';
import { type ImportMode, importRoster } from '../features/use-cases/import-roster.ts';
import { openTables } from '../outbound/azure-tables/open-tables.ts';
import { readCsv } from '../outbound/roster-file/read-csv.ts';
import { loadPack } from '../packs/load-pack.ts';
import { loadRoster } from '../packs/load-roster.ts';
import { tellRun } from './roster/tell-run.ts';
import { watchFolder } from './roster/watch-folder.ts';

/**
 * `npm run roster -- <file.csv> [--apply] [--many-leave]`: the staff list of the HR system, first as a dry run.
 * `npm run roster -- --watch <folder>`: applies every file that comes to lie there, and puts it in done/, stopped/ or refused/.
 */
const usage = 'Usage: npm run roster -- <file.csv> [--apply] [--many-leave], or --watch <folder>';

try {
  await run();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  const importFile = await openImport();
  if (values.watch !== undefined) {
    console.log(`Waiting for files in ${values.watch}. Ctrl-C stops it.`);
    const { signal } = stopOnSignal();
    return watchFolder(values.watch, (found) => handleFound(importFile, found), { signal });
  }
  if (file === undefined) throw new Failure('invalid', usage);
  const mode = values['many-leave'] ? 'apply-also-many-leaving' : 'apply';
  const { outcome } = await importFile(file, values.apply ? mode : 'try');
  process.exitCode = outcome === 'tried' || outcome === 'applied' ? 0 : 1;
}

function readArguments() {
  const options = { apply: { type: 'boolean' }, 'many-leave': { type: 'boolean' }, watch: { type: 'string' } } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    throw new Failure('invalid', usage, { cause });
  }
}

type ImportFile = (file: string, mode: ImportMode) => Promise<RosterRun>;

async function openImport(): Promise<ImportFile> {
  const config = loadConfig();
  const connection = { connection: config.storage, prefix: config.storage.prefix };
  const [stores, rules, { pack }] = await Promise.all([
    openTables(connection),
    loadRoster(config.packFolder),
    loadPack(config.packFolder),
  ]);
  const needs = { ...stores, runs: stores.rosterRuns, rules };
  return async (file, mode) => {
    const now = new Date();
    const result = await importRoster(needs, await readCsv(file), mode, localDateAt(now, pack.zone), now);
    console.log(tellRun(result));
    return result;
  };
}

const folders: Readonly<Record<RosterRun['outcome'], string>> = {
  ...{ applied: 'done', tried: 'done', partly: 'partly', stopped: 'stopped', refused: 'refused' },
};

/** A file that is no CSV is put aside; one that met storage that was away waits for it. */
async function handleFound(importFile: ImportFile, file: string): Promise<string | undefined> {
  try {
    return folders[(await importFile(file, 'apply')).outcome];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    return error.kind === 'invalid' ? folders.refused : undefined;
  }
}

function stopOnSignal(): AbortController {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping;
}

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { composeDirectory } from '../compose-directory.ts';
import { type Config, loadConfig } from '../config.ts';
import { Failure } from '../core/failure.ts';
import { localDateAt } from '../core/local-date.ts';
import { directoryRows } from '../features/people/directory-rows.ts';
import type { RosterRun } from '../features/people/roster-run-store.ts';
import { importDirectory } from '../features/use-cases/import-directory.ts';
import { type ImportMode, importRoster } from '../features/use-cases/import-roster.ts';
import { openTables, type TableStores } from '../outbound/azure-tables/open-tables.ts';
import { readCsv } from '../outbound/roster-file/read-csv.ts';
import { knownWords } from '../packs/known-words.ts';
import { loadPack } from '../packs/load-pack.ts';
import { loadRoster } from '../packs/load-roster.ts';
import type { Pack } from '../packs/pack.ts';
import { csvFile } from '../views/sheet/figures-csv.ts';
import { tellRun } from './roster/tell-run.ts';
import { watchFolder } from './roster/watch-folder.ts';

/**
 * `npm run roster -- <file.csv> [--apply] [--many-leave] [--fewer-columns]`: the staff list of the HR system, first as a dry run.
 * `npm run roster -- --graph [--apply] [--many-leave] [--fewer-columns]`: the same from Microsoft 365. `--graph --list <file.csv>` writes
 * what it holds to a file, so that the number of a row can be looked up, and does nothing else.
 * `npm run roster -- --watch <folder>`: applies every file that comes to lie there, and puts it in done/, stopped/ or refused/.
 */
const usage =
  'Usage: npm run roster -- <file.csv> [--apply] [--many-leave] [--fewer-columns], --graph in the place of a file, --graph --list <file.csv>, or --watch <folder>';

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
  const opened = await open();
  const importFile = openImport(opened);
  if (values.watch !== undefined) {
    console.log(`Waiting for files in ${values.watch}. Ctrl-C stops it.`);
    const { signal } = stopOnSignal();
    return watchFolder(values.watch, (found) => handleFound(importFile, found), { signal });
  }
  if (values.graph && values.list !== undefined) return writeList(opened, values.list);
  if ((file !== undefined) === Boolean(values.graph)) throw new Failure('invalid', usage);
  const mode = values.apply ? modeToApply(values) : 'try';
  const { outcome } = file === undefined ? await importGraph(opened, mode) : await importFile(file, mode);
  process.exitCode = outcome === 'tried' || outcome === 'applied' ? 0 : 1;
}

function readArguments() {
  const options = {
    apply: { type: 'boolean' },
    'many-leave': { type: 'boolean' },
    'fewer-columns': { type: 'boolean' },
    watch: { type: 'string' },
    graph: { type: 'boolean' },
    list: { type: 'string' },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    throw new Failure('invalid', usage, { cause });
  }
}

type Accepted = ReturnType<typeof readArguments>['values'];

function modeToApply({ 'many-leave': many, 'fewer-columns': fewer }: Accepted): ImportMode {
  if (many && fewer) return 'apply-also-both';
  if (many) return 'apply-also-many-leaving';
  return fewer ? 'apply-also-fewer-columns' : 'apply';
}

type ImportFile = (file: string, mode: ImportMode) => Promise<RosterRun>;

type Opened = { config: Config; stores: TableStores; pack: Pack };

async function open(): Promise<Opened> {
  const config = loadConfig();
  const connection = { connection: config.storage, prefix: config.storage.prefix };
  const [stores, { pack }] = await Promise.all([openTables(connection), loadPack(config.packFolder)]);
  return { config, stores, pack };
}

function openImport({ config, stores, pack }: Opened): ImportFile {
  const known = knownWords(pack);
  return async (file, mode) => {
    const needs = { ...stores, runs: stores.rosterRuns, rules: await loadRoster(config.packFolder), known };
    const now = new Date();
    const result = await importRoster(needs, await readCsv(file), mode, localDateAt(now, pack.zone), now);
    console.log(tellRun(result));
    return result;
  };
}

async function importGraph({ config, stores, pack }: Opened, mode: ImportMode): Promise<RosterRun> {
  const needs = await composeDirectory(config, stores, pack);
  const result = await importDirectory(
    { ...needs, onRefusal: ({ message }) => console.error(message) },
    mode,
    new Date(),
  );
  console.log(tellRun(result));
  return result;
}

/** Names of everybody, for whoever runs this only. A file that is there is left alone. */
async function writeList({ config, stores, pack }: Opened, file: string): Promise<void> {
  const { directory, rules } = await composeDirectory(config, stores, pack);
  const rows = directoryRows(await directory.readUsers(), rules, pack.zone);
  await writeFile(file, csvFile(rows), { mode: 0o600, flag: 'wx' }).catch((cause: unknown) => {
    throw new Failure('invalid', 'the list cannot be written; name a file that is not there yet', { cause });
  });
  console.log(`${rows.length - 1} people. The file names them all: delete it when you have looked.`);
}

const folders: Readonly<Record<RosterRun['outcome'], string>> = {
  ...{ applied: 'done', tried: 'done', partly: 'partly', stopped: 'stopped', refused: 'refused' },
  'fewer-columns': 'stopped',
  ...{ unchanged: 'done', 'no-answer': 'refused', 'not-let-in': 'refused' },
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

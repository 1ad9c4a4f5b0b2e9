import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A file that is still being written grows. */
const quietMs = 5_000;
const lookEveryMs = 10_000;

/** The subfolder that a handled file goes to; `undefined` leaves it, to be tried again. */
type Handle = (file: string) => Promise<string | undefined>;

/**
 * Hands over every *.csv that comes to lie in a folder, one at a time, and puts it in the subfolder that `handle` names, so that it is
 * handled once.
 */
export async function watchFolder(
  folder: string,
  handle: Handle,
  { signal, everyMs = lookEveryMs }: { signal: AbortSignal; everyMs?: number },
): Promise<void> {
  while (!signal.aborted) {
    for (const name of await csvFiles(folder)) await handleFile(folder, name, handle);
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function handleFile(folder: string, name: string, handle: Handle): Promise<void> {
  const file = path.join(folder, name);
  const found = await unlessGone(stat(file));
  if (!found || Date.now() - found.mtimeMs < quietMs) return;
  const subfolder = await handle(file);
  if (subfolder === undefined) return;
  const place = path.join(folder, subfolder);
  await mkdir(place, { recursive: true });
  await unlessGone(rename(file, path.join(place, `${new Date().toISOString().replaceAll(':', '')}-${name}`)));
}

/** Somebody may take a file away at any time; then there is nothing to do about it. */
async function unlessGone<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const csvFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).toSorted();

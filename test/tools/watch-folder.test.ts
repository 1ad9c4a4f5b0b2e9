import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchFolder } from '../../src/tools/roster/watch-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'undring-roster-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** As if it had been written long ago, so that nobody waits for it to be whole. */
async function put(name: string): Promise<void> {
  await writeFile(path.join(folder, name), '');
  await utimes(path.join(folder, name), 0, 0);
}

/** What is handed over, until the file called `last` is. */
async function watchUntil(last: string, handle: (file: string) => Promise<string>): Promise<readonly string[]> {
  const handled: string[] = [];
  const stopping = new AbortController();
  const hand = (file: string): Promise<string> => {
    handled.push(path.basename(file));
    if (path.basename(file) === last) stopping.abort();
    return handle(file);
  };
  await watchFolder(folder, hand, { signal: stopping.signal });
  return handled;
}

it('a file is handed over once, and put in the folder that was said', async () => {
  await put('a.csv');
  await put('b.CSV');
  expect(await watchUntil('b.CSV', () => Promise.resolve('done'))).toEqual(['a.csv', 'b.CSV']);
  expect(await readdir(folder)).toEqual(['done']);
  expect(await readdir(path.join(folder, 'done'))).toHaveLength(2);
});

it('a file that is gone before it is looked at, or while it is handled, stops nobody from handing over the next', async () => {
  await symlink(path.join(folder, 'nothing'), path.join(folder, 'a.csv'));
  await put('b.csv');
  await put('c.csv');
  const takesAway = async (file: string): Promise<string> => {
    if (file.endsWith('b.csv')) await rm(file);
    return 'done';
  };
  expect(await watchUntil('c.csv', takesAway)).toEqual(['b.csv', 'c.csv']);
  expect(await readdir(path.join(folder, 'done'))).toHaveLength(1);
});

it('a folder that is not there is told', async () => {
  await expect(
    watchFolder(path.join(folder, 'nothing'), () => Promise.resolve('done'), { signal: new AbortController().signal }),
  ).rejects.toThrow('ENOENT');
});

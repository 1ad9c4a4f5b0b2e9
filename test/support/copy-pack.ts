import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ContentProblem } from '../../src/packs/content-problem.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Read from the real content: these have their own tests. */
const shared = ['contacts.yaml', 'laws.yaml', 'levels.yaml', 'tools.yaml', 'calendar.yaml', 'reminders.yaml', 'guides'];

/** One change to a copy of the sound pack. Without `find` the file is written anew, as text or as `bytes`; without `put` it is deleted. */
export type Edit = { file: string; find?: string; put?: string; bytes?: Uint8Array };

/** A sound pack of one small module, in a folder of its own that is gone after the test, with these edits. */
export async function copyPack(...edits: readonly Edit[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pack-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(path.join(root, 'test/fixtures/packs/sound'), folder, { recursive: true });
  for (const name of shared) await cp(path.join(root, 'content', name), path.join(folder, name), { recursive: true });
  for (const edit of edits) await applyEdit(folder, edit);
  return folder;
}

/** All of the real content, in a folder of its own that is gone after the test, with these edits. */
export async function copyContent(...edits: readonly Edit[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'content-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(path.join(root, 'content'), folder, { recursive: true });
  for (const edit of edits) await applyEdit(folder, edit);
  return folder;
}

export async function applyEdit(folder: string, { file, find, put, bytes }: Edit): Promise<void> {
  const target = path.join(folder, file);
  if (bytes) return writeFile(target, bytes);
  if (put === undefined) return rm(target, { recursive: true });
  if (find === undefined) {
    await mkdir(path.dirname(target), { recursive: true });
    return writeFile(target, put);
  }
  const before = await readFile(target, 'utf8');
  if (before.split(find).length !== 2) throw new Error(`"${find}" does not stand exactly once in ${file}`);
  return writeFile(
    target,
    before.replace(find, () => put),
  );
}

/** Whether a problem is that a text was not translated, which is so of words that a test writes once for all languages. */
export const isOfLanguage = ({ told }: ContentProblem): boolean =>
  told?.code === 'same-text' || told?.code === 'other-words';

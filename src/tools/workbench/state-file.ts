import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import { Failure } from '../../core/failure.ts';
import type { KeptFile } from './connector/one-drive.ts';
import type { WorkbenchState } from './connector/types.ts';

/** What outlives a restart: the chats, and the key that signs (it opens nothing but a service on this machine). */
export type KeptState = { workbench: WorkbenchState; privateKey: JWK; files?: readonly KeptFile[] };

/** `undefined` when there is none yet. Throws Failure `invalid` when the file is not ours to read. */
export async function readStateFile(file: string): Promise<KeptState | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const remedy = `${file} cannot be read; start anew with: npm start -- --fresh`;
  try {
    const kept = JSON.parse(text) as KeptState;
    if (kept.workbench.version === 1) return kept;
  } catch (error) {
    throw new Failure('invalid', remedy, { cause: error });
  }
  throw new Failure('invalid', remedy);
}

export type StateSaver = {
  /** Writes soon; many calls become one write. */
  saveSoon(): void;
  /** Writes what is still waiting. */
  flush(): Promise<void>;
};

/** Writes beside and renames, so that a kill leaves the old file or the new one, never half of it. */
export function createStateSaver(file: string, current: () => KeptState, delayMs = 300): StateSaver {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    writing = writing.then(async () => {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.next`, JSON.stringify(current()), { mode: 0o600 });
      await rename(`${file}.next`, file);
    });
    return writing;
  };
  return {
    saveSoon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        void write();
      }, delayMs);
    },
    async flush() {
      clearTimeout(timer);
      timer = undefined;
      await write();
    },
  };
}

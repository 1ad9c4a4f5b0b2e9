import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { ViewState, ViewStates } from './view-states.ts';

const moduleSchema = z.object({
  states: z.object({
    template: z.string(),
    states: z.array(z.custom<ViewState>((state) => typeof state === 'object' && state !== null && 'render' in state)),
  }),
});

/** Reads `test/views/states/*.ts`, in order of name. */
export async function loadStates(root: string): Promise<readonly ViewStates[]> {
  const folder = path.join(root, 'test/views/states');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const loaded: unknown = await import(pathToFileURL(path.join(folder, file)).href);
      return moduleSchema.parse(loaded).states;
    }),
  );
}

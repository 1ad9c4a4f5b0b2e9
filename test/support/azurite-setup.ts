import type { TestProject } from 'vitest/node';
import { startAzurite } from '../../src/tools/azurite.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the Azurite that this run shares. Use an own prefix for tables and queues: `newPrefix()`. */
    azurite: string;
  }
}

/** Vitest's global set-up: one Azurite, in memory, for all test files of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const azurite = await startAzurite();
  project.provide('azurite', azurite.connectionString);
  return azurite.stop;
}

import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../core/failure.ts';
import { makeModule } from './new-module/make-module.ts';

// Run as `npm run module:new -- <module> [--pack <folder>]`. Without a module it lists the outlines.

const root = path.resolve(import.meta.dirname, '../..');

try {
  const { values, positionals } = parseArgs({ options: { pack: { type: 'string' } }, allowPositionals: true });
  console.log(await makeModule(path.resolve(values.pack ?? path.join(root, 'content')), positionals[0]));
} catch (error) {
  if (error instanceof Failure && error.kind === 'bug') throw error;
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

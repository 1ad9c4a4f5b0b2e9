import path from 'node:path';
import { benchParts } from './proof/parts.ts';
import { runPart } from './proof/run-part.ts';

/** `npm run bench`: every benchmark, one after the other. Exit code 1 when one could not be run; figures are told, never judged. */
const root = path.resolve(import.meta.dirname, '../..');
for (const part of benchParts) {
  console.log(`\n── ${part.name}`);
  const { outcome, output } = await runPart(root, part);
  if (outcome === 'missing') console.error(output);
  if (outcome !== 'measured') process.exitCode = 1;
}

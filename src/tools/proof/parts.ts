import { globSync } from 'node:fs';
import path from 'node:path';
import { trialsFile } from './trial-parts.ts';

/** One long proof. `needs`: without it the part is missing, which the report says. `measures`: tells figures and judges none. */
export type Part = { name: string; command: readonly string[]; needs: string; measures?: true };

const bench = (name: string, file: string, flags: readonly string[] = []): Part => ({
  name,
  command: ['node', ...flags, `test/bench/${file}`],
  needs: `test/bench/${file}`,
  measures: true,
});

/** Every other `*.proof.ts` is a part of its own, so that a new one is never forgotten. */
const trials = globSync('test/**/*.proof.ts', { cwd: path.resolve(import.meta.dirname, '../../..') })
  .filter((file) => file !== trialsFile)
  .toSorted()
  .map(
    (file): Part => ({
      name: `Trial: ${path.basename(file, '.proof.ts')}`,
      command: ['vitest', 'run', '--project', 'proof', '--reporter', 'dot', file],
      needs: file,
    }),
  );

/** `npm run bench`: ratios measured in one run. */
export const benchParts: readonly Part[] = [
  bench('A turn against an echo', 'turn.ts'),
  bench('Where the time of a turn goes', 'where.ts'),
  bench('Rendering the largest card', 'render.ts'),
  bench('Understanding a text', 'understanding.ts'),
  bench('A sweep of the tick', 'sweep.ts'),
  bench('Sending', 'sending.ts'),
  bench('All digests, and a past day', 'digests.ts', ['--expose-gc']),
  bench('All digests, on storage', 'digests-azurite.ts', ['--expose-gc']),
  bench('Start', 'start.ts'),
  bench('Memory', 'memory.ts', ['--expose-gc']),
];

/** `npm run proof`: what takes too long for every commit. */
export const proofParts: readonly Part[] = [
  ...trials,
  {
    name: 'Every card in every language against the types of Teams',
    command: ['node', 'src/tools/check-cards.ts'],
    needs: 'src/tools/check-cards.ts',
  },
  {
    name: 'Every picture of every card',
    command: ['node', 'src/tools/draw-cards.ts'],
    needs: 'src/tools/draw-cards.ts',
  },
  {
    name: 'Every picture of every module',
    command: ['node', 'src/tools/preview-module.ts', '--all'],
    needs: 'src/tools/preview-module.ts',
  },
  ...benchParts,
];

import { availableParallelism } from 'node:os';

/** One part of `npm test`. `tests`: run by vitest, so it is counted; `needs`: what has to be there, or the stage is missing. */
export type Stage = { name: string; command: readonly string[]; needs: string; tests: boolean };

const vitest = (name: string, needs: string, projects: readonly string[], more: readonly string[] = []): Stage => ({
  name,
  command: ['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), ...more],
  needs,
  tests: true,
});
const check = (name: string, needs: string, command: readonly string[]): Stage => ({
  name,
  command,
  needs,
  tests: false,
});

/** Else one is kept free, which is half of a small machine. The faults judge by their own clocks and logs, so that what works beside them is no matter. */
const everyProcessor = ['--maxWorkers=100%'];
/** What waits for storage and for deadlines of its own leaves half of each processor free. */
const twoForEach = [`--maxWorkers=${2 * availableParallelism()}`];

/** In this order: what is cheap and says most about a mistake comes first. */
export const stages: readonly Stage[] = [
  check('types', 'tsconfig.json', ['tsc', '-p', '.']),
  check('lint', 'biome.json', ['biome', 'check', '--error-on-warnings']),
  check('content', 'src/tools/check-content.ts', ['node', 'src/tools/check-content.ts']),
  check('supply', 'src/tools/supply-check.ts', ['node', 'src/tools/supply-check.ts']),
  vitest('unit and guards', 'test', ['unit', 'edges', 'guards'], everyProcessor),
  vitest('contracts and journeys', 'test/journeys', ['contracts', 'journeys'], twoForEach),
  vitest('faults', 'test/faults', ['faults'], everyProcessor),
  vitest('deadlines', 'test/faults/deadlines', ['deadlines'], twoForEach),
  vitest('end to end', 'test/e2e', ['e2e'], everyProcessor),
];

import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { lineOf, sizes } from './trials/trial-report.ts';
import { trialsOf } from './trials/trials.ts';
import { stopWorkers } from './trials/workers.ts';

afterAll(() => stopWorkers());

/** `npm run trials` chooses one of the sizes by its name. */
describe.each(Object.entries(sizes))('trials %s', (_name, size) => {
  it.each(trialsOf(size))('$id: $about', async ({ run }) => {
    const reports = await run(seededRandom(20261126));
    for (const report of reports) process.stdout.write(`${lineOf(report)}\n`);
    expect(reports.filter(({ holds }) => !holds)).toEqual([]);
  });
});

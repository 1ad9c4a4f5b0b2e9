import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { lineOf, shortSize } from './trials/trial-report.ts';
import { trialsOf } from './trials/trials.ts';
import { stopWorkers } from './trials/workers.ts';

afterAll(() => stopWorkers());

/** The short form of `npm run trials`. */
describe('the reliability trials, in short', () => {
  it.concurrent.each(trialsOf(shortSize))(
    '$id: $about',
    async ({ run }) => {
      const reports = await run(seededRandom(20261126));
      for (const report of reports) process.stdout.write(`${lineOf(report)}\n`);
      expect(reports.filter(({ holds }) => !holds)).toEqual([]);
    },
    600_000,
  );
});

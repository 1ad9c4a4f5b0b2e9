import { afterAll, describe, it } from 'vitest';
import { shortSize } from './trials/trial-report.ts';
import { playedHere, runTrial, timed, trialsOf } from './trials/trials.ts';
import { stopWorkers } from './trials/workers.ts';

afterAll(() => stopWorkers());

/** The short form of `npm run trials`, with workers in processes of their own. The others: `played-trials.test.ts` and `deadlines/`. */
describe('the reliability trials, in short', () => {
  const trials = trialsOf(shortSize).filter(({ id }) => !playedHere.has(id) && !timed.has(id));
  it.concurrent.each(trials)('$id: $about', runTrial, 600_000);
});

import { describe, it } from 'vitest';
import { shortSize } from '../trials/trial-report.ts';
import { runTrial, timed, trialsOf } from '../trials/trials.ts';

/** The short form of those trials of `npm run trials` that count seconds. */
describe('the reliability trials that count seconds, in short', () => {
  it.concurrent.each(trialsOf(shortSize).filter(({ id }) => timed.has(id)))('$id: $about', runTrial, 600_000);
});

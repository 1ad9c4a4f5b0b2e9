import { describe, it } from 'vitest';
import { shortSize } from './trials/trial-report.ts';
import { playedHere, runTrial, trialsOf } from './trials/trials.ts';

/** The short form of those trials of `npm run trials` that play the whole service in this process. */
describe('the reliability trials that are played here, in short', () => {
  it.concurrent.each(trialsOf(shortSize).filter(({ id }) => playedHere.has(id)))('$id: $about', runTrial, 600_000);
});

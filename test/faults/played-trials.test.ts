import { describe, it } from 'vitest';
import { shortSize } from './trials/trial-report.ts';
import { playedHere, runTrial, trialsOf } from './trials/trials.ts';

const trials = trialsOf(shortSize).filter(({ id }) => playedHere.has(id));

/** The short form of those trials of `npm run trials` that play the whole service in this process. */
describe('the reliability trials that are played here, in short', () => {
  // It counts seconds, so nothing may compute beside it.
  it.each(trials.filter(({ id }) => id === 'R6'))('$id: $about', runTrial, 600_000);
  it.concurrent.each(trials.filter(({ id }) => id !== 'R6'))('$id: $about', runTrial, 600_000);
});

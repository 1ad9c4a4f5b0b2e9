import { afterAll, describe, it } from 'vitest';
import { sizes } from './trials/trial-report.ts';
import { runTrial, trialsOf } from './trials/trials.ts';
import { stopWorkers } from './trials/workers.ts';

afterAll(() => stopWorkers());

/** `npm run trials` chooses one of the sizes by its name. */
describe.each(Object.entries(sizes))('trials %s', (_name, size) => {
  it.each(trialsOf(size))('$id: $about', runTrial);
});

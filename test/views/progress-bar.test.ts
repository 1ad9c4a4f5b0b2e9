import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/views/progress-bar.ts';

describe('a progress bar', () => {
  it('is how much of the whole', () => {
    expect(progressBar(3, 8)).toEqual([{ value: 3, max: 8, color: 'Accent' }]);
    expect(progressBar(8, 8, 'Good')).toEqual([{ value: 8, max: 8, color: 'Good' }]);
  });

  it('is not there when nothing is done: without a value it would look as if something is loading', () => {
    expect(progressBar(0, 8)).toEqual([]);
    expect(progressBar(0, 0)).toEqual([]);
  });

  it('never leaves its frame', () => {
    expect(progressBar(9, 8)).toEqual([{ value: 8, max: 8, color: 'Accent' }]);
  });
});

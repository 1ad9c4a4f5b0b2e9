import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/views/progress-bar.ts';

describe('a progress bar', () => {
  it('is two columns that share the width', () => {
    expect(progressBar(3, 8)).toEqual([
      { width: '3', style: 'accent' },
      { width: '5', style: 'emphasis' },
    ]);
  });

  it('has no column of nothing', () => {
    expect(progressBar(0, 8)).toEqual([{ width: '8', style: 'emphasis' }]);
    expect(progressBar(8, 8, 'good')).toEqual([{ width: '8', style: 'good' }]);
    expect(progressBar(0, 0)).toEqual([{ width: '1', style: 'emphasis' }]);
  });

  it('never leaves its frame', () => {
    expect(progressBar(9, 8)).toEqual([{ width: '8', style: 'accent' }]);
  });
});

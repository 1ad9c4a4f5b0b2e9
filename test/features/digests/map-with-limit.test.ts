import { describe, expect, it } from 'vitest';
import { mapWithLimit } from '../../../src/features/digests/map-with-limit.ts';

describe('mapping with a limit', () => {
  it('keeps the order of the items, whoever finishes first', async () => {
    const slowFirst = async (turns: number) => {
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      return turns;
    };
    expect(await mapWithLimit([3, 1, 2, 0], 2, slowFirst)).toEqual([3, 1, 2, 0]);
  });

  it('throws the first error', async () => {
    const work = mapWithLimit([1, 2], 2, async (item) => Promise.reject(new Error(`no ${item}`)));
    await expect(work).rejects.toThrow('no 1');
  });

  it('has nothing to do for nobody', async () => {
    expect(await mapWithLimit([], 16, async () => 1)).toEqual([]);
  });
});

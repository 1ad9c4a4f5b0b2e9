import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../src/views/paging.ts';

const size = fc.integer({ min: 1, max: 30 });
const rows = fc.integer({ min: 0, max: 200 }).map((count) => Array.from({ length: count }, (_, index) => index));

describe('pages of many rows', () => {
  it('have each row once, in its order', () => {
    fc.assert(
      fc.property(rows, size, (all, most) => {
        const { pages } = pageOf(all, 0, most);
        const read = Array.from({ length: pages }, (_, page) => pageOf(all, page, most).shown);
        expect(read.flat()).toEqual(all);
        expect(Math.max(...read.map(({ length }) => length))).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('are one that is empty where there is nothing', () => {
    expect(pageOf([], 3, 10)).toEqual({ shown: [], at: 0, pages: 1 });
  });

  it('give the nearest one for a page that is no more', () => {
    expect(pageOf(['a', 'b', 'c'], 7, 2)).toMatchObject({ shown: ['c'], at: 1 });
    expect(pageOf(['a', 'b', 'c'], -1, 2)).toMatchObject({ at: 0 });
  });
});

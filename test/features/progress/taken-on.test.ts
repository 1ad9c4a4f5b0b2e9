import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/local-date.ts';
import { earliestTakenOn, readTakenOn } from '../../../src/features/progress/taken-on.ts';

const today = '2026-11-23';

describe('the day that a course was taken', () => {
  it.each([
    ['', 'no-date'],
    ['  ', 'no-date'],
    ['i fjor', 'no-date'],
    ['2026-02-30', 'no-date'],
    ['23.11.2026', 'no-date'],
    ['2026-11-24', 'in-future'],
    ['9999-12-31', 'in-future'],
    ['1949-12-31', 'too-early'],
    ['0001-01-01', 'too-early'],
    ['1950-01-01', 'read'],
    ['2026-11-23', 'read'],
    [' 2026-11-23 ', 'read'],
  ])('of "%s" is %s', (text, outcome) => {
    expect(readTakenOn(text, today).outcome).toBe(outcome);
  });

  it('is read exactly for real dates from 1950 to today, and never throws', () => {
    const days = fc.property(fc.integer({ min: -40_000, max: 400_000 }), (ahead) => {
      const date = addDays(today, ahead);
      const read = readTakenOn(date, today);
      expect(read.outcome === 'read').toBe(date >= earliestTakenOn && date <= today && date.length === 10);
    });
    fc.assert(days, { seed: 20261123 });
    fc.assert(
      fc.property(fc.string(), (text) => void readTakenOn(text, today)),
      { seed: 20261123 },
    );
  });
});

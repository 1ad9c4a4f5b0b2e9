import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumResults } from '../../../src/features/use-cases/remind-staff.ts';

const results = fc.array(fc.constantFrom('asked', 'asked-before', 'left-out'), { maxLength: 40 });

describe('what a leader is told of reminders to all', () => {
  it('is no number where fewer than five were asked about now, so that it tells nothing of one of them', () => {
    fc.assert(
      fc.property(results, (all) => {
        const now = all.filter((result) => result !== 'asked-before').length;
        const told = sumResults(all);
        if (told.outcome === 'asked-some') {
          expect(now).toBeGreaterThanOrEqual(5);
          expect(told.asked + told.leftOut).toBe(all.length);
        } else expect(now < 5 || !all.includes('asked')).toBe(true);
      }),
    );
  });

  it('is the same for any one of few, whether they take reminders or not', () => {
    const before = ['asked-before', 'asked-before'] as const;
    expect(sumResults([...before, 'asked'])).toEqual(sumResults([...before, 'left-out']));
    expect(sumResults(['asked'])).toEqual(sumResults(['left-out']));
  });

  it('says when nobody is late, and when all have been asked about', () => {
    expect(sumResults([])).toEqual({ outcome: 'nobody-late' });
    expect(sumResults(['asked-before'])).toEqual({ outcome: 'all-asked-before' });
  });
});

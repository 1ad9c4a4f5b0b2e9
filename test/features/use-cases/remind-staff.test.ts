import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumResults } from '../../../src/features/use-cases/remind-staff.ts';

const result = fc.constantFrom('asked', 'asked-before', 'left-out');

describe('what a leader is told of reminders to all', () => {
  it('is the same whoever of them takes reminders, however many they are', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 40 }), (all) => {
        const withoutNo = all.map((each) => (each === 'left-out' ? 'asked' : each));
        expect(sumResults(all)).toEqual(sumResults(withoutNo));
      }),
    );
  });

  it('is how many were asked about now', () => {
    expect(sumResults(['asked', 'left-out', 'asked-before', 'asked', 'asked', 'asked', 'asked'])).toEqual({
      outcome: 'asked',
      people: 6,
    });
  });

  it('says when nobody is late, and when all have been asked about', () => {
    expect(sumResults([])).toEqual({ outcome: 'nobody-late' });
    expect(sumResults(['asked-before'])).toEqual({ outcome: 'all-asked-before' });
  });
});

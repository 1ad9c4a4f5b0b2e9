import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { type Assigned, assignedAt, assignedRow } from '../../../src/features/progress/assigned.ts';

const modules = ['bti', 'leder', 'skole'];

describe('since when a module was the person’s, on a day that has been', () => {
  it('is what was said that day, also where it was the person’s, was not, and is again', () => {
    const was: Assigned['was'] = {
      leder: [
        { since: 'start', until: '2027-02-01' },
        { since: '2027-04-10', until: '2027-05-01' },
      ],
    };
    const assigned: Assigned = { since: { bti: 'start', leder: '2027-06-01' }, was };
    const sinceOn = (on: LocalDate) => assignedAt(assigned, modules, on)?.since.leder;
    expect(sinceOn('2027-01-31')).toBe('start');
    expect(sinceOn('2027-04-30')).toBe('2027-04-10');
    expect(sinceOn('2027-05-01')).toBe('2027-06-01');
  });

  it('is from the start where nothing is said of it, as in a row from the time when what was before was not kept', () => {
    const row = assignedRow.schema.parse({ since: { bti: '2027-03-01' } });
    expect(assignedAt(row, modules, '2027-04-01')?.since).toEqual({
      bti: '2027-03-01',
      leder: 'start',
      skole: 'start',
    });
  });

  it('is not said before the first planning', () => {
    expect(assignedAt(undefined, modules, '2027-04-01')).toBeUndefined();
  });
});

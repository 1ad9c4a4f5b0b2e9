import { describe, expect, it } from 'vitest';
import { isFirstCard } from '../../../src/features/reminders/introduction.ts';
import type { Ledger } from '../../../src/features/reminders/ledger.ts';
import type { Reminder } from '../../../src/features/reminders/reminder-rows.ts';

const at = new Date('2027-01-11T08:00:00Z');
const told = (moduleId: string, cycle = 1): Reminder => ({
  ...{ moduleId, cycle, stepId: 'day-3', class: 'nudge', origin: 'step' },
  ...{ deadlineOn: '2027-01-29', dueAt: at, doubtfulSends: 0, state: 'planned' },
});
const day = (key: string, ...items: string[]): Ledger => ({
  ...{ key, items, attempts: 1, failures: 0, claimId: 'a', class: 'nudge', activityId: 'a', settledAt: at },
  state: 'sent',
});

describe('the first card', () => {
  it('is the first about a module: courses that run out and what comes after a module do not count', () => {
    const days = [day('2026-12-01', 'certificate.first-aid:1:before-2027-02-01'), day('2026-12-02', 'use-it.a:1:once')];
    expect(isFirstCard([told('a')], days, '2027-01-11')).toBe(true);
    expect(isFirstCard([told('a')], [...days, day('2026-12-03', 'a:1:day-3')], '2027-01-11')).toBe(false);
    expect(isFirstCard([told('certificate.first-aid')], [], '2027-01-11')).toBe(false);
  });

  it('is no card of a later time round, however long ago the first was', () => {
    expect(isFirstCard([told('a', 2)], [], '2027-01-11')).toBe(false);
  });

  it('is still the first when it is sent once more the same day', () => {
    expect(isFirstCard([told('a')], [day('2027-01-11', 'a:1:day-3')], '2027-01-11')).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { isWorkingDay } from '../../../src/features/reminders/calendar.ts';
import { type PlanMentoringInput, planMentoring } from '../../../src/features/reminders/mentoring.ts';
import type { Reminder } from '../../../src/features/reminders/reminder-rows.ts';
import { policy, rules } from './world.ts';

const { calendar } = rules;
const plan = (now: string, more: Partial<PlanMentoringInput> = {}) =>
  planMentoring({
    ...{ newHire: { employedOn: '2026-11-23' }, otherId: 'olav', reminders: [], policy, calendar, now: new Date(now) },
    ...more,
  });
const told = (now: string, more: Partial<PlanMentoringInput> = {}) =>
  plan(now, more).map(({ stepId, deadlineOn }) => `${stepId} ${deadlineOn}`);

describe('a new hire and the mentor', () => {
  test('are introduced on the first day, and reminded to talk in weeks 1, 4 and 12', () => {
    expect(told('2026-11-20T02:00:00Z')).toEqual([
      ...['hello 2026-11-23', 'week-1 2026-11-30', 'week-4 2026-12-21', 'week-12 2027-02-15'],
    ]);
  });

  test('are introduced late when the mentor was found late, without the weeks that have gone', () => {
    expect(told('2026-12-14T02:00:00Z')).toEqual(['hello 2026-12-14', 'week-4 2026-12-21', 'week-12 2027-02-15']);
    expect(told('2027-03-15T02:00:00Z')).toEqual([]);
  });

  test('hear nothing after the last day', () => {
    expect(told('2026-11-20T02:00:00Z', { newHire: { employedOn: '2026-11-23', endsOn: '2026-12-01' } })).toEqual([
      ...['hello 2026-11-23', 'week-1 2026-11-30'],
    ]);
  });

  test('are told each thing once, on working days and never before now, whatever night it is planned', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 120 }), fc.integer({ min: 0, max: 23 }), (days, hour) => {
        const day: LocalDate = addDays('2026-11-23', days);
        const now = new Date(`${day}T${String(hour).padStart(2, '0')}:30:00Z`);
        const first = plan(now.toISOString());
        for (const { dueAt } of first) {
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(isWorkingDay(localDateAt(dueAt, calendar.zone), calendar)).toBe(true);
        }
        const reminders: readonly Reminder[] = first;
        expect(plan(now.toISOString(), { reminders })).toEqual([]);
      }),
    );
  });
});

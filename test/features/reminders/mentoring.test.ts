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

  describe('one of whom is on leave', () => {
    const until = (to: LocalDate) => ({ calendar: { ...calendar, pauses: [{ from: '2026-01-01' as const, to }] } });

    test('hears nothing of the weeks that have gone by then, and is introduced all the same', () => {
      expect(told('2026-11-20T02:00:00Z', until('2027-01-08'))).toEqual(['hello 2027-01-11', 'week-12 2027-02-15']);
    });

    test('hears of a week that the leave ends in', () => {
      expect(told('2026-11-20T02:00:00Z', until('2026-12-03'))).toEqual([
        ...['hello 2026-12-04', 'week-1 2026-12-04', 'week-4 2026-12-21', 'week-12 2027-02-15'],
      ]);
    });

    test('is not introduced when the last of the weeks has come', () => {
      expect(told('2026-11-20T02:00:00Z', until('2027-02-11'))).toEqual(['hello 2027-02-12', 'week-12 2027-02-15']);
      expect(told('2026-11-20T02:00:00Z', until('2027-02-14'))).toEqual(['week-12 2027-02-15']);
    });
  });

  test('of whom one begins in the summer are introduced after it, without the weeks that have gone', () => {
    expect(told('2027-06-30T02:00:00Z', { newHire: { employedOn: '2027-07-01' } })).toEqual([
      ...['hello 2027-08-16', 'week-12 2027-09-23'],
    ]);
  });

  test('hear nothing after the last day', () => {
    expect(told('2026-11-20T02:00:00Z', { newHire: { employedOn: '2026-11-23', endsOn: '2026-12-01' } })).toEqual([
      ...['hello 2026-11-23', 'week-1 2026-11-30'],
    ]);
  });

  describe('whose first day is moved', () => {
    const newHire = { employedOn: '2027-01-04' } as const;
    const at = (deadlineOn: LocalDate, state: Reminder['state'] = 'planned'): readonly Reminder[] =>
      plan('2026-11-20T02:00:00Z').map((each) => {
        const { state: _, ...rest } = { ...each, ...(each.stepId === 'hello' && { deadlineOn }) };
        if (state === 'planned' || each.stepId !== 'hello') return { ...rest, state: 'planned' };
        return { ...rest, state, settledAt: new Date('2026-11-23T08:00:00Z') };
      });
    const moved = ['week-1 2027-01-11', 'week-4 2027-02-01', 'week-12 2027-03-30'];

    test('hear of the new one, and nothing of it twice', () => {
      const reminders = at('2026-11-23');
      const now = '2026-11-21T02:00:00Z';
      expect(told(now, { newHire, reminders })).toEqual(['hello 2027-01-04', ...moved]);
      expect(plan(now, { newHire, reminders: plan(now, { newHire, reminders }) })).toEqual([]);
    });

    test('also hear anew what was told of the old one, but not for a change of a few days', () => {
      const reminders = at('2026-11-23', 'sent');
      const now = '2026-11-24T02:00:00Z';
      expect(told(now, { newHire, reminders })).toEqual(['hello 2027-01-04', ...moved]);
      expect(told(now, { newHire: { employedOn: '2026-11-27' }, reminders })[0]).toBe('week-1 2026-12-04');
    });

    test('hear of an earlier one at once, and what waits for its place stays where it is', () => {
      expect(
        told('2026-12-03T02:00:00Z', { newHire: { employedOn: '2026-12-01' }, reminders: at('2027-01-04') })[0],
      ).toBe('hello 2026-12-03');
      expect(told('2026-11-24T02:00:00Z', { reminders: at('2026-11-23') })).toEqual([]);
    });

    test('hear each thing anew in a new employment, years after the first', () => {
      const reminders = plan('2026-11-20T02:00:00Z').map(({ state: _, ...each }): Reminder => {
        return { ...each, state: 'sent', settledAt: each.dueAt };
      });
      expect(told('2028-01-05T02:00:00Z', { newHire: { employedOn: '2028-01-03' }, reminders })).toHaveLength(4);
      expect(told('2027-03-01T02:00:00Z', { reminders })).toEqual([]);
    });
  });

  describe('whom the staff list did not have as a pair on a single day', () => {
    const calledOff = (reason: string): readonly Reminder[] =>
      plan('2026-11-20T02:00:00Z').map(({ state: _, ...each }): Reminder => {
        if (each.stepId !== 'hello') return { ...each, state: 'planned' };
        return { ...each, state: 'cancelled', reason, settledAt: new Date('2026-11-23T08:00:00Z') };
      });

    test.each(['pair-gone', 'employment-ended', 'not-begun'])('are introduced when it has (%s)', (reason) => {
      const reminders = calledOff(reason);
      expect(told('2026-11-24T02:00:00Z', { reminders })).toEqual(['hello 2026-11-24']);
      expect(told('2026-12-21T02:00:00Z', { reminders })[0]).toBe('hello 2026-12-21');
      expect(told('2026-12-22T02:00:00Z', { reminders })).toEqual([]);
    });

    test('hear nothing of a week that has gone', () => {
      expect(told('2026-11-24T02:00:00Z', { reminders: calledOff('too-late') })).toEqual([]);
    });
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

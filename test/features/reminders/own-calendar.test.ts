import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt, localTimeAt } from '../../../src/core/local-date.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import { isPaused, type OwnTimes, ownCalendar } from '../../../src/features/reminders/own-calendar.ts';
import { planReminders } from '../../../src/features/reminders/plan.ts';
import { sendTimeOn } from '../../../src/features/reminders/policy.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { calendar, createWorld, pointerTo, policy } from './world.ts';

const shifts: CalendarRules['shifts'] = [{ units: ['kveld'], window: { from: '13:00', to: '20:00' } }];
const withShifts = { ...calendar, shifts };
const timeOn = (date: LocalDate, own: OwnTimes): string => {
  const at = sendTimeOn(date, policy, ownCalendar(withShifts, own));
  return `${localDateAt(at, 'Europe/Oslo')} ${localTimeAt(at, 'Europe/Oslo')}`;
};

describe('the calendar of one person', () => {
  it('is the municipality’s where there is nothing of one’s own', () => {
    expect(ownCalendar(withShifts, { unitId: 'skolen' })).toBe(withShifts);
  });

  it.each([
    ['the shift of the unit: when it begins', { unitId: 'kveld' }, '2026-11-26 13:00'],
    ['the half of the day that was chosen', { unitId: 'skolen', window: 'afternoon' }, '2026-11-26 12:00'],
    [
      'a half in which the unit is never written to is not heeded',
      { unitId: 'kveld', window: 'morning' },
      '2026-11-26 13:00',
    ],
    ['a pause: the first working day after it', { unitId: 'skolen', pausedUntil: '2026-12-04' }, '2026-12-07 09:00'],
    ['a pause into the Christmas holidays', { unitId: 'skolen', pausedUntil: '2026-12-24' }, '2026-12-28 09:00'],
  ] as const)('%s', (_name, own, wanted) => {
    expect(timeOn('2026-11-26', own)).toBe(wanted);
  });

  it('is paused to the last day, which counts', () => {
    const preferences = { nudges: 'on', pausedUntil: '2026-12-04' } as const;
    expect([isPaused(preferences, '2026-12-04'), isPaused(preferences, '2026-12-05')]).toEqual([true, false]);
  });

  it('keeps every plan inside it, in every year, and moves no deadline', () => {
    const inputs = fc.record({
      start: fc.integer({ min: 0, max: 365 * 75 }),
      pausedDays: fc.nat({ max: 60 }),
      window: fc.constantFrom('morning', 'afternoon', undefined),
      unitId: fc.constantFrom('skolen', 'kveld'),
    });
    fc.assert(
      fc.property(inputs, ({ start, pausedDays, window, unitId }) => {
        const countedFrom = addDays('2025-01-01', start);
        const pausedUntil = addDays(countedFrom, pausedDays);
        const own = ownCalendar(withShifts, { unitId, pausedUntil, window });
        const deadlineOn = addDays(countedFrom, 18);
        const module = { moduleId: 'm', cycle: 1, countedFrom, deadlineOn, isDone: false };
        const now = new Date(`${countedFrom}T06:00:00Z`);
        return planReminders({ begunOn: '2020-01-01', modules: [module], policy, calendar: own, now }).every((each) => {
          const day = localDateAt(each.dueAt, 'Europe/Oslo');
          const time = localTimeAt(each.dueAt, 'Europe/Oslo');
          const isInside = time >= own.window.from && time < own.window.to;
          return day > pausedUntil && isInside && each.deadlineOn === deadlineOn;
        });
      }),
      { seed: 20261126, numRuns: 150 },
    );
  });
});

describe('somebody who has paused when a reminder comes', () => {
  it('gets one card after it, with the dates as they were', async () => {
    const world = createWorld();
    await world.hire();
    const paused = createRow(preferencesRow, { nudges: 'on', pausedUntil: '2026-12-04' });
    await world.stores.people.commit({ personId: 'kari', writes: [paused] });
    for (const day of ['2026-11-26', '2026-11-30', '2026-12-07', '2026-12-08']) {
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder(world.needs, pointerTo());
    }
    expect(world.posts).toMatchObject([{ at: new Date('2026-12-07T08:00:00Z') }]);
    expect(world.posts[0]?.model.lines.map(({ deadlineOn }) => deadlineOn)).toEqual(['2026-12-11', '2026-12-11']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt, localTimeAt } from '../../../src/core/local-date.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import type { CalendarRules } from '../../../src/features/reminders/calendar.ts';
import { type OwnTimes, ownCalendar } from '../../../src/features/reminders/own-calendar.ts';
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
    [
      'hours of one’s own, inside the window',
      { unitId: 'skolen', hours: { from: '12:00', to: '23:00' } },
      '2026-11-26 12:00',
    ],
    [
      'hours that leave nothing of the window are not heeded',
      { unitId: 'skolen', hours: { from: '18:00', to: '20:00' } },
      '2026-11-26 09:00',
    ],
    [
      'away: the first working day after it',
      { unitId: 'skolen', away: { from: '2026-11-26', to: '2026-12-04' } },
      '2026-12-07 09:00',
    ],
    [
      'away into the Christmas holidays',
      { unitId: 'skolen', away: { from: '2026-11-26', to: '2026-12-24' } },
      '2026-12-28 09:00',
    ],
  ] as const)('%s', (_name, own, wanted) => {
    expect(timeOn('2026-11-26', own)).toBe(wanted);
  });

  it('is never left without a day, however long somebody is away', () => {
    expect(timeOn('2026-11-26', { unitId: 'skolen', away: { from: '2026-11-26', to: '2099-01-01' } })).toMatch(
      /^2027-/,
    );
  });

  it('keeps every plan inside it, in every year, and moves no deadline', () => {
    const inputs = fc.record({
      start: fc.integer({ min: 0, max: 365 * 75 }),
      awayAfter: fc.nat({ max: 40 }),
      awayDays: fc.nat({ max: 60 }),
      hours: fc.option(
        fc.constantFrom({ from: '10:00', to: '12:00' } as const, { from: '06:00', to: '09:00' } as const),
        {
          nil: undefined,
        },
      ),
      unitId: fc.constantFrom('skolen', 'kveld'),
    });
    fc.assert(
      fc.property(inputs, ({ start, awayAfter, awayDays, hours, unitId }) => {
        const countedFrom = addDays('2025-01-01', start);
        const from = addDays(countedFrom, awayAfter);
        const away = { from, to: addDays(from, awayDays) };
        const own = ownCalendar(withShifts, { unitId, away, ...(hours && { hours }) });
        const deadlineOn = addDays(countedFrom, 18);
        const module = { moduleId: 'm', cycle: 1, countedFrom, deadlineOn, isDone: false };
        const now = new Date(`${countedFrom}T06:00:00Z`);
        return planReminders({ modules: [module], policy, calendar: own, now }).every((each) => {
          const day = localDateAt(each.dueAt, 'Europe/Oslo');
          const time = localTimeAt(each.dueAt, 'Europe/Oslo');
          const isAway = away.from <= day && day <= away.to;
          return !isAway && time >= own.window.from && time < own.window.to && each.deadlineOn === deadlineOn;
        });
      }),
      { seed: 20261126, numRuns: 150 },
    );
  });
});

describe('somebody who is away when a reminder comes', () => {
  it('gets one card after it, with the dates as they were', async () => {
    const world = createWorld();
    await world.hire();
    const away = createRow(preferencesRow, { nudges: 'on', away: { from: '2026-11-25', to: '2026-12-04' } });
    await world.stores.people.commit({ personId: 'kari', writes: [away] });
    for (const day of ['2026-11-26', '2026-11-30', '2026-12-07', '2026-12-08']) {
      world.goTo(`${day}T08:00:00Z`);
      await sendReminder(world.needs, pointerTo());
    }
    expect(world.posts).toMatchObject([{ at: new Date('2026-12-07T08:00:00Z') }]);
    expect(world.posts[0]?.model.lines.map(({ deadlineOn }) => deadlineOn)).toEqual(['2026-12-11', '2026-12-11']);
  });
});

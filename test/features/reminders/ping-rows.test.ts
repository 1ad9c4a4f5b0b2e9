import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDateAt, localTimeAt } from '../../../src/core/local-date.ts';
import { type CalendarRules, isWorkingDay } from '../../../src/features/reminders/calendar.ts';
import { dueOfPing, pingDateAfter, pingRow, standingOfPing } from '../../../src/features/reminders/ping-rows.ts';
import { policy, rules as worldRules } from './world.ts';

const calendar: CalendarRules = {
  zone: 'Europe/Oslo',
  window: { from: '08:30', to: '15:00' },
  localDaysOff: [{ date: '2027-01-04' }],
  halfDays: [{ on: 'christmas-eve', until: '12:00' }],
  pauses: [{ from: '07-01', to: '08-14' }],
  useHolidays: true,
};
const rules = { ...worldRules, calendar, policy };
const dateAfter = (days: number, iso: string) => pingDateAfter(days, new Date(iso), rules);

describe('the day that somebody is reminded', () => {
  it.each([
    ['a Monday', '2026-11-23T10:00:00Z', '2026-12-07'],
    ['a Sunday: the Monday after', '2026-11-22T10:00:00Z', '2026-12-07'],
    ['to 1 January: past the holiday, the weekend and a planning day', '2026-12-18T10:00:00Z', '2027-01-05'],
    ['into the Easter holidays: the Tuesday after', '2027-03-12T10:00:00Z', '2027-03-30'],
    ['into the summer pause: the first day after it', '2026-06-24T10:00:00Z', '2026-08-17'],
    ['late in the evening, when it is tomorrow in Oslo', '2026-11-23T23:30:00Z', '2026-12-08'],
  ])('fourteen days from %s', (_, from, expected) => {
    expect(dateAfter(14, from)).toBe(expected);
  });

  const instants = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2060-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  it('is a working day, not before the deadline, the same all day, and is its own hint', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 365 }), (now, days) => {
        const on = pingDateAfter(days, now, rules);
        const today = localDateAt(now, calendar.zone);
        expect(isWorkingDay(on, calendar)).toBe(true);
        expect(on >= addDays(today, days)).toBe(true);
        for (let date = addDays(today, days); date < on; date = addDays(date, 1)) {
          expect(isWorkingDay(date, calendar)).toBe(false);
        }
        expect(dueOfPing('kari', on, rules)).toEqual({ kind: 'ping', dueOn: on, dueTime: '09:00', personId: 'kari' });
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('comes ahead, is due from nine, and after fourteen days helps nobody any more', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -60, max: 60 }), (from, days) => {
        const on = pingDateAfter(1, from, rules);
        const now = new Date(from.getTime() + days * 86_400_000);
        const today = localDateAt(now, calendar.zone);
        const isBefore = today < on || (today === on && localTimeAt(now, calendar.zone) < '09:00');
        const expected = isBefore ? 'ahead' : today > addDays(on, 14) ? 'too-late' : 'due';
        expect(standingOfPing(on, now, rules)).toBe(expected);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

describe('its row', () => {
  it('takes a date and nothing else', () => {
    const read = (value: unknown) => pingRow.schema.safeParse(value).success;
    expect(read({ on: '2026-12-07' })).toBe(true);
    for (const more of [{ why: 'x' }, { at: new Date() }, { guideId: 'x' }]) {
      expect(read({ on: '2026-12-07', ...more })).toBe(false);
    }
    expect(read({ on: '2026-02-30' })).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt, localTimeAt, weekdayOf } from '../../../src/core/local-date.ts';
import {
  type CalendarRules,
  isWorkingDay,
  nextSendTime,
  nextWorkingDay,
  workingDaysBetween,
} from '../../../src/features/reminders/calendar.ts';
import { easterSunday, norwegianHolidays } from '../../../src/features/reminders/holidays.ts';

const seed = { seed: 20261123 };
const zone = 'Europe/Oslo';
const rules: CalendarRules = {
  zone,
  window: { from: '08:30', to: '15:00' },
  localDaysOff: [{ date: '2027-01-04', label: 'Planleggingsdag' }],
  halfDays: [
    { on: 'wednesday-before-easter', until: '12:00' },
    { on: 'christmas-eve', until: '12:00' },
    { on: '2026-11-25', until: '11:00' },
  ],
  pauses: [
    { from: '07-01', to: '08-14' },
    { from: '2026-12-28', to: '2026-12-30' },
  ],
  useHolidays: true,
};

const at = (iso: string): Date => new Date(iso);
const next = (iso: string): string => nextSendTime(at(iso), rules).toISOString();

const instants = fc.date({ min: at('2025-01-01T00:00:00Z'), max: at('2100-12-31T23:59:59Z'), noInvalidDate: true });

describe('Norwegian public holidays', () => {
  it('are those of the official lists for 2026 and 2027', () => {
    const datesOf = (year: number) => [...norwegianHolidays(year).keys()].map((date) => date.slice(5)).sort();
    expect(datesOf(2026)).toEqual([
      '01-01',
      '04-02',
      '04-03',
      '04-05',
      '04-06',
      '05-01',
      '05-14',
      '05-17',
      '05-24',
      '05-25',
      '12-25',
      '12-26',
    ]);
    expect(datesOf(2027)).toEqual([
      '01-01',
      '03-25',
      '03-26',
      '03-28',
      '03-29',
      '05-01',
      '05-06',
      '05-16',
      '05-17',
      '12-25',
      '12-26',
    ]);
  });

  it('let 17 May 2027 be two holidays on one date', () => {
    expect(norwegianHolidays(2027).get('2027-05-17')).toEqual(['constitution-day', 'whit-monday']);
  });

  it.each([
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('place Easter Sunday %i on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('have twelve names on eleven or twelve dates in every year', () => {
    for (let year = 2025; year <= 2100; year += 1) {
      const holidays = norwegianHolidays(year);
      expect([...holidays.values()].flat()).toHaveLength(12);
      expect(holidays.size).toBeGreaterThanOrEqual(10);
      expect(weekdayOf(easterSunday(year))).toBe(7);
    }
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-05-15', true, 'an ordinary Friday between a holiday and a weekend'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2027-05-17', false, '17 May and Whit Monday'],
    ['2027-01-04', false, 'a local planning day'],
    ['2026-07-01', false, 'first day of the yearly pause'],
    ['2031-08-14', false, 'last day of the yearly pause'],
    ['2026-08-17', true, 'after the pause'],
    ['2026-12-29', false, 'inside a pause of one year'],
    ['2027-12-29', true, 'the same date in another year'],
  ] as const)('%s: %s (%s)', (date, expected, _) => {
    expect(isWorkingDay(date, rules)).toBe(expected);
  });

  it('follow a pause over New Year', () => {
    const winter: CalendarRules = { ...rules, pauses: [{ from: '12-21', to: '01-02' }] };
    expect(isWorkingDay('2026-12-21', winter)).toBe(false);
    expect(isWorkingDay('2028-12-29', winter)).toBe(false);
    expect(isWorkingDay('2026-12-18', winter)).toBe(true);
    expect(isWorkingDay('2029-01-03', winter)).toBe(true);
  });

  it('are counted after the first date, up to and including the last', () => {
    expect(workingDaysBetween('2026-04-01', '2026-04-08', rules)).toBe(2);
    expect(workingDaysBetween('2026-11-23', '2026-11-23', rules)).toBe(0);
    expect(workingDaysBetween('2026-11-24', '2026-11-23', rules)).toBe(0);
  });

  it('follow each other without the rest', () => {
    expect(nextWorkingDay('2026-04-01', rules)).toBe('2026-04-07');
    expect(nextWorkingDay('2026-06-30', rules)).toBe('2026-08-17');
  });
});

describe('the next time to send', () => {
  it.each([
    ['inside the window: now', '2026-11-23T09:17:31.250Z', '2026-11-23T09:17:31.250Z'],
    ['before the window: when it opens', '2026-11-23T05:00:00Z', '2026-11-23T07:30:00.000Z'],
    ['at the end of the window: the next day', '2026-11-23T14:00:00Z', '2026-11-24T07:30:00.000Z'],
    ['Friday evening: Monday', '2026-11-20T18:00:00Z', '2026-11-23T07:30:00.000Z'],
    ['half day: before it ends', '2026-11-25T09:59:00Z', '2026-11-25T09:59:00.000Z'],
    ['half day: after it ended', '2026-11-25T10:00:00Z', '2026-11-26T07:30:00.000Z'],
    ['Wednesday before Easter after noon: Tuesday', '2026-04-01T10:00:00Z', '2026-04-07T06:30:00.000Z'],
    ['Christmas Eve 2027 after noon', '2027-12-24T11:00:00Z', '2027-12-27T07:30:00.000Z'],
    ['summer time begins on Easter Sunday 2027', '2027-03-28T00:30:00Z', '2027-03-30T06:30:00.000Z'],
    ['summer time begins 29 March 2026', '2026-03-29T00:30:00Z', '2026-03-30T06:30:00.000Z'],
    ['summer time ends 25 October 2026', '2026-10-25T00:30:00Z', '2026-10-26T07:30:00.000Z'],
    ['summer time ends 31 October 2027', '2027-10-31T01:30:00Z', '2027-11-01T07:30:00.000Z'],
  ])('%s', (_, wanted, expected) => {
    expect(next(wanted)).toBe(expected);
  });

  it('is never on a weekend, a holiday, a day off, in a pause or outside the window, from 2025 to 2100', () => {
    fc.assert(
      fc.property(instants, (wanted) => {
        const sent = nextSendTime(wanted, rules);
        const date = localDateAt(sent, zone);
        const time = localTimeAt(sent, zone);
        const isFree = norwegianHolidays(Number(date.slice(0, 4))).has(date) || weekdayOf(date) > 5;
        const isPause = date.slice(5) >= '07-01' && date.slice(5) <= '08-14';
        const end = date === addDays(easterSunday(Number(date.slice(0, 4))), -4) ? '12:00' : '15:00';
        return sent >= wanted && !isFree && !isPause && time >= '08:30' && time < end;
      }),
      { ...seed, numRuns: 1000 },
    );
  });

  it('stays where it is when asked again', () => {
    fc.assert(
      fc.property(instants, (wanted) => {
        const once = nextSendTime(wanted, rules);
        return nextSendTime(once, rules).getTime() === once.getTime();
      }),
      seed,
    );
  });

  it('never comes earlier for a later wish', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 20 * 86_400_000 }), (wanted, more) => {
        const later = new Date(wanted.getTime() + more);
        return nextSendTime(wanted, rules) <= nextSendTime(later, rules);
      }),
      seed,
    );
  });

  it('skips no working day', () => {
    fc.assert(
      fc.property(instants, (wanted) => {
        const first: LocalDate = localDateAt(wanted, zone);
        const sentOn = localDateAt(nextSendTime(wanted, rules), zone);
        for (let date = addDays(first, 1); date < sentOn; date = addDays(date, 1)) {
          if (isWorkingDay(date, rules)) return false;
        }
        return true;
      }),
      seed,
    );
  });

  it('fails with a remedy when the calendar leaves no day', () => {
    const always: CalendarRules = { ...rules, pauses: [{ from: '01-01', to: '12-31' }] };
    expect(() => nextSendTime(at('2026-11-23T09:00:00Z'), always)).toThrow(/check pauses/);
  });
});

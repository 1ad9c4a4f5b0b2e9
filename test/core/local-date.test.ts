import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  instantOf,
  isoWeekOf,
  localDateAt,
  localTimeAt,
  readLocalDate,
  weekdayOf,
} from '../../src/core/local-date.ts';

const zone = 'Europe/Oslo';
const anyDate = fc.integer({ min: 0, max: 27_700 }).map((days) => addDays('2025-01-01', days));

describe('local dates', () => {
  test('the date changes at midnight in Oslo, not in UTC', () => {
    expect(localDateAt(new Date('2026-11-22T22:59:00Z'), zone)).toBe('2026-11-22');
    expect(localDateAt(new Date('2026-11-22T23:00:00Z'), zone)).toBe('2026-11-23');
    expect(localDateAt(new Date('2026-06-30T22:00:00Z'), zone)).toBe('2026-07-01');
  });

  test('nine in the morning is nine in the morning in winter and in summer', () => {
    expect(instantOf('2026-01-15', '09:00', zone).toISOString()).toBe('2026-01-15T08:00:00.000Z');
    expect(instantOf('2026-07-15', '09:00', zone).toISOString()).toBe('2026-07-15T07:00:00.000Z');
  });

  test('a time that summer time skips becomes the time after the gap', () => {
    expect(localTimeAt(instantOf('2027-03-28', '02:30', zone), zone)).toBe('03:30');
  });

  test('a doubled hour means its first run', () => {
    expect(instantOf('2026-10-25', '02:30', zone).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('the date is the one that Temporal tells, in zones with odd hours too', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const anyZone = fc.constantFrom('Europe/Oslo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC');
    const nearby = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(instant, anyZone, nearby, (first, anyOfThem, minutes) => {
        for (const at of [first, new Date(first.getTime() + minutes * 60_000)]) {
          const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(anyOfThem);
          expect(localDateAt(at, anyOfThem)).toBe(local.toPlainDate().toString());
        }
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  test('only real dates are read', () => {
    expect(readLocalDate('2028-02-29')).toBe('2028-02-29');
    for (const wrong of ['2027-02-29', '2026-13-01', '2026-1-1', '01.02.2026', '', '2026-11-23T00:00:00Z']) {
      expect(readLocalDate(wrong)).toBeUndefined();
    }
  });

  test('adding days and counting them agree, over every change of clock until 2100', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
      { seed: 20261123 },
    );
  });

  test('a date at noon is that date again', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(localDateAt(instantOf(date, '12:00', zone), zone)).toBe(date);
      }),
      { seed: 20261123 },
    );
  });

  test('weeks and weekdays follow ISO 8601', () => {
    expect(isoWeekOf('2026-11-30')).toBe('2026-W49');
    expect(isoWeekOf('2027-01-03')).toBe('2026-W53');
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});

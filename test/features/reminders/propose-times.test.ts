import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateAt, localTimeAt } from '../../../src/core/local-date.ts';
import { isWorkingDay } from '../../../src/features/reminders/calendar.ts';
import { proposeTimes } from '../../../src/features/reminders/propose-times.ts';
import { calendar } from './world.ts';

const shown = (minutes: number, now: string, rules = calendar) =>
  proposeTimes(minutes, rules, new Date(now)).map(
    ({ from, to }) =>
      `${localDateAt(from, rules.zone)} ${localTimeAt(from, rules.zone)}–${localTimeAt(to, rules.zone)}`,
  );

describe('times to set aside', () => {
  it('are in the working hours of the coming days, by turns early and late, in whole quarters', () => {
    expect(shown(22, '2026-11-26T09:00:00Z')).toEqual([
      '2026-11-27 14:30–15:00',
      '2026-11-30 08:30–09:00',
      '2026-12-01 14:30–15:00',
    ]);
  });

  it('are the same the next day, but for the one that has passed', () => {
    const [, ...still] = shown(22, '2026-11-26T09:00:00Z');
    expect(shown(22, '2026-11-27T09:00:00Z').slice(0, 2)).toEqual(still);
  });

  it('end before a half day does, and pass over a day that is too short', () => {
    const half = { ...calendar, halfDays: [{ on: '2026-11-27' as const, until: '09:00' as const }] };
    expect(shown(30, '2026-11-26T09:00:00Z', half)[0]).toBe('2026-11-27 08:30–09:00');
    expect(shown(31, '2026-11-26T09:00:00Z', half)[0]).toBe('2026-11-30 08:30–09:15');
  });

  it('are the whole of the working hours, where more is needed than an ordinary day of the unit has', () => {
    const evening = { ...calendar, window: { from: '18:00', to: '18:50' } as const };
    expect(shown(90, '2026-11-26T09:00:00Z', evening)).toEqual([
      '2026-11-27 18:00–18:50',
      '2026-11-30 18:00–18:50',
      '2026-12-01 18:00–18:50',
    ]);
    const half = { ...evening, halfDays: [{ on: '2026-11-27' as const, until: '18:30' as const }] };
    expect(shown(90, '2026-11-26T09:00:00Z', half)[0]).toBe('2026-11-30 18:00–18:50');
  });

  it('are on working days within the hours, whatever is asked and whenever', () => {
    const anytime = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), anytime, (minutes, now) => {
        for (const { from, to } of proposeTimes(minutes, calendar, now)) {
          expect(from > now && to > from).toBe(true);
          expect(isWorkingDay(localDateAt(from, calendar.zone), calendar)).toBe(true);
          expect(localTimeAt(from, calendar.zone) >= '08:30').toBe(true);
          expect(localTimeAt(to, calendar.zone) <= '15:00').toBe(true);
        }
      }),
    );
  });
});

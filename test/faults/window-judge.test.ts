import { describe, expect, it } from 'vitest';
import { easterOf, forbiddenAt } from './trials/window-judge.ts';

/** By the almanac of the University of Oslo. */
const easters = ['2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2049-04-18', '2076-04-19', '2100-03-28'];

describe('the judge of the yearly trial', () => {
  it.each(easters)('knows Easter Sunday %s', (date) => {
    expect(
      easterOf(Number(date.slice(0, 4)))
        .toISOString()
        .slice(0, 10),
    ).toBe(date);
  });

  it.each([
    ['2026-11-26T08:00:00Z', 'ordinary', undefined],
    ['2026-11-26T07:29:00Z', 'ordinary', 'too early'],
    ['2026-06-25T06:30:00Z', 'ordinary', undefined],
    ['2026-06-25T06:29:00Z', 'ordinary', 'too early'],
    ['2026-11-26T14:00:00Z', 'ordinary', 'too late'],
    ['2026-11-26T14:00:00Z', 'shift', undefined],
    ['2026-11-26T11:00:00Z', 'morning', 'too late'],
    ['2026-11-26T10:59:00Z', 'afternoon', 'too early'],
    ['2026-11-28T09:00:00Z', 'ordinary', 'a weekend'],
    ['2026-05-14T09:00:00Z', 'ordinary', 'a holiday'],
    ['2026-04-01T10:00:00Z', 'ordinary', 'too late'],
    ['2026-04-01T09:59:00Z', 'ordinary', undefined],
    ['2026-12-24T11:00:00Z', 'shift', 'too early'],
    ['2026-08-14T09:00:00Z', 'ordinary', 'the summer'],
    ['2026-11-16T09:00:00Z', 'ordinary', 'a planning day'],
  ] as const)('says of %s, %s: %s', (at, kind, wanted) => {
    expect(forbiddenAt(new Date(at), { kind })).toBe(wanted);
  });

  it('says that who is on leave is left alone up to the last day', () => {
    const person = { kind: 'ordinary', leaveUntil: '2026-11-26' } as const;
    expect(forbiddenAt(new Date('2026-11-26T09:00:00Z'), person)).toBe('on leave');
    expect(forbiddenAt(new Date('2026-11-27T09:00:00Z'), person)).toBeUndefined();
  });
});

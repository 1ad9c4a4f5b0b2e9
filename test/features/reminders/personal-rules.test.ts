import { describe, expect, it } from 'vitest';
import { nextSendTime } from '../../../src/features/reminders/calendar.ts';
import { isPaused, personalRules } from '../../../src/features/reminders/personal-rules.ts';
import { createWorld } from './world.ts';

const { rules } = createWorld().needs;
/** Monday 23 November 2026, 09:00 in Oslo. */
const morning = new Date('2026-11-23T08:00:00Z');
const sentAt = (preferences: Parameters<typeof personalRules>[1], wanted = morning): string =>
  nextSendTime(wanted, personalRules(rules, preferences).calendar).toISOString();

describe('what somebody has chosen', () => {
  it('moves a message into the part of the day, or to the next morning', () => {
    expect(sentAt(undefined)).toBe('2026-11-23T08:00:00.000Z');
    expect(sentAt({ nudges: 'on', window: 'afternoon' })).toBe('2026-11-23T11:00:00.000Z');
    expect(sentAt({ nudges: 'on', window: 'morning' }, new Date('2026-11-23T12:00:00Z'))).toMatch(/^2026-11-24T07:30/);
  });

  it('keeps quiet to the end of the pause, the last day included, and begins on the next working day', () => {
    const preferences = { nudges: 'on' as const, pausedUntil: '2026-12-04' as const };
    expect(sentAt(preferences)).toMatch(/^2026-12-07T07:30/);
    expect([isPaused(preferences, '2026-12-04'), isPaused(preferences, '2026-12-05')]).toEqual([true, false]);
  });

  it('leaves the hours as they are where the municipality writes in one half of the day only', () => {
    const early = { ...rules, calendar: { ...rules.calendar, window: { from: '08:00', to: '11:00' } as const } };
    expect(personalRules(early, { nudges: 'on', window: 'afternoon' }).calendar.window).toEqual(early.calendar.window);
  });
});

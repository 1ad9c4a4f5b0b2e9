import { describe, expect, it } from 'vitest';
import { guardText } from '../../../src/features/guide/privacy-guard.ts';
import { readIntent } from '../../../src/inbound/bot/intents.ts';
import { readStatusAt } from '../../../src/inbound/bot/status-at-command.ts';

const intentOf = (text: string, mayAsk: boolean) =>
  readIntent(guardText(text).masked, undefined, undefined, undefined, () => mayAsk);

describe('asking for the status of a past day', () => {
  it.each([
    ['status per 1. mars 2026', { day: 1, month: 3, year: 2026 }],
    ['Status per 1. mars', { day: 1, month: 3 }],
    ['status pr. 1.3.2026', { day: 1, month: 3, year: 2026 }],
    ['status per 01.03.2026?', { day: 1, month: 3, year: 2026 }],
    ['status per 28.02.2026', { day: 28, month: 2, year: 2026 }],
    ['status per 31. 12.', { day: 31, month: 12 }],
    ['vis statusen per den 15. desember', { day: 15, month: 12 }],
    ['status at 2026-03-01', { day: 1, month: 3, year: 2026 }],
    ['status as of 1 March 2026', { day: 1, month: 3, year: 2026 }],
    ['status on March 1st, 2026', { day: 1, month: 3, year: 2026 }],
    ['STATUS PER 1 OKT', { day: 1, month: 10 }],
    ['status 1. mai 2026', { day: 1, month: 5, year: 2026 }],
    ['status 1. mars 2027.', { day: 1, month: 3, year: 2027 }],
    ['status per 1. mars.', { day: 1, month: 3 }],
    ['status 1.3.26', { day: 1, month: 3, year: 2026 }],
    ['status per 01.03.26.', { day: 1, month: 3, year: 2026 }],
    ['status 1/3', { day: 1, month: 3 }],
    ['status per 1/3-26', { day: 1, month: 3, year: 2026 }],
    ['status per 1/3/2026', { day: 1, month: 3, year: 2026 }],
    ['status per 45. juni', { day: 45, month: 6 }],
  ])('is understood: "%s"', (text, data) => {
    expect(intentOf(text, true)).toEqual({ verb: 'status-at.show', data });
  });

  it.each([
    'status',
    'status per',
    'status for barnet per 1. mars',
    'hva er status per 1. mars for Ola',
    'status per mars',
    'status 1. 3 barn',
    'status 1/3 av barna',
    'status 1.3.2',
  ])('is only asked by the whole text: "%s"', (text) => {
    expect(intentOf(text, true).verb).not.toBe('status-at.show');
  });

  it('leads anybody else to the own status', () => {
    expect(intentOf('status per 1. mars 2026', false).verb).toBe('digest.status');
  });

  it.each(['!', '.', '?', '!.', ' '])('is no long text, and a row of "%s" before a letter takes no time', (mark) => {
    const text = `status per 1. mars${mark.repeat(100_000)}x`;
    const startedAt = performance.now();
    expect(readStatusAt(text)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

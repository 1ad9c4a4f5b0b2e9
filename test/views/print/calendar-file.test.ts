import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCalendarFile } from '../../../src/views/print/calendar-file.ts';

const slot = { from: new Date('2026-11-27T07:30:00Z'), to: new Date('2026-11-27T08:00:00Z') };
const madeAt = new Date('2026-11-26T09:00:00Z');
const draw = (changes: Partial<Parameters<typeof drawCalendarFile>[0]> = {}): string =>
  new TextDecoder().decode(
    drawCalendarFile({ ...slot, summary: 'Tid', description: 'Modulene', key: 'siv:kari', ...changes }, madeAt),
  );
/** As a calendar reads it: folded lines joined, escapes undone. */
const read = (file: string, name: string): string | undefined =>
  file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\(n|.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));

describe('a calendar file', () => {
  it('holds one entry in UTC, and names no person', () => {
    const file = draw();
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(read(file, 'DTSTART')).toBe('20261127T073000Z');
    expect(read(file, 'DTEND')).toBe('20261127T080000Z');
    expect(file).not.toMatch(/siv|kari|ATTENDEE|ORGANIZER/);
  });

  it('is the same entry when it is made again, and another for another time', () => {
    expect(read(draw(), 'UID')).toBe(read(draw(), 'UID'));
    expect(read(draw({ from: slot.to }), 'UID')).not.toBe(read(draw(), 'UID'));
  });

  it('carries any words whole, in lines of at most 75 octets, and lets none of them be a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const file = draw({ summary: words, description: 'x' });
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const plain = words.replace(/\r?\n/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
        expect(read(file, 'SUMMARY')).toBe(new TextDecoder().decode(new TextEncoder().encode(plain)));
        expect(file.match(/\r\nEND:VEVENT\r\n/g)).toHaveLength(1);
      }),
    );
  });
});

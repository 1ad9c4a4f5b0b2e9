import { createHash } from 'node:crypto';
import type { TimeSlot } from '../../features/reminders/propose-times.ts';

export type CalendarEntry = TimeSlot & {
  summary: string;
  description: string;
  /** Decides the UID: the same entry twice is one in the calendar. No id of a person goes out. */
  key: string;
};

/** A calendar file (iCalendar, RFC 5545) with one entry. Nobody is invited by it: who opens it does that. */
export function drawCalendarFile({ from, to, summary, description, key }: CalendarEntry, madeAt: Date): Uint8Array {
  const uid = createHash('sha256').update(`${key}:${from.toISOString()}`).digest('hex').slice(0, 32);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Undring//NONSGML Undring//NO',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}@undring`,
    `DTSTAMP:${timeOf(madeAt)}`,
    `DTSTART:${timeOf(from)}`,
    `DTEND:${timeOf(to)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

/** UTC, so that no time zone has to be described. */
const timeOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** 3.3.11: what means something is escaped, and no control character is let through. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

const mostOctets = 75;

/** 3.1: no line is longer than 75 octets; what goes on begins with a space. A letter of several octets is not cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

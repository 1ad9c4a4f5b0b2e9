import type { TimeSlot } from '../features/reminders/propose-times.ts';

/** Teams' own link to a new meeting that is filled in and not sent. Without a time Teams asks for it. */
export function newMeetingLink(words: { subject: string; content: string }, slot?: TimeSlot): string {
  const url = new URL('https://teams.microsoft.com/l/meeting/new');
  url.searchParams.set('subject', words.subject);
  if (slot) {
    url.searchParams.set('startTime', slot.from.toISOString());
    url.searchParams.set('endTime', slot.to.toISOString());
  }
  url.searchParams.set('content', words.content);
  // Teams reads a plus as a plus.
  return url.href.replaceAll('+', '%20');
}

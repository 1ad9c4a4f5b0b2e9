import { type FollowedUp, firstFollowUp } from './check-follow-up.ts';
import type { StoredReminder } from './check-reminders.ts';
import { type FollowUpModel, readFollowUp } from './follow-up.ts';

/** What the day's one card tells about. */
export type DayCard =
  | { card: 'reminder'; told: readonly StoredReminder[] }
  | { card: 'follow-up'; told: readonly [StoredReminder]; model: FollowUpModel };

/**
 * Pure: of what makes sense today, everything that has to be done, or else one follow-up; the rest waits for another day. `undefined` on
 * a day without a card.
 */
export function chooseDayCard(send: readonly StoredReminder[], about: FollowedUp): DayCard | undefined {
  const told = send.filter(({ value }) => !readFollowUp(value));
  if (told.length > 0) return { card: 'reminder', told };
  const first = firstFollowUp(send, about);
  return first && { card: 'follow-up', told: [first.stored], model: first.model };
}

import type { LocalDate } from '../../core/local-date.ts';
import { firstCycle } from '../progress/progress.ts';
import { isCertificateReminder } from './certificate-reminder.ts';
import { readFollowUp } from './follow-up.ts';
import type { Ledger } from './ledger.ts';
import type { Reminder } from './reminder-rows.ts';

/**
 * Pure: whether this is the first card about what has to be done. To somebody who was there before the unit began it says what Undring is.
 * Asked of the cards and not of the planned step: another step of the same day takes its place, and it may be skipped or never arrive.
 * A later time round is nobody's first, also when the cards of the first are deleted.
 */
export function isFirstCard(told: readonly Reminder[], days: readonly Ledger[], today: LocalDate): boolean {
  const earlier = days.flatMap((day) =>
    day.key < today && (day.state === 'sent' || day.state === 'uncertain') ? day.items : [],
  );
  const isFirstTime = told.some((each) => each.cycle === firstCycle && isAboutModule(each));
  return isFirstTime && !earlier.some((item) => isAboutModule({ moduleId: item }));
}

/** Not a course that runs out, nor what comes after a module. */
export const isAboutModule = (about: Pick<Reminder, 'moduleId'>): boolean =>
  !isCertificateReminder(about) && !readFollowUp(about);

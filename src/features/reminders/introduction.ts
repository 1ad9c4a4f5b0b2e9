import { addDays, type LocalDate } from '../../core/local-date.ts';
import { begunOn, type Catalogue, isIntroduced } from '../catalogue/catalogue.ts';
import type { Person } from '../people/person.ts';
import { firstCycle } from '../progress/progress.ts';
import { isCertificateReminder } from './certificate-reminder.ts';
import { readFollowUp } from './follow-up.ts';
import type { Ledger } from './ledger.ts';
import type { Reminder } from './reminder-rows.ts';

/**
 * So many days after the unit began a card may still say so: later, a first card says nothing of it. No longer than earlier cards are kept at
 * least, so that the one that said it is there to be seen.
 */
export const introducedForDays = 60;

/** Pure: whether a first card on this day says what Undring is. Also to somebody who was away when the unit began. */
export const mayIntroduce = (catalogue: Catalogue, person: Person, today: LocalDate): boolean =>
  isIntroduced(catalogue, person) && today <= addDays(begunOn(catalogue, person), introducedForDays);

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
const isAboutModule = (about: Pick<Reminder, 'moduleId'>): boolean =>
  !isCertificateReminder(about) && !readFollowUp(about);

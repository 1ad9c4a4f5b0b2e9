import type { LocalDate } from '../../core/local-date.ts';
import type { Contact } from '../guide/facts.ts';
import { numberState } from './apply-changes.ts';
import type { ContactsInFiles } from './apply-contact.ts';
import { detailsMark, detailsState, standingDetails } from './contact-details.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';

type DateOf = (at: Date) => LocalDate;

/**
 * The changes without the numbers that the files have outdone: they have one that somebody has checked on a later day than anybody set or
 * confirmed that of the chat. On the same day the chat holds, since a correction is live at once. A placeholder is checked by nobody.
 */
export function standingNumbers(
  { contactId, number, isExample, verifiedAt }: Contact,
  changes: readonly ContentChange[],
  dateOf: DateOf,
): readonly ContentChange[] {
  if (number === undefined || isExample) return changes;
  const confirmed = new Map(
    changes.flatMap((change) => (change.kind === 'number-confirmed' ? [[change.of, change.at] as const] : [])),
  );
  return changes.filter(
    (change) =>
      change.kind !== 'number-set' ||
      change.contactId !== contactId ||
      dateOf(confirmed.get(change.changeId) ?? change.at) >= verifiedAt,
  );
}

/** `contact` as the files have it: the changes of contacts that hold. */
export const standingOf = (contact: Contact, changes: readonly ContentChange[], dateOf: DateOf) =>
  standingDetails(contact, standingNumbers(contact, changes, dateOf));

/** Of all contacts. */
export const standingChanges = (
  changes: readonly ContentChange[],
  { contacts, dateOf }: ContactsInFiles,
): readonly ContentChange[] =>
  [...contacts.values()].reduce((left, contact) => standingOf(contact, left, dateOf), changes);

/** The last changes of a contact that hold no longer, where the files now say something else. */
export type Outdone = { number?: ChangeOf<'number-set'>; details?: ChangeOf<'contact-set'> };

/** `contact` as the files have it. */
export function outdoneOf(contact: Contact, changes: readonly ContentChange[], dateOf: DateOf): Outdone {
  const standing = standingOf(contact, changes, dateOf);
  const number = numberState(contact.contactId, changes)?.set;
  const details = detailsState(contact.contactId, changes)?.set;
  return {
    ...(number && !standing.includes(number) && number.number !== contact.number && { number }),
    ...(details && !standing.includes(details) && detailsMark(details) !== detailsMark(contact) && { details }),
  };
}

import type { LocalDate } from '../../core/local-date.ts';
import { locales } from '../../core/locale.ts';
import { textMark } from '../../core/text-mark.ts';
import type { Contact, Opening } from '../guide/facts.ts';
import { numberState } from './apply-changes.ts';
import type { ContactsInFiles } from './apply-contact.ts';
import { type ContactDetails, detailsState, withoutUnconfirmed } from './contact-details.ts';
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

/**
 * The changes without what is told of a contact that the files tell otherwise since: neither as they did when it was changed, nor in words of
 * the chat that two people stand behind, which the export puts there. The day of the files is that of the number, and says nothing of words.
 */
export function standingDetails(inFiles: Contact, changes: readonly ContentChange[]): readonly ContentChange[] {
  const now = detailsMark(inFiles);
  const isOwn = (change: ContentChange): change is ChangeOf<'contact-set'> =>
    change.kind === 'contact-set' && change.contactId === inFiles.contactId;
  if (withoutUnconfirmed(changes).some((change) => isOwn(change) && detailsMark(change) === now)) return changes;
  // Rows from before this was kept do not say what they were made on: they hold until the chat changes it again.
  return changes.filter((change) => !isOwn(change) || change.onFiles === undefined || change.onFiles === now);
}

/** Tells what is told of one contact from what is told of it otherwise. */
export const detailsMark = ({ name, use, opening }: ContactDetails): string =>
  textMark(JSON.stringify([...locales.flatMap((locale) => [name[locale], use[locale]]), openingMark(opening)]));

function openingMark(opening: Opening | undefined): string {
  if (!opening) return '';
  if (opening.kind === 'weekdays') return [opening.kind, ...opening.days, opening.from, opening.to].join();
  return opening.kind === 'outside' ? `${opening.kind},${opening.contactId}` : opening.kind;
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

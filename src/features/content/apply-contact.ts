import type { LocalDate } from '../../core/local-date.ts';
import type { Contact } from '../guide/facts.ts';
import { changeContact, numberState } from './apply-changes.ts';
import { applyCheck, type CheckState, checkState } from './apply-checks.ts';
import { factIdOf } from './checkable.ts';
import { applyDetails } from './contact-details.ts';
import type { ContentChange } from './content-change.ts';
import { standingNumbers } from './newer-files.ts';

type DateOf = (at: Date) => LocalDate;

/**
 * `contact` as the files have it, with its number, what is told of it and its checks as they stand after these changes; with `today`, as
 * everybody is shown it on that day (see `applyDetails`).
 */
export function applyContact(
  contact: Contact,
  changes: readonly ContentChange[],
  dateOf: DateOf,
  today?: LocalDate,
): Contact {
  const { since } = sinceThisNumber(contact, changes, dateOf);
  const state = contactCheckState(contact, changes, dateOf);
  const called = changeContact(contact, standingNumbers(contact, changes, dateOf), dateOf);
  return applyDetails(applyCheck(called, state, { dateOf, since }), changes, today);
}

/** `contact` as the files have it: the last time that somebody checked the number that stands now. */
function contactCheckState(
  contact: Contact,
  changes: readonly ContentChange[],
  dateOf: DateOf,
): CheckState | undefined {
  const { since, after } = sinceThisNumber(contact, changes, dateOf);
  const state = checkState(factIdOf('contact', contact.contactId), after);
  return state && dateOf(state.set.at) >= since ? state : undefined;
}

/** The contacts as the files have them, and the day of an instant. */
export type ContactsInFiles = { contacts: ReadonlyMap<string, Contact>; dateOf: DateOf };

/** The last time that somebody checked this as it stands now. */
export function factCheckState(
  factId: string,
  changes: readonly ContentChange[],
  { contacts, dateOf }: ContactsInFiles,
): CheckState | undefined {
  const contact = factId.startsWith(contactPrefix) ? contacts.get(factId.slice(contactPrefix.length)) : undefined;
  return contact ? contactCheckState(contact, changes, dateOf) : checkState(factId, changes);
}

const contactPrefix = factIdOf('contact', '');

/** Of a number that nobody has confirmed, the number comes first, before any check of it. */
export function isNumberWaiting(
  factId: string,
  changes: readonly ContentChange[],
  { contacts, dateOf }: ContactsInFiles,
): boolean {
  const contact = factId.startsWith(contactPrefix) ? contacts.get(factId.slice(contactPrefix.length)) : undefined;
  const number = contact && numberState(contact.contactId, standingNumbers(contact, changes, dateOf));
  return number !== undefined && !number.confirmed;
}

/** Whoever checked a number checked the one that stood there then: only other digits end what was checked. */
function sinceThisNumber(contact: Contact, changes: readonly ContentChange[], dateOf: DateOf) {
  const { contactId, number, verifiedAt } = contact;
  const standing = standingNumbers(contact, changes, dateOf);
  let stands = { number, since: verifiedAt, after: standing };
  for (const [place, change] of standing.entries()) {
    if (change.kind !== 'number-set' || change.contactId !== contactId || change.number === stands.number) continue;
    stands = { number: change.number, since: dateOf(change.at), after: standing.slice(place) };
  }
  return stands;
}

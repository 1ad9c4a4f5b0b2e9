import type { LocalDate } from '../../core/local-date.ts';
import type { Contact } from '../guide/facts.ts';
import { changeContact } from './apply-changes.ts';
import { applyCheck, checkState } from './apply-checks.ts';
import { factIdOf } from './checkable.ts';
import { applyDetails } from './contact-details.ts';
import type { ContentChange } from './content-change.ts';

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
  const { since, after } = sinceThisNumber(contact, changes, dateOf);
  const state = checkState(factIdOf('contact', contact.contactId), after);
  return applyDetails(applyCheck(changeContact(contact, changes, dateOf), state, { dateOf, since }), changes, today);
}

/** Whoever checked a number checked the one that stood there then: only other digits end what was checked. */
function sinceThisNumber(
  { contactId, number, verifiedAt }: Contact,
  changes: readonly ContentChange[],
  dateOf: DateOf,
) {
  let stands = { number, since: verifiedAt, after: changes };
  for (const [place, change] of changes.entries()) {
    if (change.kind !== 'number-set' || change.contactId !== contactId || change.number === stands.number) continue;
    stands = { number: change.number, since: dateOf(change.at), after: changes.slice(place) };
  }
  return stands;
}

import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { Contact } from '../guide/facts.ts';
import { numberState } from './apply-changes.ts';
import { applyContact } from './apply-contact.ts';
import type { ContentChange } from './content-change.ts';
import { type ChangeDecision, factHolds } from './decide-change.ts';
import { standingNumbers } from './newer-files.ts';
import { hasOwnNumber, readNumber } from './own-number.ts';

/** `contact` as the files have it. */
export function decideNumber(
  contact: Contact,
  changes: readonly ContentChange[],
  typed: string,
  { confirmBy, today }: { confirmBy: LocalDate; today: LocalDate },
  dateOf: (at: Date) => LocalDate,
): ChangeDecision {
  if (!hasOwnNumber(contact)) return { outcome: 'refused', reason: 'national' };
  const number = readNumber(typed);
  if (number === undefined) return { outcome: 'refused', reason: 'no-number' };
  const now = applyContact(contact, changes, dateOf);
  // The same number again is a new promise where the old one has run out.
  if (now.number === number && now.validTo >= today) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'number-set', contactId: contact.contactId, number, confirmBy } };
}

/** `contact` as above. */
export function decideConfirmation(
  contact: Contact,
  changes: readonly ContentChange[],
  { of, personId }: { of: string; personId: string },
  today: LocalDate,
  dateOf: (at: Date) => LocalDate,
): ChangeDecision {
  const { contactId } = contact;
  const state = numberState(contactId, standingNumbers(contact, changes, dateOf));
  if (!state || state.set.changeId !== of) return { outcome: 'refused', reason: 'other-number' };
  if (state.confirmed) return { outcome: 'unchanged' };
  if (state.set.by.personId === personId) return { outcome: 'refused', reason: 'same-person' };
  return {
    outcome: 'changed',
    change: { kind: 'number-confirmed', contactId, of, validTo: addDays(today, factHolds) },
  };
}

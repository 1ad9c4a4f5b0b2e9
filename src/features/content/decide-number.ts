import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { Contact, ContactKind } from '../guide/facts.ts';
import { numberState } from './apply-changes.ts';
import { applyContact } from './apply-contact.ts';
import type { ContentChange } from './content-change.ts';
import { type ChangeDecision, factHolds } from './decide-change.ts';
import { standingNumbers } from './newer-files.ts';

/** Kinds whose numbers are the municipality's own. The national ones are the same in every municipality. */
const ownKinds: ReadonlySet<ContactKind> = new Set([
  'child-welfare',
  'ppt',
  'health-clinic',
  'bti-contact',
  'leader',
  'owner',
  'advice',
]);
export const hasOwnNumber = ({ kind }: Pick<Contact, 'kind'>): boolean => ownKinds.has(kind);

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

/** As people read it: eight digits, five (02800) or six (116 117). `undefined` for anything else, a number of emergency among them. */
export function readNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.()-]/g, '').replace(/^(?:\+47|0047)(?=\d{8}$)/, '');
  if (/^[2-9]\d{7}$/.test(digits)) return grouped(digits);
  if (/^0\d{4}$/.test(digits)) return digits;
  return /^116\d{3}$/.test(digits) ? `116 ${digits.slice(3)}` : undefined;
}

/** Mobile numbers and 800-numbers are read in threes, the others in pairs. */
function grouped(digits: string): string {
  const form = /^[489]/.test(digits) ? /^(\d{3})(\d{2})(\d{3})$/ : /^(\d{2})(\d{2})(\d{2})(\d{2})$/;
  return form.exec(digits)?.slice(1).join(' ') ?? digits;
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

import { isDraft } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import { type Contact, isStale } from '../guide/facts.ts';
import { numberState } from './apply-changes.ts';
import { detailsState } from './contact-details.ts';
import type { ContentChange, ReturnReason } from './content-change.ts';
import type { ModuleState } from './module-state.ts';
import { hasOwnNumber } from './own-number.ts';

/** How a module stands for who answers for it. */
export type ModuleStatus =
  | { status: 'draft' }
  | { status: 'returned'; reason: ReturnReason; by: string; at: Date }
  | { status: 'approved'; by: string; validTo: LocalDate }
  | { status: 'run-out'; validTo: LocalDate };

export function moduleStatus({ approval, verdict }: ModuleState, today: LocalDate): ModuleStatus {
  if (approval.status === 'approved') {
    const { approvedBy, validTo } = approval;
    return isDraft(approval, today) ? { status: 'run-out', validTo } : { status: 'approved', by: approvedBy, validTo };
  }
  if (verdict?.kind !== 'module-returned') return { status: 'draft' };
  return { status: 'returned', reason: verdict.reason, by: verdict.by.name, at: verdict.at };
}

/**
 * How a number of the municipality's own stands. `changes` here and below: those that hold (`standingOf`). `waiting`: it is live, and nobody but
 * who set it has looked at it.
 */
export type NumberStatus =
  | { status: 'unset' }
  | { status: 'waiting'; changeId: string; personId: string; by: string; at: Date; confirmBy: LocalDate }
  | { status: 'stale' }
  | { status: 'fresh' };

export function numberStatus(contact: Contact, changes: readonly ContentChange[], today: LocalDate): NumberStatus {
  const state = numberState(contact.contactId, changes);
  if (state && !state.confirmed) {
    const { changeId, by, at, confirmBy } = state.set;
    return { status: 'waiting', changeId, personId: by.personId, by: by.name, at, confirmBy };
  }
  if (contact.number === undefined) return { status: 'unset' };
  return { status: isStale(contact, today) ? 'stale' : 'fresh' };
}

/** What is told of a contact besides its number: `waiting` as above. */
export function detailsStatus(contactId: string, changes: readonly ContentChange[]): NumberStatus {
  const state = detailsState(contactId, changes);
  if (!state) return { status: 'unset' };
  if (state.confirmed) return { status: 'fresh' };
  const { changeId, by, at, confirmBy } = state.set;
  return { status: 'waiting', changeId, personId: by.personId, by: by.name, at, confirmBy };
}

/** How a contact stands: what waits for a second person comes first, the number before the words. */
export function contactStatus(contact: Contact, changes: readonly ContentChange[], today: LocalDate): NumberStatus {
  const number = numberStatus(contact, changes, today);
  if (number.status === 'waiting') return number;
  const details = detailsStatus(contact.contactId, changes);
  return details.status === 'waiting' ? details : number;
}

/** The contacts whose numbers are the municipality's own. */
export const ownContacts = (contacts: ReadonlyMap<string, Contact>): readonly Contact[] =>
  [...contacts.values()].filter(hasOwnNumber);

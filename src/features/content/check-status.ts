import { freshDays } from '../../core/approval.ts';
import { daysBetween, type LocalDate } from '../../core/local-date.ts';
import { type ContactsInFiles, factCheckState } from './apply-contact.ts';
import type { Checkable } from './checkable.ts';
import type { ContentChange } from './content-change.ts';

/** How something that is checked stands. `waiting`: one person has said so, and a second one has not yet. */
export type CheckStatus =
  | { status: 'waiting'; changeId: string; personId: string; by: string; confirmBy: LocalDate }
  | { status: 'run-out'; validTo: LocalDate }
  | { status: 'old' }
  | { status: 'fresh' };

/** `fact` as it stands now, changes counted in. */
export function checkStatus(
  fact: Checkable,
  changes: readonly ContentChange[],
  today: LocalDate,
  inFiles: ContactsInFiles,
): CheckStatus {
  const state = factCheckState(fact.factId, changes, inFiles);
  if (state && !state.confirmed) {
    const { changeId, by, confirmBy } = state.set;
    return { status: 'waiting', changeId, personId: by.personId, by: by.name, confirmBy };
  }
  const { validTo, checkedOn } = fact;
  if (validTo !== undefined && validTo < today) return { status: 'run-out', validTo };
  return { status: daysBetween(checkedOn, today) > freshDays ? 'old' : 'fresh' };
}

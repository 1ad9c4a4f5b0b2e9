import { addDays, type LocalDate } from '../../core/local-date.ts';
import type { Step } from '../guide/guide.ts';
import { canManage, isOwner } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import { adviceStateNow, wordingOf } from './advice-state.ts';
import { type ContactsInFiles, factCheckState, isNumberWaiting } from './apply-contact.ts';
import type { Checkable } from './checkable.ts';
import type { ContentChange, ReturnReason } from './content-change.ts';
import { type ChangeDecision, factHolds, longestApproval } from './decide-change.ts';

const refused = (reason: Extract<ChangeDecision, { outcome: 'refused' }>['reason']): ChangeDecision => ({
  outcome: 'refused',
  reason,
});

/** "Jeg har kontrollert dette i dag." */
export function decideCheck(
  { factId, owner }: Checkable,
  changes: readonly ContentChange[],
  person: Person,
  { confirmBy, today }: { confirmBy: LocalDate; today: LocalDate },
  inFiles: ContactsInFiles,
): ChangeDecision {
  if (!canManage(person, owner)) return refused('not-yours');
  if (isNumberWaiting(factId, changes, inFiles)) return refused('number-waits');
  const state = factCheckState(factId, changes, inFiles);
  // While it waits, or as long as it was made today, the same again says nothing new.
  const isOpen =
    state && (state.confirmed ? state.confirmed.validTo >= addDays(today, factHolds) : state.set.confirmBy >= today);
  if (isOpen) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'fact-checked', factId, confirmBy } };
}

/** The second person. */
export function decideCheckConfirmation(
  { factId, owner }: Checkable,
  changes: readonly ContentChange[],
  person: Person,
  { of, today }: { of: string; today: LocalDate },
  inFiles: ContactsInFiles,
): ChangeDecision {
  if (!canManage(person, owner)) return refused('not-yours');
  const state = factCheckState(factId, changes, inFiles);
  if (!state || state.set.changeId !== of) return refused('other-change');
  if (state.confirmed) return { outcome: 'unchanged' };
  if (state.set.by.personId === person.personId) return refused('same-person');
  return { outcome: 'changed', change: { kind: 'fact-confirmed', factId, of, validTo: addDays(today, factHolds) } };
}

type DateOf = (at: Date) => LocalDate;

export type AdviceStep = Step & { awaitsApproval: NonNullable<Step['awaitsApproval']> };

export const hasAdvice = (step: Step | undefined): step is AdviceStep => step?.awaitsApproval !== undefined;

/** Only by the professional whom the content names. Nobody sees the advice before a second person has said yes too. */
export function decideAdviceApproval(
  { stepId, awaitsApproval: advice }: AdviceStep,
  changes: readonly ContentChange[],
  person: Person,
  {
    wording,
    validTo,
    confirmBy,
    today,
  }: { wording: string; validTo: LocalDate; confirmBy: LocalDate; today: LocalDate },
  dateOf: DateOf,
): ChangeDecision {
  if (!isOwner(person, advice.approval.owner)) return refused('not-yours');
  if (wording !== wordingOf(advice)) return refused('other-change');
  if (validTo <= today) return refused('date-past');
  if (validTo > addDays(today, longestApproval)) return refused('date-too-far');
  const { waiting, inForce } = adviceStateNow(stepId, advice, changes, dateOf);
  if ((waiting ?? inForce?.approved)?.validTo === validTo) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'advice-approved', stepId, wording, validTo, confirmBy } };
}

/** The second person: anybody else who looks after the content. */
export function decideAdviceConfirmation(
  { stepId, awaitsApproval: advice }: AdviceStep,
  changes: readonly ContentChange[],
  person: Person,
  { of, today }: { of: string; today: LocalDate },
  dateOf: DateOf,
): ChangeDecision {
  if (!canManage(person, advice.approval.owner)) return refused('not-yours');
  const { waiting, inForce } = adviceStateNow(stepId, advice, changes, dateOf);
  if (inForce?.approved.changeId === of) return { outcome: 'unchanged' };
  if (waiting?.changeId !== of) return refused('other-change');
  if (waiting.by.personId === person.personId) return refused('same-person');
  if (waiting.validTo <= today) return refused('date-past');
  return { outcome: 'changed', change: { kind: 'advice-confirmed', stepId, of } };
}

/** Hides it at once. */
export function decideAdviceReturn(
  { stepId, awaitsApproval: advice }: AdviceStep,
  changes: readonly ContentChange[],
  person: Person,
  { wording, reason }: { wording: string; reason: ReturnReason | undefined },
  dateOf: DateOf,
): ChangeDecision {
  if (!canManage(person, advice.approval.owner)) return refused('not-yours');
  if (wording !== wordingOf(advice)) return refused('other-change');
  if (reason === undefined) return refused('no-reason');
  if (adviceStateNow(stepId, advice, changes, dateOf).returned?.reason === reason) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'advice-returned', stepId, wording, reason } };
}

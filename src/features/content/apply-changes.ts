import type { LocalDate } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { Contact } from '../guide/facts.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';

/** What the files say, and what may be changed on top of it. */
export type ChangeableContent = {
  modules: readonly Module[];
  contacts: ReadonlyMap<string, Contact>;
};

/**
 * The content as it stands after these changes (each subject's oldest first), `dateOf` giving the day of an instant. What names
 * something that the files do not have any more changes nothing.
 */
export function applyChanges(
  base: ChangeableContent,
  changes: readonly ContentChange[],
  dateOf: (at: Date) => LocalDate,
): ChangeableContent {
  return {
    modules: base.modules.map((module) => changeModule(module, changes, dateOf)),
    contacts: new Map([...base.contacts].map(([id, contact]) => [id, changeContact(contact, changes, dateOf)])),
  };
}

function changeModule(module: Module, changes: readonly ContentChange[], dateOf: (at: Date) => LocalDate): Module {
  const own = changes.filter((change) => 'moduleId' in change && change.moduleId === module.moduleId);
  const hidden = withdrawnCards(own);
  const shown = module.cards.filter(({ cardId }) => !hidden.has(cardId));
  const verdict = verdictOn(module, own);
  return {
    ...module,
    // A module without a card would be a module that nobody can open.
    cards: shown.length > 0 ? shown : module.cards,
    approval: verdict ? approvalAfter(module, verdict, dateOf) : module.approval,
    // Once somebody has approved a version, the next one is shown as the draft that it is: people are in the middle of it.
    isHiddenUntilApproved: module.isHiddenUntilApproved && !own.some(({ kind }) => kind === 'module-approved'),
  };
}

/** The cards that are taken away now. */
export function withdrawnCards(changes: readonly ContentChange[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'card-withdrawn') hidden.add(change.cardId);
    if (change.kind === 'card-restored') hidden.delete(change.cardId);
  }
  return hidden;
}

type Verdict = ChangeOf<'module-approved'> | ChangeOf<'module-returned'>;

/** What was decided last on the version that the files have. */
export function verdictOn({ moduleId, version }: Module, changes: readonly ContentChange[]): Verdict | undefined {
  return changes.findLast(
    (change): change is Verdict =>
      (change.kind === 'module-approved' || change.kind === 'module-returned') &&
      change.moduleId === moduleId &&
      change.version === version,
  );
}

function approvalAfter(
  { approval: { owner } }: Module,
  verdict: Verdict,
  dateOf: (at: Date) => LocalDate,
): Module['approval'] {
  if (verdict.kind === 'module-returned') return { status: 'utkast', owner };
  const { by, at, validTo } = verdict;
  return { status: 'approved', owner, approvedBy: by.name, approvedAt: dateOf(at), validTo };
}

function changeContact(contact: Contact, changes: readonly ContentChange[], dateOf: (at: Date) => LocalDate): Contact {
  const state = numberState(contact.contactId, changes);
  if (!state) return contact;
  const { set, confirmed } = state;
  return {
    ...contact,
    number: set.number,
    isExample: false,
    verifiedAt: dateOf((confirmed ?? set).at),
    validTo: confirmed ? confirmed.validTo : set.confirmBy,
  };
}

/** The number that was set last, and whether a second person has confirmed that very one. */
export type NumberState = { set: ChangeOf<'number-set'>; confirmed?: ChangeOf<'number-confirmed'> };

export function numberState(contactId: string, changes: readonly ContentChange[]): NumberState | undefined {
  const set = changes.findLast(
    (change): change is ChangeOf<'number-set'> => change.kind === 'number-set' && change.contactId === contactId,
  );
  if (!set) return undefined;
  const confirmed = changes.findLast(
    (change): change is ChangeOf<'number-confirmed'> =>
      change.kind === 'number-confirmed' && change.contactId === contactId && change.of === set.changeId,
  );
  return { set, ...(confirmed && { confirmed }) };
}

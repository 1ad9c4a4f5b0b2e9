import type { LocalDate } from '../../core/local-date.ts';
import type { Module } from '../catalogue/module.ts';
import type { Contact } from '../guide/facts.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';
import type { ModuleEditor } from './module-editor.ts';
import { moduleState, shownVersion } from './module-state.ts';
import type { TextEdit } from './text-edit.ts';

/** The modules as the files say them, and how their texts may be changed. */
export type ChangeableContent = {
  modules: readonly Module[];
  /** By the module's id. */
  editors: ReadonlyMap<string, ModuleEditor>;
};

/** What applying takes. `texts`: the words of the changes of texts, by their id. `today`: as everybody is shown it on that day. */
export type ApplyNeeds = {
  dateOf(at: Date): LocalDate;
  today?: LocalDate;
  texts: ReadonlyMap<string, readonly TextEdit[]>;
};

/**
 * The modules as they stand after these changes (each subject's oldest first), `dateOf` giving the day of an instant. What names
 * something that the files do not have any more changes nothing.
 */
export function applyChanges(
  base: ChangeableContent,
  changes: readonly ContentChange[],
  needs: ApplyNeeds,
): ChangeableContent {
  return {
    modules: base.modules.map((module) => moduleAfter(module, base.editors.get(module.moduleId), changes, needs)),
    editors: base.editors,
  };
}

/** The module as people see it after these changes. */
export function moduleAfter(
  base: Module,
  editor: ModuleEditor | undefined,
  changes: readonly ContentChange[],
  { dateOf, texts }: ApplyNeeds,
): Module {
  const own = changes.filter((change) => 'moduleId' in change && change.moduleId === base.moduleId);
  const { version, approval, textsIds } = moduleState(base, own, dateOf);
  const edits = textsIds.flatMap((id) => texts.get(id) ?? []);
  const module = editor && edits.length > 0 ? editor.withEdits(edits) : base;
  const { material } = module;
  return {
    ...asSeen(module, own),
    ...{ version, approval },
    // The files name their own version as the one that matters.
    ...(material && { material: { ...material, version: shownVersion(base, own, material.version) } }),
  };
}

/** The module without the cards that are taken away, and with whether it is still hidden from people. */
export const asSeen = (module: Module, changes: readonly ContentChange[]): Module => ({
  ...withoutWithdrawn(module, changes),
  // Once somebody has approved a version, the next one is shown as the draft that it is: people are in the middle of it.
  isHiddenUntilApproved: module.isHiddenUntilApproved && !changes.some(({ kind }) => kind === 'module-approved'),
});

/** A module without a card would be a module that nobody can open. */
export function withoutWithdrawn(module: Module, changes: readonly ContentChange[]): Module {
  const hidden = withdrawnCards(changes);
  const shown = module.cards.filter(({ cardId }) => !hidden.has(cardId));
  return shown.length > 0 ? { ...module, cards: shown } : module;
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

/** Those of them that were taken away from older files: somebody may have mended them since, and nobody has looked. */
export function withdrawnFromOlder({ version }: Module, changes: readonly ContentChange[]): ReadonlySet<string> {
  const last = new Map(
    changes.flatMap((change) => (change.kind === 'card-withdrawn' ? [[change.cardId, change.onFiles] as const] : [])),
  );
  return new Set([...withdrawnCards(changes)].filter((cardId) => (last.get(cardId) ?? version) < version));
}

/**
 * With the number that was set last; see `applyContact` for what was checked as well. `changes` here and below: those that hold
 * (`standingNumbers`).
 */
export function changeContact(
  contact: Contact,
  changes: readonly ContentChange[],
  dateOf: (at: Date) => LocalDate,
): Contact {
  const state = numberState(contact.contactId, changes);
  if (!state) return contact;
  const { set, confirmed } = state;
  return {
    ...contact,
    number: set.number,
    isExample: false,
    verifiedAt: dateOf((confirmed ?? set).at),
    ...(confirmed ? { validTo: confirmed.validTo } : { validTo: set.confirmBy, isUnconfirmed: true as const }),
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

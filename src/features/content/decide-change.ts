import { addDays, type LocalDate } from '../../core/local-date.ts';
import { isShown } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { unwrittenIn } from '../catalogue/unwritten.ts';
import { asSeen, withdrawnCards, withoutWithdrawn } from './apply-changes.ts';
import type { ChangeOf, ContentChange, ReturnReason } from './content-change.ts';
import { moduleState } from './module-state.ts';

/** A change without who and when, which are the same for all. */
type Bare<K extends ContentChange['kind']> = Omit<ChangeOf<K>, 'changeId' | 'at' | 'by'>;
export type BareChange = { [K in ContentChange['kind']]: Bare<K> }[ContentChange['kind']];

export type ChangeDecision =
  | { outcome: 'changed'; change: BareChange }
  /** It is so already: a second press. */
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RefusalReason };
export type RefusalReason =
  /** The files have another version than the card that was pressed. */
  | 'other-version'
  /** Nothing was chosen. */
  | 'no-reason'
  | 'date-past'
  | 'date-too-far'
  /** A day off or a start so far ahead is a slip. */
  | 'date-years-off'
  | 'last-card'
  /** Something in it is still to be written. */
  | 'not-written'
  | 'gone'
  | 'no-number'
  /** 112 and the other national numbers are changed in the files only. */
  | 'national'
  /** Who set a number cannot be the second person. */
  | 'same-person'
  /** The number was set anew since. */
  | 'other-number'
  /** Somebody else's texts wait for approval. */
  | 'other-texts-wait'
  /** They were dropped, replaced, or made for other files. */
  | 'texts-gone'
  /** Who sent texts cannot be the second person. */
  | 'same-person-texts'
  /** Others have come on top since. */
  | 'not-last-texts'
  /** It was changed in another way since. */
  | 'other-change'
  /** A number waits for its second person: that comes first. */
  | 'number-waits'
  /** Somebody else answers for it. */
  | 'not-yours'
  /** What is told of a contact: a language is empty, it is too long, has marks or a link in it, names one person by a number, or has hours that are none. */
  | 'text-missing'
  | 'text-too-long'
  | 'text-not-plain'
  | 'text-about-person'
  /** A number to call that is none of the contacts'. */
  | 'text-number'
  | 'hours'
  /** A unit would begin before the municipality does. */
  | 'before-start';

/** An approval holds at most so long: the law changes. Days. */
export const longestApproval = 366 * 2;
/** What two people answer for is looked at again after half a year. Days. */
export const factHolds = 180;

/** `module` as the files have it, here and below. `now`: the same with the texts that hold now, and all its cards. */
export function decideApproval(
  module: Module,
  changes: readonly ContentChange[],
  { version, validTo, now }: { version: number; validTo: LocalDate; now: Module },
  today: LocalDate,
): ChangeDecision {
  const state = moduleState(module, changes, () => today);
  if (version !== state.version) return { outcome: 'refused', reason: 'other-version' };
  if (unwrittenIn(withoutWithdrawn(now, changes))) return { outcome: 'refused', reason: 'not-written' };
  if (validTo <= today) return { outcome: 'refused', reason: 'date-past' };
  if (validTo > addDays(today, longestApproval)) return { outcome: 'refused', reason: 'date-too-far' };
  const { verdict } = state;
  if (verdict?.kind === 'module-approved' && verdict.validTo === validTo) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'module-approved', ...versionOf(module, version), validTo } };
}

export function decideReturn(
  module: Module,
  changes: readonly ContentChange[],
  { version, reason }: { version: number; reason: ReturnReason | undefined },
  today: LocalDate,
): ChangeDecision {
  const state = moduleState(module, changes, () => today);
  if (version !== state.version) return { outcome: 'refused', reason: 'other-version' };
  if (reason === undefined) return { outcome: 'refused', reason: 'no-reason' };
  const { verdict } = state;
  if (verdict?.kind === 'module-returned' && verdict.reason === reason) return { outcome: 'unchanged' };
  return { outcome: 'changed', change: { kind: 'module-returned', ...versionOf(module, version), reason } };
}

/** Which version, and of which files where the two are not the same. */
const versionOf = ({ moduleId, version: onFiles }: Module, version: number) => ({
  ...{ moduleId, version },
  ...(version !== onFiles && { onFiles }),
});

/** `module` as the files have it, with all its cards. */
export function decideWithdrawal(
  module: Module,
  changes: readonly ContentChange[],
  { cardId }: { cardId: string },
): ChangeDecision {
  const hidden = withdrawnCards(changes);
  if (hidden.has(cardId)) return { outcome: 'unchanged' };
  const shown = module.cards.filter((card) => !hidden.has(card.cardId));
  if (!shown.some((card) => card.cardId === cardId)) return { outcome: 'refused', reason: 'gone' };
  if (shown.length === 1) return { outcome: 'refused', reason: 'last-card' };
  const { moduleId, version: onFiles } = module;
  return { outcome: 'changed', change: { kind: 'card-withdrawn', moduleId, onFiles, cardId } };
}

/** `now` as above. A module that people see would be gone for all of them with a card that is not written. */
export function decideRestoring(
  module: Module,
  changes: readonly ContentChange[],
  { cardId, now }: { cardId: string; now: Module },
): ChangeDecision {
  const { moduleId } = module;
  if (!withdrawnCards(changes).has(cardId)) return { outcome: 'unchanged' };
  const card = now.cards.filter((one) => one.cardId === cardId);
  if (isShown(asSeen(now, changes)) && unwrittenIn({ ...now, cards: card }))
    return { outcome: 'refused', reason: 'not-written' };
  return { outcome: 'changed', change: { kind: 'card-restored', moduleId, cardId } };
}

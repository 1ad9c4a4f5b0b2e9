import type { LocalDate } from '../../core/local-date.ts';
import { locales } from '../../core/locale.ts';
import { textMark } from '../../core/text-mark.ts';
import type { Contact, Opening } from '../guide/facts.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';
import type { ChangeDecision } from './decide-change.ts';
import { hasOwnNumber } from './own-number.ts';
import { type ContactDetails, namesPerson, readDetails, type TypedDetails } from './typed-details.ts';

/** What was set last, and whether a second person has confirmed that very one. `changes` here: those that hold (`standingDetails`). */
export type DetailsState = { set: ChangeOf<'contact-set'>; confirmed?: ChangeOf<'contact-confirmed'> };

export function detailsState(contactId: string, changes: readonly ContentChange[]): DetailsState | undefined {
  const set = changes.findLast(
    (change): change is ChangeOf<'contact-set'> => change.kind === 'contact-set' && change.contactId === contactId,
  );
  if (!set) return undefined;
  const confirmed = changes.findLast(
    (change): change is ChangeOf<'contact-confirmed'> =>
      change.kind === 'contact-confirmed' && change.contactId === contactId && change.of === set.changeId,
  );
  return { set, ...(confirmed && { confirmed }) };
}

/**
 * `contact` with the words and hours of the files. Those of the chat are live at once, and as long as a second person has for them. On a day
 * after that (`today`) what two people stood behind before is shown: wrong hours keep people from calling. Without `today`: as it was set, for
 * whoever confirms it. The days of the contact are those of its number: whoever confirms words has called nobody.
 */
export function applyDetails(contact: Contact, changes: readonly ContentChange[], today?: LocalDate): Contact {
  const standing = standingDetails(contact, changes);
  const state = detailsState(contact.contactId, standing);
  if (!state) return contact;
  const isLate = !state.confirmed && today !== undefined && state.set.confirmBy < today;
  const set = isLate ? confirmedDetails(contact.contactId, standing) : state.set;
  if (!set) return contact;
  const { opening: _, ...rest } = contact;
  return { ...rest, ...detailsOf(set) };
}

const confirmedDetails = (contactId: string, changes: readonly ContentChange[]): ChangeOf<'contact-set'> | undefined =>
  detailsState(contactId, withoutUnconfirmed(changes))?.set;

/** These changes without what is told of a contact and no second person has confirmed: the newest that is left is what two stand behind. */
export function withoutUnconfirmed(changes: readonly ContentChange[]): readonly ContentChange[] {
  const confirmed = new Set(changes.flatMap((change) => (change.kind === 'contact-confirmed' ? [change.of] : [])));
  return changes.filter(({ kind, changeId }) => kind !== 'contact-set' || confirmed.has(changeId));
}

/**
 * The changes without what is told of a contact that the files tell otherwise since: neither as they did when it was changed, nor in words of
 * the chat that two people stand behind, which the export puts there. The day of the files is that of the number, and says nothing of words.
 */
export function standingDetails(inFiles: Contact, changes: readonly ContentChange[]): readonly ContentChange[] {
  const now = detailsMark(inFiles);
  const isOwn = (change: ContentChange): change is ChangeOf<'contact-set'> =>
    change.kind === 'contact-set' && change.contactId === inFiles.contactId;
  if (withoutUnconfirmed(changes).some((change) => isOwn(change) && detailsMark(change) === now)) return changes;
  // Rows from before this was kept do not say what they were made on: they hold until the chat changes it again.
  return changes.filter((change) => !isOwn(change) || change.onFiles === undefined || change.onFiles === now);
}

/** Tells what is told of one contact from what is told of it otherwise. */
export const detailsMark = ({ name, use, opening }: ContactDetails): string =>
  textMark(JSON.stringify([...locales.flatMap((locale) => [name[locale], use[locale]]), openingMark(opening)]));

function openingMark(opening: Opening | undefined): string {
  if (!opening) return '';
  if (opening.kind === 'weekdays') return [opening.kind, ...opening.days, opening.from, opening.to].join();
  return opening.kind === 'outside' ? `${opening.kind},${opening.contactId}` : opening.kind;
}

/**
 * `now` as it stands, changes counted in, and `inFiles` without them. `numbers`: the digits of all contacts as they stand. `of`: the change that
 * the form showed, '' where there was none: it is whole, and must undo no other.
 */
export function decideDetails(
  now: Contact,
  changes: readonly ContentChange[],
  {
    typed,
    of,
    confirmBy,
    numbers,
    inFiles,
  }: { typed: TypedDetails; of: string; confirmBy: LocalDate; numbers: ReadonlySet<string>; inFiles: Contact },
): ChangeDecision {
  // Before all else: what is refused for another reason is shown again.
  if (namesPerson(now, typed)) return { outcome: 'refused', reason: 'text-about-person' };
  if (!hasOwnNumber(now)) return { outcome: 'refused', reason: 'national' };
  const details = readDetails(now, typed, numbers);
  if (typeof details !== 'string' && isSame(details, detailsOf(now))) return { outcome: 'unchanged' };
  if (of !== lastDetails(inFiles, changes)) return { outcome: 'refused', reason: 'other-change' };
  if (typeof details === 'string') return { outcome: 'refused', reason: details };
  const onFiles = detailsMark(inFiles);
  return {
    outcome: 'changed',
    change: { kind: 'contact-set', contactId: now.contactId, onFiles, ...details, confirmBy },
  };
}

/** `contact` as the files have it: the change that stands, '' where there is none. */
export const lastDetails = (contact: Contact, changes: readonly ContentChange[]): string =>
  detailsState(contact.contactId, standingDetails(contact, changes))?.set.changeId ?? '';

/** `contact` as the files have it. */
export function decideDetailsConfirmation(
  contact: Contact,
  changes: readonly ContentChange[],
  { of, personId }: { of: string; personId: string },
): ChangeDecision {
  const { contactId } = contact;
  const state = detailsState(contactId, standingDetails(contact, changes));
  if (!state || state.set.changeId !== of) return { outcome: 'refused', reason: 'other-change' };
  if (state.confirmed) return { outcome: 'unchanged' };
  if (state.set.by.personId === personId) return { outcome: 'refused', reason: 'same-person' };
  return { outcome: 'changed', change: { kind: 'contact-confirmed', contactId, of } };
}

const detailsOf = ({ name, use, opening }: ContactDetails): ContactDetails => ({
  ...{ name, use },
  ...(opening && { opening }),
});

const isSame = (one: ContactDetails, other: ContactDetails): boolean => detailsMark(one) === detailsMark(other);

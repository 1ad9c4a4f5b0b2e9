import type { LocalDate, LocalTime } from '../../core/local-date.ts';
import { type LocalText, locales } from '../../core/locale.ts';
import { textMark } from '../../core/text-mark.ts';
import type { Contact, Opening } from '../guide/facts.ts';
import { checkWords } from './check-words.ts';
import type { ChangeOf, ContentChange } from './content-change.ts';
import type { ChangeDecision, RefusalReason } from './decide-change.ts';
import { hasOwnNumber } from './own-number.ts';
import { digitsOf, unknownNumbers } from './phone-numbers.ts';

/** What is told of a contact besides its number. */
export type ContactDetails = Pick<Contact, 'name' | 'use' | 'opening'>;

/** As a form sends it. `as-now`: hours that the form has no fields for stay as they are. */
export type TypedDetails = {
  name: LocalText;
  use: LocalText;
  opening: 'unknown' | 'always' | 'weekdays' | 'as-now';
  from: string;
  to: string;
};

/** Twice as long as the longest there is; more would not fit beside a number. Characters. */
export const mostName = 60;
export const mostUse = 120;
const workdays: readonly number[] = [1, 2, 3, 4, 5];

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

const namesPerson = (now: Contact, typed: TypedDetails): boolean =>
  locales.some((locale) =>
    [checkWords(now.name[locale], typed.name[locale]), checkWords(now.use[locale], typed.use[locale])].some((found) =>
      found.some(({ told }) => told.code === 'identity'),
    ),
  );

function readDetails(now: Contact, typed: TypedDetails, numbers: ReadonlySet<string>): ContactDetails | RefusalReason {
  const name = readWords(typed.name, now.name, mostName);
  const use = readWords(typed.use, now.use, mostUse);
  if (typeof name === 'string') return name;
  if (typeof use === 'string') return use;
  const known = new Set([...numbers, ...(now.number === undefined ? [] : [digitsOf(now.number)])]);
  const all = locales.flatMap((locale) => [name[locale], use[locale]]);
  if (all.some((text) => unknownNumbers(text, known).length > 0)) return 'text-number';
  const opening = readOpening(now, typed);
  return opening === 'hours' ? opening : { name, use, ...(opening && { opening }) };
}

/** Full stops inside words that are no addresses. */
const abbreviations =
  /(?<![\p{L}\p{N}.])(?:f\.eks|bl\.a|m\.m|m\.fl|o\.l|e\.l|e\.g|i\.e|a\.m|p\.m)\.?(?![\p{L}\p{N}])/giu;
/** What a card, or Teams, would read as something else than words: marks, and what may be an address of any kind. */
const notWords = /[*_`~#<>[\]{}|\\]|\.\p{L}|@[\p{L}\p{N}]|\/\/|\p{L}:\S|&\w+;/u;
const isPlain = (text: string): boolean => !notWords.test(text.replace(abbreviations, ''));

/** One line of plain words: a link has its own place in the files. */
function readWords(typed: LocalText, before: LocalText, most: number): LocalText | RefusalReason {
  const text = { nb: tidied(typed.nb), nn: tidied(typed.nn), en: tidied(typed.en) };
  const all = locales.map((locale) => text[locale]);
  if (all.includes('')) return 'text-missing';
  if (all.some((one) => one.length > most)) return 'text-too-long';
  const found = locales.flatMap((locale) => checkWords(before[locale], text[locale]));
  const isWrong = found.some(({ severity }) => severity === 'error');
  return isWrong || !all.every(isPlain) ? 'text-not-plain' : text;
}

const tidied = (text: string): string => text.replace(/\s+/g, ' ').trim();

function readOpening({ opening }: Contact, typed: TypedDetails): Opening | 'hours' | undefined {
  const { from, to } = typed;
  switch (typed.opening) {
    case 'unknown':
      return undefined;
    case 'always':
      return { kind: 'always' };
    case 'as-now':
      return opening;
    case 'weekdays':
      return isTime(from) && isTime(to) && from < to ? { kind: 'weekdays', days: workdays, from, to } : 'hours';
  }
}

const isTime = (text: string): text is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Whether the form has fields for these hours. */
export const isPlainOpening = (opening: Opening | undefined): boolean =>
  opening === undefined ||
  opening.kind === 'always' ||
  (opening.kind === 'weekdays' && opening.days.join() === workdays.join());

import type { LocalTime } from '../../core/local-date.ts';
import { type LocalText, locales } from '../../core/locale.ts';
import type { Contact, Opening } from '../guide/facts.ts';
import { checkWords } from './check-words.ts';
import type { RefusalReason } from './decide-change.ts';
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

/** Whether the words may tell of a person: they are shown to nobody. */
export const namesPerson = (now: Contact, typed: TypedDetails): boolean =>
  locales.some((locale) =>
    [checkWords(now.name[locale], typed.name[locale]), checkWords(now.use[locale], typed.use[locale])].some((found) =>
      found.some(({ told }) => told.code === 'identity'),
    ),
  );

/** What was typed, or why it cannot be. `numbers`: the digits of all contacts as they stand. */
export function readDetails(
  now: Contact,
  typed: TypedDetails,
  numbers: ReadonlySet<string>,
): ContactDetails | RefusalReason {
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

import type { Contact } from '../guide/facts.ts';

/** A number that somebody may call: its digits, as it is written, and where. */
type PhoneNumber = { digits: string; written: string; at: number };

/**
 * Digits that stand together, also in groups, and are no part of a date, a decimal number or a section of a law. A slash parts numbers of three
 * digits, as in "112/113", and no others.
 */
const runs =
  /(?<![\p{L}\p{N}§+]|[\d§][.,:–-]|(?:§|(?<!\d\d)\d)\/|§\s?)\+?\d+(?:[ \u00a0]\d+)*(?![\p{L}\p{N}]|[.,:–-]\d|\/\d{1,2}(?!\d)|\s?[%–-]\s?\d?)/gu;

/** Eight digits in groups that a dot or a dash parts: «22.33.44.55». No date has such groups. */
const parted =
  /(?<![\p{L}\p{N}§]|\d[.,:–-])(?:(?:\+|00)47[ .–-]?)?(?:\d\d([.–-])\d\d\1\d\d\1\d\d|\d{3}([.–-])\d\d\2\d{3})(?![\p{L}\p{N}]|[.,:–-]\d)/gu;

/** How people group eight digits. */
const groups: ReadonlySet<string> = new Set(['8', '3-2-3', '2-2-2-2', '5-3', '3-5', '2-3-3', '3-3-2']);
const isDay = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** What makes a short number one to call. The last of them stand after it too: «112 politi». */
const calls = 'ring(?:j?er?|te|de)?(?!\\p{L})|tlf|telefon|nummer|call|dial|phone|number';
const dangers =
  '(?:livs)?fare|akutt|nød(?!v)|naud(?!s)|alarm|politi|ambulanse|brann|legevakt|skade|danger|emergency|police|ambulance|injury';
const before = new RegExp(`(?<!\\p{L})(?:${calls}|${dangers})`, 'iu');
/** What may follow a number that is called; any other word is what is counted: «ringte 120 foreldre». */
const small =
  'nå|no|now|eller|or|og|and|ved|når|hvis|dersom|om|if|when|først|first|straks|med en gang|at once|så|for|til|to|i|in';
const after = new RegExp(`^\\s*(?:$|[^\\s\\p{L}\\d]|\\n|(?:${small})(?!\\p{L})|${dangers})`, 'iu');
const counted = /^\s*(?:kr|kroner|barn|born|children|people|personar|personer|menneske|ord|words|mill)/iu;

/** The numbers in a text that people would call. One of three to five digits counts only where the words around it say so. */
export function phoneNumbersIn(text: string): readonly PhoneNumber[] {
  const found = [...text.matchAll(runs), ...text.matchAll(parted)].toSorted((a, b) => a.index - b.index);
  return found.flatMap((match) => {
    const [written] = match;
    const parts = written.replace(/^(?:\+|00)47[ \u00a0.–-]?/, '').split(/[ \u00a0.–-]/);
    const digits = parts.join('').replace('+', '');
    const around = { sentence: sentenceBefore(text, match.index), rest: text.slice(match.index + written.length) };
    return isPhone(digits, parts, around) ? [{ digits, written, at: match.index }] : [];
  });
}

function isPhone(digits: string, parts: readonly string[], around: { sentence: string; rest: string }): boolean {
  const shape = parts.map(({ length }) => length).join('-');
  if (counted.test(around.rest)) return false;
  if (digits.length === 8) return /^[2-9]/.test(digits) && groups.has(shape) && !isDay.test(digits);
  if (digits.length === 6 && /^11[5-7]/.test(digits)) return shape === '6' || shape === '3-3';
  if (digits.length === 5 && digits.startsWith('0')) return shape === '5';
  if (parts.length > 1 || !/^\d{3,5}$/.test(digits) || /^(?:19|20)\d\d$/.test(digits)) return false;
  // More than one section of a law: «§§ 12-4 og 113».
  if (/§[^.]{0,20}$/.test(around.sentence)) return false;
  return before.test(`${around.sentence} ${wordAfter(around.rest)}`) && after.test(around.rest.replaceAll('*', ''));
}

const sentenceBefore = (text: string, at: number): string =>
  text
    .slice(0, at)
    .split(/[.!?\n]/)
    .at(-1) ?? '';

const wordAfter = (rest: string): string => /^[\s*]*(\p{L}+)/u.exec(rest)?.[1] ?? '';

/** Those of them that are not among `known`, which holds digits only. */
export const unknownNumbers = (text: string, known: ReadonlySet<string>): readonly PhoneNumber[] =>
  phoneNumbersIn(text).filter(({ digits }) => !known.has(digits));

/** As numbers are compared. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^(?:00)?47(?=\d{8}$)/, '');

/** The digits of all of them that can be called. */
export const numbersOf = (contacts: ReadonlyMap<string, Pick<Contact, 'number'>>): ReadonlySet<string> =>
  new Set([...contacts.values()].flatMap(({ number }) => (number === undefined ? [] : [digitsOf(number)])));

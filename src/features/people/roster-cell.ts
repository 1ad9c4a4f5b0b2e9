import { type LocalDate, readLocalDate } from '../../core/local-date.ts';

/** What systems write where there is nothing. */
const empties = new Set(['', '-', '–', 'null', 'nil', 'n/a', '#n/a', '#i/t', '#ref!', 'ukjent', '(tom)', 'none']);
const hidden = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** The text of a cell on one line, in one form, without what cannot be seen; `undefined` when that is nothing. */
export function readCell(cell: string | undefined): string | undefined {
  const text = (cell ?? '').toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').replace(hidden, '').trim();
  return empties.has(text.toLowerCase()) ? undefined : text;
}

/** For comparing words of the file with words of the pack. */
export const foldCell = (text: string): string => (readCell(text) ?? '').toLocaleLowerCase('nb');

const mostLetters = 100;

/** A name: letters, and what stands between letters in names. Nothing that a spreadsheet would run or a card would read as code. */
export const isName = (text: string): boolean =>
  [...text].length <= mostLetters &&
  /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'’()/&–-]*$/u.test(text) &&
  /\p{L}/u.test(text);

/** `kari.lund@fjordvik.kommune.no`, in lower case; `undefined` for anything else. */
export function readUpn(text: string): string | undefined {
  const upn = text.toLowerCase();
  return upn.length <= 113 && /^[\p{L}\d._'+#-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(upn) ? upn : undefined;
}

export function readObjectId(text: string): string | undefined {
  const id = text.toLowerCase();
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : undefined;
}

/** The code of a unit, or the name of a module, as an id of ours: the same code gives the same id. One with a letter that was cut is none. */
export function readId(text: string): string | undefined {
  if (text.includes('\ufffd')) return undefined;
  const id = text
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return id !== '' && id.length <= 60 ? id : undefined;
}

/** From this day on a date is none of anybody's work here. */
const firstTooLate: LocalDate = '2100-01-01';

/** `31.12.2026`, `1.8.2026`, `31/12/2026`, `31-12-2026` or `2026-12-31`, also with a time after it. Two-digit years are not guessed. */
export function readDate(text: string): LocalDate | undefined {
  const read = readAnyDate(text);
  return read && read >= '1940-01-01' && read < firstTooLate ? read : undefined;
}

/** `31.12.9999` as a last day: so HR systems write that there is none. */
export function isNoEnd(text: string): boolean {
  const read = readAnyDate(text);
  return read !== undefined && read >= firstTooLate;
}

function readAnyDate(text: string): LocalDate | undefined {
  const [date = ''] = text.split(/[ T]/);
  const norwegian = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/.exec(date);
  const [, day = '', month = '', year = ''] = norwegian ?? [];
  const iso = norwegian ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : date;
  return readLocalDate(iso);
}

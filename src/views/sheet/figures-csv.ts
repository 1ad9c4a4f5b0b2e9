import type { LocalDate } from '../../core/local-date.ts';
import type { StatusAt } from '../../features/rollups/read-status-at.ts';
import type { ViewKit } from '../define-view.ts';
import { type FigureLine, figureHeadings, figureLines } from './figure-lines.ts';

/** Without it Excel takes æ, ø and å for something else. */
const byteOrderMark = '\ufeff';

/** As Excel in Norwegian opens it with a double click: semicolons, commas in decimals, dates with dots. */
export const figuresCsv = (status: StatusAt, kit: ViewKit): Buffer =>
  csvFile([figureHeadings(kit), ...figureLines(status, kit).map(cellsOf)]);

/** Each cell as text that no program works out. */
export const csvFile = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(byteOrderMark + rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join(''));

function cellsOf({ on, level, place, people, done, late, open, share }: FigureLine): readonly string[] {
  const numbers = [people, done, late, open].map(String);
  const percent = typeof share === 'number' ? share.toFixed(1).replace('.', ',') : share;
  return [dottedDate(on), level, place, ...numbers, percent];
}

export const dottedDate = (date: LocalDate): string => date.split('-').toReversed().join('.');

/**
 * Text from a staff list, as text: what Excel would take for a formula begins with an apostrophe, also where blanks or control characters
 * stand before it, and what would end the cell is quoted.
 */
export function csvCell(text: string): string {
  const safe = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u.test(text) ? `'${text}` : text;
  return /[";\r\n']/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

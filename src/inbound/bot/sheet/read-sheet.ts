import { locales } from '../../../core/locale.ts';
import type { Sheet, SheetCell, SheetRefusal, SheetRow } from '../../../features/content/sheet.ts';
import { columnNames, readMarks, readOrigin } from '../../../views/sheet/sheet-layout.ts';
import { openWorkbook, type WorkbookSheet } from './open-workbook.ts';

export type ReadSheetResult = { outcome: 'read'; sheet: Sheet } | { outcome: 'refused'; reason: SheetRefusal };

type Columns = Record<'id' | 'marks' | (typeof locales)[number], number>;

/** The texts in a workbook that we once made, whatever somebody has done to it since: columns moved, sheets added, rows sorted. */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheetResult> {
  const opened = await openWorkbook(bytes);
  if (opened.outcome === 'refused') return opened;
  for (const workbookSheet of opened.sheets) {
    const headings = (workbookSheet.rows[0] ?? []).map((cell) => String(cell ?? '').trim());
    const marks = headings.findIndex((heading) => readOrigin(heading) !== undefined);
    const origin = readOrigin(headings[marks] ?? '');
    if (!origin) continue;
    const columns = findColumns(headings, marks);
    if ('code' in columns) return { outcome: 'refused', reason: columns };
    return { outcome: 'read', sheet: { ...origin, rows: rowsOf(workbookSheet, columns) } };
  }
  return { outcome: 'refused', reason: { code: 'no-sheet' } };
}

function findColumns(headings: readonly string[], marks: number): Columns | SheetRefusal {
  const find = (name: string) => headings.findIndex((heading) => heading.toLowerCase().split(/\s/)[0] === name);
  const columns = { id: find(columnNames.id), nb: find('nb'), nn: find('nn'), en: find('en'), marks };
  const missing = (['id', ...locales] as const).find((name) => columns[name] < 0);
  return missing === undefined ? columns : { code: 'no-column', column: missing };
}

function rowsOf({ rows, formulas }: WorkbookSheet, columns: Columns): readonly SheetRow[] {
  return rows.slice(1).flatMap((cells, index): SheetRow[] => {
    const address = (column: number): string => `${String.fromCharCode(65 + column)}${index + 2}`;
    const cell = (column: number): SheetCell => readCell(cells[column] ?? null, address(column), formulas);
    const wordCells = { nb: cell(columns.nb), nn: cell(columns.nn), en: cell(columns.en) };
    const path = String(cells[columns.id] ?? '').trim();
    const isEmpty = path === '' && locales.every((locale) => wordCells[locale].holds === 'nothing');
    if (isEmpty) return [];
    const marks = readMarks(String(cells[columns.marks] ?? ''));
    return [{ at: address(columns.nb), path, marks, cells: wordCells }];
  });
}

/** A number is taken as it was typed: Excel makes one of "112". */
function readCell(value: unknown, at: string, formulas: ReadonlySet<string>): SheetCell {
  if (formulas.has(at)) return { at, holds: 'formula' };
  if (value === null || value === undefined || String(value).trim() === '') return { at, holds: 'nothing' };
  if (typeof value === 'string') return { at, holds: 'text', text: value };
  return typeof value === 'number' ? { at, holds: 'text', text: String(value) } : { at, holds: 'date-or-yes-no' };
}

import readXlsxFile from 'read-excel-file/universal';
import writeExcelFile, { type Row } from 'write-excel-file/node';

/** What an editor may put in a cell. */
export type Typed = string | number | boolean | Date | { formula: string } | null;
export type Rows = Typed[][];

/** The rows of each sheet of a workbook, as text. */
export async function rowsOf(bytes: Uint8Array): Promise<{ sheet: string; rows: Rows }[]> {
  const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]), { trim: false });
  return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => [...row] as Typed[]) }));
}

/** A workbook with these sheets. */
export async function workbookOf(sheets: readonly { sheet: string; rows: Rows }[]): Promise<Uint8Array> {
  const made = sheets.map(({ sheet, rows }) => ({ sheet, data: rows.map((row): Row => row.map(cellOf)) }));
  return new Uint8Array(await writeExcelFile(made).toBuffer());
}

function cellOf(typed: Typed): Row[number] {
  if (typed === null || typeof typed === 'string' || typeof typed === 'number' || typeof typed === 'boolean')
    return typed;
  if (typed instanceof Date) return { value: typed, format: 'dd.mm.yyyy' };
  return { type: 'Formula', value: typed.formula };
}

/** The sheet with the texts, changed as an editor would. */
export async function editWorkbook(bytes: Uint8Array, change: (rows: Rows) => Rows): Promise<Uint8Array> {
  const sheets = await rowsOf(bytes);
  return workbookOf(sheets.map((one, at) => (at === 1 ? { ...one, rows: change(one.rows) } : one)));
}

/** Puts something in the cells with these addresses. */
export const typeIn = (bytes: Uint8Array, cells: Readonly<Record<string, Typed>>): Promise<Uint8Array> =>
  editWorkbook(bytes, (rows) => {
    for (const [at, typed] of Object.entries(cells)) {
      const row = rows[Number(at.slice(1)) - 1];
      if (!row) throw new RangeError(`there is no cell ${at}`);
      row[at.charCodeAt(0) - 65] = typed;
    }
    return rows;
  });

/** Where the text with this path stands, in the column of this language. */
export async function cellAt(bytes: Uint8Array, path: string, locale: 'nb' | 'nn' | 'en'): Promise<string> {
  const rows = (await rowsOf(bytes))[1]?.rows ?? [];
  const row = rows.findIndex(([id]) => id === path);
  if (row < 0) throw new RangeError(`there is no row for ${path}`);
  return `${{ nb: 'C', nn: 'D', en: 'E' }[locale]}${row + 1}`;
}

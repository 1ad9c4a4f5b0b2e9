import { flowHeight, flowText } from './flow-text.ts';
import type { Pdf, PdfElement } from './open-pdf.ts';
import { drawText, type Look, openElement } from './tagged-drawing.ts';

/** One column: where it stands, and how its cells are drawn. */
export type Column = { x: number; width: number; align: 'left' | 'right' };

/** A row of a table: its first cell is the heading of the row, or all of them are headings of the columns. */
export type TableRow = { cells: readonly string[]; kind: 'headings' | 'row'; look: Look };

const above = 4;
const below = 4;

/** How high a row is: as high as the cell with the most lines. */
export function rowHeight(pdf: Pdf, { cells, look }: TableRow, columns: readonly Column[]): number {
  const heights = columns.map(({ width }, at) =>
    flowHeight(flowText(pdf, [{ text: cells[at] ?? '', font: look.font }], width, look.size)),
  );
  return above + Math.max(0, ...heights) + below;
}

/** Draws a row as a reader of tables hears it. Gives where it ends. */
export function drawRow(pdf: Pdf, table: PdfElement, row: TableRow, columns: readonly Column[], y: number): number {
  const element = openElement(pdf, table, 'TR');
  for (const [at, { x, width, align }] of columns.entries()) {
    const isHeading = row.kind === 'headings' || at === 0;
    const scope = row.kind === 'headings' ? ('Column' as const) : ('Row' as const);
    const look: Look = { ...row.look, align, ...(isHeading ? { scope } : { digits: 'equal' }) };
    drawText(pdf, element, isHeading ? 'TH' : 'TD', row.cells[at] ?? '', { x, y: y + above, width }, look);
  }
  return y + rowHeight(pdf, row, columns);
}

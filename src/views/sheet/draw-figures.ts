import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { StatusAt } from '../../features/rollups/read-status-at.ts';
import type { ViewKit } from '../define-view.ts';
import { aboutFigures, type FigureLine, figureHeadings, figureLines } from './figure-lines.ts';
import { numberCell, textCell } from './text-cell.ts';

export const figuresHeading = { fontWeight: 'bold', backgroundColor: '#D9E8F6', wrap: true } as const;
/** In characters, as `figureHeadings`. */
const widths = [12, 12, 44, 10, 10, 14, 16, 16];

/** A workbook of sums: numbers as numbers, so that they can be counted on. */
export async function drawFigures(status: StatusAt, kit: ViewKit): Promise<Uint8Array> {
  const rows: Row[] = [
    figureHeadings(kit).map((name) => textCell(name, figuresHeading)),
    ...figureLines(status, kit).map((line) => cellsOf(line)),
  ];
  const about: Row[] = aboutFigures(status, kit).map((text) => [textCell(text, { wrap: true })]);
  const buffer = await writeExcelFile(
    [
      {
        ...{ sheet: kit.t('status-at.file.sheet'), data: rows, stickyRowsCount: 1 },
        columns: widths.map((width) => ({ width })),
      },
      { sheet: kit.t('status-at.file.about'), data: about, columns: [{ width: 90 }] },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  return new Uint8Array(buffer);
}

function cellsOf({ on, level, place, people, done, late, open, share }: FigureLine): Row {
  const day: CellObject = { value: new Date(`${on}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
  const numbers = [people, done, late, open].map((cell) => numberCell(cell));
  return [day, textCell(level, {}), textCell(place, {}), ...numbers, numberCell(share, '0.0')];
}

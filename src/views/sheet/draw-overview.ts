import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { ViewKit } from '../define-view.ts';
import { figuresHeading } from './draw-figures.ts';
import {
  aboutOverview,
  type NamedOverview,
  type OverviewLine,
  overviewHeadings,
  overviewLines,
} from './overview-lines.ts';
import { numberCell, textCell } from './text-cell.ts';

/** In characters, as `overviewHeadings`. */
const widths = [22, 22, 40, 34, 10, 10, 14, 10, 14, 18];

/** A workbook of the figures of a month: numbers as numbers, and a word where there is none to tell. */
export async function drawOverview(named: NamedOverview, kit: ViewKit): Promise<Uint8Array> {
  const data: Row[] = [
    overviewHeadings(kit).map((name) => textCell(name, figuresHeading)),
    ...overviewLines(named, kit).map(cellsOf),
  ];
  const about: Row[] = aboutOverview(named, kit).map((text) => [textCell(text, { wrap: true })]);
  const buffer = await writeExcelFile(
    [
      { sheet: kit.t('rollup.summary'), data, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) },
      { sheet: kit.t('status-at.file.about'), data: about, columns: [{ width: 90 }] },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  return new Uint8Array(buffer);
}

function cellsOf({ table, period, place, module, people, standings, share }: OverviewLine): Row {
  const when: CellObject =
    typeof period === 'string'
      ? { value: new Date(`${period}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', align: 'left' }
      : textCell(period.quarter, {});
  const numbers = [people, ...standings].map((cell) => numberCell(cell));
  return [textCell(table, {}), when, textCell(place, {}), textCell(module, {}), ...numbers, numberCell(share, '0.0')];
}

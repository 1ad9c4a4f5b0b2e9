import { instantOf, type LocalDate } from '../../core/local-date.ts';
import { localeTag } from '../../core/locale.ts';
import type { PastFigures, PublishedRow } from '../../features/rollups/publish-past-day.ts';
import type { StatusAt } from '../../features/rollups/read-status-at.ts';
import type { ViewKit } from '../define-view.ts';
import { a4, openPdf, type Pdf, type PdfElement, pdfBytes } from '../pdf/open-pdf.ts';
import { drawFigure, drawOrnament, drawText, type Look, openElement } from '../pdf/tagged-drawing.ts';
import { type Column, drawRow, rowHeight, type TableRow } from '../pdf/tagged-table.ts';
import { aboutFigures, type FigureCells, figureCells, placeOf } from '../sheet/figure-lines.ts';
import { type Cell, nothing } from '../sheet/overview-lines.ts';
import { diplomaInk } from './diploma-ornament.ts';
import { onPaper } from './diploma-words.ts';

type Made = { municipality: string; madeOn: LocalDate };
type Pen = { pdf: Pdf; root: PdfElement; kit: ViewKit; count(value: Cell): string; percent(value: Cell): string };

const margin = 56;
const width = a4.width - 2 * margin;
const bottom = a4.height - margin - 24;
const headingLook: Look = { font: 'bold', size: 14, colour: diplomaInk.teal };
const textLook: Look = { font: 'regular', size: 10.5, colour: diplomaInk.text };
const quietLook: Look = { font: 'regular', size: 9, colour: diplomaInk.quiet };
const rowLook: Look = { font: 'regular', size: 9.5, colour: diplomaInk.text };
const boldLook: Look = { ...rowLook, font: 'bold' };
/** Apart in lightness too, with a white gap between them: nothing is told by colour alone. */
const barInk = { done: diplomaInk.teal, late: '#B3440E', open: '#7A8594' } as const;
const kinds = ['done', 'late', 'open'] as const;

/** The report to be printed: the whole municipality with a bar, and a table of its areas and units. Sums only. */
export async function drawStatusReport(
  status: StatusAt,
  { municipality, madeOn }: Made,
  kit: ViewKit,
): Promise<Buffer> {
  const title = kit.t('status-at.title', { date: kit.date(status.on) });
  const author = onPaper(municipality);
  const pdf = openPdf({
    title: `${title}, ${author}`,
    author,
    locale: kit.locale,
    madeAt: instantOf(madeOn, '12:00', 'UTC'),
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const pen: Pen = { pdf, root, kit, count: numbersIn(kit, 0), percent: numbersIn(kit, 1) };
  const write = (tag: string, text: string, look: Look, y: number): number =>
    drawText(pdf, root, tag, text, { x: margin, y, width }, look);
  const [whole, ...places] = status.rows;
  let y = write('P', author, quietLook, margin);
  y = write('H1', title, { ...headingLook, size: 24 }, y + 2);
  y = write('P', kit.t('status-at.file.made', { date: kit.date(madeOn), municipality: author }), quietLook, y + 4);
  if (whole && whole.figures.people > 0) y = drawWhole(pen, whole.figures, y + 18);
  else y = write('P', kit.t('status-at.too-few'), textLook, y + 18);
  y = write('H2', kit.t('status-at.file.about'), headingLook, y + 18);
  for (const text of aboutFigures(status, kit)) y = write('P', text, textLook, y + 5);
  if (places.length > 0) drawPlaces(pen, places, y + 18);
  root.end();
  return pdfBytes(pdf);
}

function numbersIn({ locale }: ViewKit, decimals: number): (value: Cell) => string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat(localeTag(locale), digits);
  return (value) => (typeof value === 'number' ? format.format(value) : value);
}

/** A bar of three parts, and beside it, for who does not see it and for who wants the number, a table. */
function drawWhole({ pdf, root, kit, count, percent }: Pen, figures: PastFigures, top: number): number {
  const place = { x: margin, width };
  const told = figureCells(figures, kit);
  const y = drawText(pdf, root, 'H2', kit.t('status-at.file.whole'), { ...place, y: top }, headingLook) + 8;
  drawFigure(pdf, root, kit.t('status-at.file.chart', chartOf(told)), { ...place, y, height: 26 }, () => {
    drawBar(pdf, figures, { x: margin, y, width, height: 26 });
  });
  const columns: readonly Column[] = [
    { x: margin + 18, width: 200, align: 'left' },
    { x: margin + 230, width: 80, align: 'right' },
    { x: margin + 330, width: 80, align: 'right' },
  ];
  const heads = [kit.t('status-at.file.standing'), kit.t('status-at.file.people'), kit.t('status-at.file.percent')];
  const table = openElement(pdf, root, 'Table');
  let at = drawRow(pdf, table, { cells: heads, kind: 'headings', look: boldLook }, columns, y + 34);
  for (const kind of kinds) {
    const rowTop = at;
    const share = figures[kind] === 0 ? nothing : (figures[kind] / figures.people) * 100;
    const cells = [kindWords[kind](kit), count(told[kind]), percent(share)];
    at = drawRow(pdf, table, { cells, kind: 'row', look: rowLook }, columns, at);
    drawOrnament(pdf, () => pdf.rect(margin, rowTop + 5, 10, 10).fill(barInk[kind]));
  }
  return at;
}

const chartOf = ({ done, late, open, people }: FigureCells) => ({ done, late, open, people });

const kindWords = {
  done: (kit: ViewKit) => kit.t('status-at.file.done'),
  late: (kit: ViewKit) => kit.t('status-at.file.late'),
  open: (kit: ViewKit) => kit.t('status-at.file.open'),
} as const;

function drawBar(pdf: Pdf, figures: PastFigures, room: { x: number; y: number; width: number; height: number }): void {
  const gap = room.height > 12 ? 2 : 1;
  const shown = kinds.filter((kind) => figures[kind] > 0);
  const free = room.width - gap * Math.max(0, shown.length - 1);
  let { x } = room;
  for (const kind of shown) {
    const part = (free * figures[kind]) / figures.people;
    pdf.rect(x, room.y, part, room.height).fill(barInk[kind]);
    x += part + gap;
  }
}

const columns: readonly Column[] = [
  { x: margin, width: 140, align: 'left' },
  { x: margin + 142, width: 46, align: 'right' },
  { x: margin + 194, width: 36, align: 'right' },
  { x: margin + 240, width: 56, align: 'right' },
  { x: margin + 306, width: 58, align: 'right' },
  { x: margin + 374, width: 48, align: 'right' },
];
const barRoom = { x: margin + 432, width: width - 432 };

/** Each area with its units. The headings stand on every page, but are read once. */
function drawPlaces(pen: Pen, places: readonly PublishedRow[], top: number): void {
  const { pdf, root, kit } = pen;
  const heads: TableRow = {
    cells: [
      ...[kit.t('status-at.file.place'), kit.t('status-at.file.people'), kit.t('status-at.file.done')],
      ...[kit.t('status-at.file.late'), kit.t('status-at.file.open'), kit.t('status-at.file.share')],
    ],
    ...{ kind: 'headings', look: { ...boldLook, size: 8.5 } },
  };
  const headHeight = rowHeight(pdf, heads, columns);
  let page = 1;
  const turn = (): number => {
    page += 1;
    return turnPage(pdf, page);
  };
  let y = top;
  if (y + headingLook.size + headHeight + 60 > bottom) y = turn();
  y = drawText(pdf, root, 'H2', kit.t('status-at.file.places'), { x: margin, y, width }, headingLook) + 4;
  const table = openElement(pdf, root, 'Table');
  y = drawRow(pdf, table, heads, columns, y);
  for (const place of places) {
    const row = placeRow(pen, place);
    const height = rowHeight(pdf, row, columns);
    if (y + height > bottom) {
      y = turn();
      drawOrnament(pdf, () => drawHeadsAgain(pdf, heads, y));
      y += headHeight;
    }
    const rowTop = y;
    drawOrnament(pdf, () =>
      pdf
        .moveTo(margin, rowTop)
        .lineTo(margin + width, rowTop)
        .lineWidth(0.5)
        .stroke('#D5DADF'),
    );
    y = drawRow(pdf, table, row, columns, y);
    drawOrnament(pdf, () => drawBar(pdf, place.figures, { ...barRoom, y: rowTop + 5, height: 9 }));
  }
}

function placeRow({ kit, count, percent }: Pen, place: PublishedRow): TableRow {
  const look = place.level === 'area' ? boldLook : rowLook;
  const name = onPaper(placeOf(place, kit));
  const { people, done, late, open, share } = figureCells(place.figures, kit);
  const cells = [name, ...[people, done, late, open].map(count), percent(share)];
  return { cells, kind: 'row', look };
}

function drawHeadsAgain(pdf: Pdf, { cells, look }: TableRow, y: number): void {
  pdf
    .font(look.font)
    .fontSize(look.size)
    .fillColor(look.colour ?? 'black');
  for (const [at, { x, width: room, align }] of columns.entries()) {
    pdf.text(cells[at] ?? '', x, y + 4, { width: room, align });
  }
}

function turnPage(pdf: Pdf, page: number): number {
  pdf.addPage();
  drawOrnament(pdf, () => {
    pdf.font(quietLook.font).fontSize(quietLook.size).fillColor(diplomaInk.quiet);
    pdf.text(String(page), margin, a4.height - margin, { width, align: 'right', lineBreak: false });
  });
  return margin;
}

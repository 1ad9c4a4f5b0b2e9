import { Failure } from '../../core/failure.ts';
import type { PdfRun } from '../pdf/flow-text.ts';
import { a4, type PdfElement } from '../pdf/open-pdf.ts';
import { drawOrnament, drawText, fitSize, openElement, type Place } from '../pdf/tagged-drawing.ts';
import {
  drawBox,
  drawHeading,
  drawParagraph,
  fullWidth,
  gap,
  ink,
  inside,
  margin,
  openSection,
  type Sheet,
} from './poster-layout.ts';
import type { PosterRow, PosterWords } from './poster-words.ts';

const dangerHeight = 170;
/** How wide each of the large numbers is, of all. The helpline has six figures. */
const shares = [0.27, 0.27, 0.46];

/** The numbers that can be read from across the room. */
export function drawDanger(sheet: Sheet, { danger }: PosterWords, y: number): number {
  const { pdf } = sheet;
  const room = { x: margin, y, width: fullWidth, height: dangerHeight };
  drawBox(sheet, room, { fill: ink.black });
  const section = openSection(sheet);
  const inner = inside(room, 14);
  const white = { colour: ink.white };
  const below = drawHeading(
    sheet,
    section,
    'H2',
    danger.heading,
    { ...inner, y: room.y + 9 },
    { most: 26, least: 14, height: 34, look: white },
  );
  const list = openElement(pdf, section, 'L');
  let x = inner.x;
  for (const [index, row] of danger.numbers.entries()) {
    const width = inner.width * (shares[index] ?? 1 / danger.numbers.length);
    drawLargeNumber(sheet, openElement(pdf, list, 'LI'), row, { x, y: below - 7, width: width - 12 });
    x += width;
  }
  const line = danger.others.flatMap((row, index) => lineRuns(row, index === 0 ? '' : '  ·  '));
  if (line.length > 0) {
    const foot = { ...inner, y: y + dangerHeight - 21 };
    drawParagraph(sheet, section, line, foot, { most: 10, least: 7, height: 15, look: white });
  }
  return y + dangerHeight;
}

function lineRuns({ name, number = '', star = '', detail }: PosterRow, before: string): readonly PdfRun[] {
  const digits = { text: number + star, font: 'bold' } as const;
  return [{ text: `${before}${name}: `, font: 'regular' }, digits, { text: ` (${detail})`, font: 'regular' }];
}

function drawLargeNumber(
  { pdf }: Sheet,
  item: PdfElement,
  { number = '', star = '', name, detail }: PosterRow,
  place: Place,
): void {
  // Spaces that do not break.
  const digits = number.replaceAll(' ', '\u00a0');
  const size = fitSize(pdf, digits, place.width, { font: 'heavy', most: 66, least: 30, height: 90 });
  const white = { colour: ink.white };
  // The smaller one stands on the same line as the others.
  const top = place.y + (66 - size) * 0.93;
  drawText(pdf, item, 'Lbl', digits, { ...place, y: top }, { font: 'heavy', size, ...white });
  const body = openElement(pdf, item, 'LBody');
  if (star) {
    const after = { x: place.x + pdf.font('heavy').fontSize(size).widthOfString(digits), y: top + 4, width: 20 };
    drawText(pdf, body, 'Span', star, after, { font: 'heavy', size: 22, ...white });
  }
  const below = drawText(pdf, body, 'Span', name, { ...place, y: place.y + 72 }, { font: 'bold', size: 13, ...white });
  drawText(pdf, body, 'Span', detail, { ...place, y: below }, { font: 'regular', size: 10.5, ...white });
}

const lineHeight = 26;
/** Closer than this, a name stands in the line of the one before. */
const leastHeight = 23;
/** What stands below the list. */
const footHeight = 44;

/** Everybody else to call, in two columns; where the municipality has set no number, it says so. */
export function drawCalls(sheet: Sheet, { call }: PosterWords, y: number): number {
  const { pdf } = sheet;
  const section = openSection(sheet);
  const top =
    drawHeading(
      sheet,
      section,
      'H2',
      call.heading,
      { x: margin, y, width: fullWidth },
      { most: 18, least: 12, height: 26 },
    ) + 2;
  const list = openElement(pdf, section, 'L');
  const width = (fullWidth - 2 * gap) / 2;
  const perColumn = Math.ceil(call.rows.length / 2);
  const height = Math.min(lineHeight, (a4.height - footHeight - top) / perColumn);
  if (height < leastHeight) {
    const room = 2 * Math.floor((a4.height - footHeight - top) / leastHeight);
    throw new Failure(
      'invalid',
      `the poster has room for ${room} contacts beside the large numbers, not ${call.rows.length}`,
    );
  }
  for (const [index, row] of call.rows.entries()) {
    const column = Math.floor(index / perColumn);
    const place = { x: margin + column * (width + 2 * gap), y: top + (index % perColumn) * height, width };
    drawCall(sheet, openElement(pdf, list, 'LI'), row, place);
  }
  const below = top + perColumn * height + 3;
  return drawParagraph(
    sheet,
    section,
    [call.instead, call.stale ?? ''].join(' ').trim(),
    { x: margin, y: below, width: fullWidth },
    { most: 11, least: 8, height: 16 },
  );
}

const numberWidth = 112;

function drawCall(
  { pdf }: Sheet,
  item: PdfElement,
  { name, detail, number, star = '', missing = '' }: PosterRow,
  place: Place,
): void {
  drawOrnament(pdf, () =>
    pdf
      .moveTo(place.x, place.y)
      .lineTo(place.x + place.width, place.y)
      .lineWidth(0.5)
      .stroke(ink.grey),
  );
  const words = { x: place.x, y: place.y + 1.5, width: place.width - numberWidth - 6 };
  const body = openElement(pdf, item, 'LBody');
  const nameSize = fitSize(pdf, name, words.width, { font: 'bold', most: 10.5, least: 8, height: 14 });
  const below = drawText(pdf, body, 'Span', name, words, { font: 'bold', size: nameSize });
  const size = fitSize(pdf, detail, place.width, { font: 'regular', most: 8, least: 6.5, height: 11 });
  drawText(pdf, body, 'Span', detail, { ...place, y: below }, { font: 'regular', size, colour: ink.grey });
  const own = { x: place.x + place.width - numberWidth, width: numberWidth };
  if (number !== undefined) {
    drawText(
      pdf,
      body,
      'Span',
      number + star,
      { ...own, y: place.y - 0.5 },
      { font: 'heavy', size: 13.5, align: 'right' },
    );
    return;
  }
  drawText(pdf, body, 'Span', missing, { ...own, y: place.y + 4 }, { font: 'regular', size: 8, align: 'right' });
}

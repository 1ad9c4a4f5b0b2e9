import type { PdfRun } from '../pdf/flow-text.ts';
import type { Pdf, PdfElement } from '../pdf/open-pdf.ts';
import { a4 } from '../pdf/open-pdf.ts';
import {
  drawOrnament,
  drawText,
  type Fit,
  fitSize,
  type Look,
  openElement,
  type Place,
} from '../pdf/tagged-drawing.ts';
import { readRuns } from './text-runs.ts';

/** What every part of the poster is drawn with. */
export type Sheet = { pdf: Pdf; root: PdfElement };
export type Room = Place & { height: number };

export const margin = 30;
export const gap = 8;
export const fullWidth = a4.width - 2 * margin;
export const ink = { black: '#000000', white: '#ffffff', grey: '#3a3a3a', shade: '#ececec' } as const;

/** A frame or a surface. Only black, white and one light grey: it is printed on the printer of the staff room. */
export function drawBox({ pdf }: Sheet, room: Room, look: { fill?: string; line?: number; dash?: number }): void {
  drawOrnament(pdf, () => {
    if (look.fill) pdf.roundedRect(room.x, room.y, room.width, room.height, 10).fill(look.fill);
    if (!look.line) return;
    const { x, y, width, height } = inside(room, look.line / 2);
    pdf.roundedRect(x, y, width, height, 10).lineWidth(look.line);
    if (look.dash) pdf.dash(look.dash, {});
    pdf.stroke(ink.black);
  });
}

/** The room inside a box. */
export function inside(room: Room, by: number): Room {
  return { x: room.x + by, y: room.y + by, width: room.width - 2 * by, height: room.height - 2 * by };
}

/** The sentence with its bold. */
function runsOf(text: string): readonly PdfRun[] {
  return readRuns(text).map((run) => ({ text: run.text, font: run.look === 'bold' ? 'bold' : 'regular' }));
}

type Fitting = Omit<Fit, 'font'> & { look?: Partial<Look> };

/** A heading as large as its room allows. Gives where it ends. */
export function drawHeading(
  { pdf }: Sheet,
  parent: PdfElement,
  tag: string,
  text: string,
  room: Place,
  { look, ...fit }: Fitting,
): number {
  const size = fitSize(pdf, text, room.width, { font: 'heavy', ...fit });
  return drawText(pdf, parent, tag, text, room, { font: 'heavy', size, ...look });
}

/** A paragraph as large as its room allows. Gives where it ends. */
export function drawParagraph(
  { pdf }: Sheet,
  parent: PdfElement,
  text: string | readonly PdfRun[],
  room: Place,
  { look, ...fit }: Fitting,
): number {
  const runs = typeof text === 'string' ? runsOf(text) : text;
  const size = fitSize(pdf, runs, room.width, { font: 'regular', ...fit });
  return drawText(pdf, parent, 'P', runs, room, { font: 'regular', size, ...look });
}

/** A part of the page that somebody who listens can jump to. */
export const openSection = ({ pdf, root }: Sheet): PdfElement => openElement(pdf, root, 'Sect');

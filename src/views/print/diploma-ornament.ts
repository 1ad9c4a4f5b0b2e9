import { a4, type Pdf, type PdfElement } from '../pdf/open-pdf.ts';
import { drawFigure, drawOrnament } from '../pdf/tagged-drawing.ts';

export const diplomaInk = {
  teal: '#0f5b63',
  warm: '#f2a93b',
  text: '#1b2a2c',
  quiet: '#4c5b5d',
  line: '#c9d8da',
} as const;

/** Rings in water, from the upper right corner: pale, so that they cost little ink and never disturb a word. */
export function drawRings(pdf: Pdf): void {
  drawOrnament(pdf, () => {
    const centre = { x: a4.width - 92, y: 96 };
    for (let ring = 0; ring < 9; ring += 1) {
      const strength = 0.34 - ring * 0.036;
      pdf
        .circle(centre.x, centre.y, 34 + ring * 42)
        .lineWidth(1.4)
        .strokeOpacity(strength)
        .stroke(diplomaInk.teal);
    }
    pdf.circle(centre.x, centre.y, 9).fillOpacity(1).fill(diplomaInk.warm);
  });
}

const bubble =
  'M96 34c-37 0-64 24-64 56 0 18 9 34 24 44l-7 25c-.6 2.3 1.9 4.2 4 3l29-17c4.5.7 9.2 1 14 1 37 0 64-24 64-56S133 34 96 34z';
const question = 'M73 75c0-13 10-22 23.5-22S120 61.5 120 73c0 9.5-5.5 14-12 18.5-6.5 4.5-11.5 8-11.5 15';
/** The drawing's own width and height (manifest/color.svg). */
const drawnSize = 192;

/** The mark of Undring. */
export function drawMark(
  pdf: Pdf,
  parent: PdfElement,
  alt: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  drawFigure(pdf, parent, alt, { x, y, width: size, height: size }, () => {
    pdf.translate(x, y).scale(size / drawnSize);
    pdf.roundedRect(0, 0, drawnSize, drawnSize, 44).fill(diplomaInk.teal);
    pdf.path(bubble).fill('#ffffff');
    pdf.path(question).lineWidth(12).lineCap('round').stroke(diplomaInk.teal);
    pdf.circle(96.5, 128, 8.5).fill(diplomaInk.warm);
  });
}

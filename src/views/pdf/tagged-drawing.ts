import { Failure } from '../../core/failure.ts';
import { type Digits, featuresOf, flowHeight, flowText, flowWidth, type PdfRun } from './flow-text.ts';
import type { Pdf, PdfElement } from './open-pdf.ts';
import type { PdfFont } from './pdf-fonts.ts';

/** Where something stands, in points from the upper left corner. */
export type Place = { x: number; y: number; width: number };
export type Look = {
  font: PdfFont;
  size: number;
  colour?: string;
  align?: 'left' | 'center' | 'right';
  /** The language, where it is another than the document's. */
  lang?: string;
  /** What a heading in a table is the heading of. */
  scope?: 'Column' | 'Row';
  digits?: Digits;
};
/** A sentence in the font of its look, or in several. */
export type Words = string | readonly PdfRun[];

/** Draws text that is part of the structure. Gives where it ends, in points from the top. */
export function drawText(pdf: Pdf, parent: PdfElement, tag: string, words: Words, place: Place, look: Look): number {
  const { font, size, colour = 'black', align = 'left', lang, scope, digits } = look;
  const flow = flowText(pdf, runsIn(words, font), place.width, size, digits);
  const options = { lineBreak: false, ...featuresOf(digits) };
  const content = pdf.markStructureContent(tag);
  pdf.fontSize(size).fillColor(colour);
  for (const [index, line] of flow.lines.entries()) {
    const free = place.width - line.reduce((sum, { width }) => sum + width, 0);
    let x = place.x + (align === 'right' ? free : align === 'center' ? free / 2 : 0);
    for (const piece of line) {
      pdf.font(piece.font).text(piece.text, x, place.y + index * flow.lineHeight, options);
      x += piece.width;
    }
  }
  pdf.endMarkedContent();
  // pdfkit knows the scope, its types do not yet.
  const about = { ...(lang && { lang }), ...(scope && { scope }) };
  parent.add(pdf.struct(tag, about, [content]));
  return place.y + flowHeight(flow);
}

/** Draws what means nothing to somebody who listens: lines, surfaces, ornaments. */
export function drawOrnament(pdf: Pdf, draw: (pdf: Pdf) => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.save();
  draw(pdf);
  pdf.restore();
  pdf.endMarkedContent();
}

/** Draws a picture inside `place`: `alt` is what somebody hears who does not see it. */
export function drawFigure(
  pdf: Pdf,
  parent: PdfElement,
  alt: string,
  { x, y, width, height }: Place & { height: number },
  draw: (pdf: Pdf) => void,
): void {
  const content = pdf.markStructureContent('Figure');
  pdf.save();
  draw(pdf);
  pdf.restore();
  pdf.endMarkedContent();
  // PDF/UA asks where a picture stands; pdfkit knows that, its types do not yet.
  const about = { alt, bbox: [x, y, x + width, y + height] };
  parent.add(pdf.struct('Figure', about, [content]));
}

/** Draws a link: its address stands in the file for who clicks, and its words for who reads or listens. */
export function drawLink(
  pdf: Pdf,
  parent: PdfElement,
  { words, url }: { words: string; url: string },
  place: Place,
  look: Look,
): number {
  const link = openElement(pdf, parent, 'Link');
  const bottom = drawText(pdf, link, 'Span', words, place, look);
  const width = flowWidth(flowText(pdf, runsIn(words, look.font), place.width, look.size));
  // pdfkit writes a String object as text, and a plain string as a name.
  const about = { structParent: link, Contents: Object(words) };
  pdf.link(place.x, place.y, width, bottom - place.y, url, about);
  return bottom;
}

/** A container such as `Sect`, `L` or `LI`, placed where it is made: that is the reading order. */
export function openElement(pdf: Pdf, parent: PdfElement, tag: string): PdfElement {
  const element = pdf.struct(tag);
  parent.add(element);
  return element;
}

/** How large text may be in its room. `least`: smaller than this nobody can read it. */
export type Fit = { font: PdfFont; most: number; least: number; height: number };

/** The largest size, in half points, at which the text fits. Throws Failure `invalid` where even the smallest does not. */
export function fitSize(pdf: Pdf, words: Words, width: number, { font, most, least, height }: Fit): number {
  const runs = runsIn(words, font);
  for (let size = most; size >= least; size -= 0.5) {
    const flow = flowText(pdf, runs, width, size);
    if (flowHeight(flow) <= height + 0.1 && flowWidth(flow) <= width + size * 0.3) return size;
  }
  const text = runs.map((run) => run.text).join('');
  throw new Failure('invalid', `there is no room on the page for «${text}»; write it shorter`);
}

const runsIn = (words: Words, font: PdfFont): readonly PdfRun[] =>
  typeof words === 'string' ? [{ text: words, font }] : words;

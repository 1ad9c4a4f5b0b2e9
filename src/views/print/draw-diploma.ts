import { instantOf } from '../../core/local-date.ts';
import type { Diploma } from '../../features/progress/diploma.ts';
import type { ViewKit } from '../define-view.ts';
import { flowHeight, flowText } from '../pdf/flow-text.ts';
import { a4, openPdf, type Pdf, type PdfElement, pdfBytes } from '../pdf/open-pdf.ts';
import { drawOrnament, drawText, fitSize, type Look, openElement, type Place } from '../pdf/tagged-drawing.ts';
import { diplomaInk, drawMark, drawRings } from './diploma-ornament.ts';
import { type DiplomaWords, diplomaWords } from './diploma-words.ts';
import { printKit } from './print-model.ts';

const margin = 64;
const fullWidth = a4.width - 2 * margin;
// Regular and bold are all there is: reading a font costs more than all the drawing.
const quiet = { font: 'regular', colour: diplomaInk.quiet } as const;

/** One calm A4 page that proves a finished module. The same completion, content and language give the same bytes. */
export async function drawDiploma(diploma: Diploma, municipality: string, kit: ViewKit): Promise<Buffer> {
  const words = diplomaWords(diploma, municipality, printKit(kit));
  const pdf = openPdf({
    title: words.subject,
    author: words.municipality,
    locale: kit.locale,
    madeAt: instantOf(diploma.completedOn, '12:00', 'UTC'),
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  drawRings(pdf);
  drawSender(pdf, root, words);
  let y = drawProof(pdf, root, words);
  y = drawFacts(pdf, root, words, y + 24);
  if (words.draft !== undefined) drawDraft(pdf, root, words.draft, y + 24);
  drawFoot(pdf, root, words);
  root.end();
  return pdfBytes(pdf);
}

function drawSender(pdf: Pdf, root: PdfElement, { mark, municipality }: DiplomaWords): void {
  drawMark(pdf, root, mark, { x: margin, y: 62, size: 40 });
  const room = { x: margin + 54, width: 250 };
  const fit = { font: 'bold', most: 14, least: 8, height: 40 } as const;
  const size = fitSize(pdf, municipality, room.width, fit);
  const height = flowHeight(flowText(pdf, [{ text: municipality, font: 'bold' }], room.width, size));
  drawText(pdf, root, 'P', municipality, { ...room, y: 82 - height / 2 }, { ...fit, size, colour: diplomaInk.teal });
}

/** Who has completed what. Gives where it ends. */
function drawProof(pdf: Pdf, root: PdfElement, words: DiplomaWords): number {
  const room = (y: number): Place => ({ x: margin, y, width: fullWidth });
  const large = (text: string, most: number, height: number): Look => {
    const fit = { font: 'bold', most, least: 9, height } as const;
    return { font: 'bold', size: fitSize(pdf, text, fullWidth, fit), colour: diplomaInk.text };
  };
  let y = drawText(pdf, root, 'H1', words.title, room(196), { font: 'bold', size: 46, colour: diplomaInk.teal });
  y = drawText(pdf, root, 'P', words.name, room(y + 26), large(words.name, 30, 96));
  y = drawText(pdf, root, 'P', words.hasCompleted, room(y + 10), { ...quiet, size: 14 });
  y = drawText(pdf, root, 'P', words.module, room(y + 10), large(words.module, 22, 72));
  drawOrnament(pdf, () => pdf.rect(margin, y + 24, 56, 3).fill(diplomaInk.warm));
  return y + 27;
}

/** Two columns of what somebody who checks the proof looks for. */
function drawFacts(pdf: Pdf, root: PdfElement, { facts }: DiplomaWords, top: number): number {
  const list = openElement(pdf, root, 'L');
  const width = fullWidth / 2;
  let y = top;
  let bottom = top;
  for (const [index, { label, value }] of facts.entries()) {
    if (index > 0 && index % 2 === 0) y = bottom + 16;
    const place = { x: margin + (index % 2) * width, width: width - 16 };
    const item = openElement(pdf, list, 'LI');
    const below = drawText(pdf, item, 'Lbl', label, { ...place, y }, { ...quiet, size: 10.5 });
    const look = { font: 'bold', size: 13.5, colour: diplomaInk.text } as const;
    bottom = Math.max(bottom, drawText(pdf, item, 'LBody', value, { ...place, y: below + 2 }, look));
  }
  return bottom;
}

/** As long as nobody has approved the content, the proof says so where it cannot be overlooked. */
function drawDraft(pdf: Pdf, root: PdfElement, draft: string, y: number): void {
  const look = { font: 'bold', size: 11.5, colour: diplomaInk.text } as const;
  const place = { x: margin + 14, y: y + 11, width: fullWidth - 28 };
  const height = 22 + flowHeight(flowText(pdf, [{ text: draft, font: look.font }], place.width, look.size));
  drawOrnament(pdf, () => {
    pdf.roundedRect(margin, y, fullWidth, height, 6).lineWidth(1.2).dash(4, {}).stroke(diplomaInk.text);
  });
  drawText(pdf, root, 'P', draft, place, look);
}

const sourceLook = { ...quiet, size: 9 } as const;
/** Four lines. */
const sourceHeight = 45;

/** What it builds on and who made it, at the foot of the page. */
function drawFoot(pdf: Pdf, root: PdfElement, { builtOn, made }: DiplomaWords): void {
  const section = openElement(pdf, root, 'Sect');
  const room = (y: number): Place => ({ x: margin, y, width: fullWidth });
  drawOrnament(pdf, () => {
    pdf
      .moveTo(margin, 704)
      .lineTo(margin + fullWidth, 704)
      .lineWidth(0.8)
      .stroke(diplomaInk.line);
  });
  if (builtOn) {
    const below = drawText(pdf, section, 'H2', builtOn.heading, room(716), { ...sourceLook, font: 'bold' });
    const { shown, more } = fitSources(pdf, builtOn);
    // The municipality writes its sources in Norwegian, whatever language the proof is in.
    const end = drawText(pdf, section, 'P', shown, room(below + 2), { ...sourceLook, lang: 'nb-NO' });
    if (more !== undefined) drawText(pdf, section, 'P', more, room(end), sourceLook);
  }
  drawText(pdf, section, 'P', made, room(a4.height - 46), sourceLook);
}

/** As many sources as there is room for, the first ones first, and how many more there are. */
function fitSources(
  pdf: Pdf,
  { sources, more }: NonNullable<DiplomaWords['builtOn']>,
): { shown: string; more?: string } {
  for (let count = sources.length; count > 0; count -= 1) {
    const shown = sources.slice(0, count).join(' · ');
    const rest = sources.length - count;
    const flow = flowText(pdf, [{ text: shown, font: sourceLook.font }], fullWidth, sourceLook.size);
    const height = flowHeight(flow) + (rest > 0 ? flow.lineHeight : 0);
    if (height <= sourceHeight || count === 1) return { shown, ...(rest > 0 && { more: more(rest) }) };
  }
  return { shown: '' };
}

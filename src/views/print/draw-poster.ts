import { instantOf } from '../../core/local-date.ts';
import type { ViewKit } from '../define-view.ts';
import { a4, openPdf, pdfBytes } from '../pdf/open-pdf.ts';
import { drawText, fitSize, openElement } from '../pdf/tagged-drawing.ts';
import { drawCalls, drawDanger } from './poster-contacts.ts';
import { drawBox, drawHeading, fullWidth, gap, ink, margin, type Sheet } from './poster-layout.ts';
import { drawDuty, drawLevel, drawSuspicion } from './poster-parts.ts';
import { type PosterWords, posterWords } from './poster-words.ts';
import type { PrintModel } from './print-model.ts';

/** One A4 page for the wall of the staff room, in one language. The same content on the same day gives the same bytes. */
export async function drawPoster(model: PrintModel, kit: ViewKit): Promise<Buffer> {
  const words = posterWords(model, kit);
  const pdf = openPdf({
    title: `${words.title} ${words.municipality}`,
    author: words.municipality,
    locale: kit.locale,
    madeAt: instantOf(model.today, '12:00', 'UTC'),
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const sheet: Sheet = { pdf, root };
  let y = drawTop(sheet, words);
  for (const draw of [drawDanger, drawSuspicion, drawDuty, drawLevel, drawCalls]) y = draw(sheet, words, y) + gap;
  drawMade(sheet, words);
  root.end();
  return pdfBytes(pdf);
}

const ownWidth = 196;

/** The title; and the mark, as long as nobody has approved what the poster says. */
function drawTop(sheet: Sheet, words: PosterWords): number {
  const { pdf, root } = sheet;
  const title = { x: margin, y: 22, width: fullWidth - ownWidth - gap };
  const bottom = drawHeading(sheet, root, 'H1', words.title, title, { most: 30, least: 18, height: 44 });
  const own = { x: margin + fullWidth - ownWidth, y: 18, width: ownWidth };
  const name = { font: 'bold', size: 11.5, align: 'right' } as const;
  const below = drawText(pdf, root, 'P', words.municipality, own, name);
  if (words.draft === undefined) return Math.max(bottom, below) + gap;
  const mark = { ...own, y: below + 2, height: 30 };
  drawBox(sheet, mark, { line: 1.5, dash: 4 });
  const place = { x: mark.x + 8, y: mark.y + 3, width: mark.width - 16 };
  const size = fitSize(pdf, words.draft, place.width, { font: 'bold', most: 10, least: 7, height: 25 });
  drawText(pdf, root, 'P', words.draft, place, { font: 'bold', size, align: 'center' });
  return Math.max(bottom, mark.y + mark.height) + gap;
}

function drawMade({ pdf, root }: Sheet, { made, call }: PosterWords): void {
  const section = openElement(pdf, root, 'Sect');
  const place = { x: margin, y: a4.height - 22, width: fullWidth };
  drawText(pdf, section, 'P', `${made} · ${call.checked}`, place, { font: 'regular', size: 8.5, colour: ink.grey });
}

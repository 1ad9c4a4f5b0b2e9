import { instantOf, type LocalDate } from '../../core/local-date.ts';
import type { Locale } from '../../core/locale.ts';
import { flowHeight, flowText } from '../pdf/flow-text.ts';
import { a4, openPdf, type Pdf, type PdfElement, pdfBytes } from '../pdf/open-pdf.ts';
import { drawText, type Look, openElement } from '../pdf/tagged-drawing.ts';
import { diplomaInk } from './diploma-ornament.ts';
import { onPaper } from './diploma-words.ts';
import type { DataSection } from './own-data-sections.ts';

export type OwnDataPaper = {
  title: string;
  municipality: string;
  intro: string;
  sections: readonly DataSection[];
  made: string;
  madeOn: LocalDate;
  locale: Locale;
};

const margin = 64;
const width = a4.width - 2 * margin;
const bottom = a4.height - margin;
const headingLook: Look = { font: 'bold', size: 14, colour: diplomaInk.teal };
const lineLook: Look = { font: 'regular', size: 11, colour: diplomaInk.text };
const quietLook: Look = { font: 'regular', size: 9.5, colour: diplomaInk.quiet };

/** As many A4 pages as it takes: a heading for each kind, a list under it. */
export async function drawOwnData(paper: OwnDataPaper): Promise<Buffer> {
  const madeAt = instantOf(paper.madeOn, '12:00', 'UTC');
  const pdf = openPdf({ title: paper.title, author: onPaper(paper.municipality), locale: paper.locale, madeAt });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const write = createWriter(pdf);
  write(root, 'H1', paper.title, { ...headingLook, size: 26 }, 0);
  write(root, 'P', onPaper(paper.made), quietLook, 6);
  write(root, 'P', paper.intro, lineLook, 12);
  for (const { heading, lines } of paper.sections) {
    const section = openElement(pdf, root, 'Sect');
    write(section, 'H2', heading, headingLook, 20);
    const list = openElement(pdf, section, 'L');
    for (const line of lines) {
      const item = openElement(pdf, list, 'LI');
      write(item, 'LBody', onPaper(line), lineLook, 4);
    }
  }
  root.end();
  return pdfBytes(pdf);
}

/** Writes below what was written last, on a new page where there is no room. A heading takes the first line with it. */
function createWriter(pdf: Pdf): (parent: PdfElement, tag: string, text: string, look: Look, above: number) => void {
  let y = margin;
  return (parent, tag, text, look, above) => {
    const height = flowHeight(flowText(pdf, [{ text, font: look.font }], width, look.size));
    const needed = above + height + (tag === 'H2' ? lineLook.size * 2 : 0);
    if (y + needed > bottom) {
      pdf.addPage();
      y = margin;
    } else y += above;
    y = drawText(pdf, parent, tag, text, { x: margin, y, width }, look);
  };
}

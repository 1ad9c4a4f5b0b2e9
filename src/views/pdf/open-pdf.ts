import PDFDocument from 'pdfkit';
import { type Locale, localeTag } from '../../core/locale.ts';
import { pdfFonts } from './pdf-fonts.ts';

export type Pdf = PDFKit.PDFDocument;
export type PdfElement = PDFKit.PDFStructureElement;

/** What stands about the document in the file itself. The same facts give the same bytes. */
export type PdfFacts = { title: string; author: string; locale: Locale; madeAt: Date };

/** In points: 72 to an inch. */
export const a4 = { width: 595.28, height: 841.89 } as const;

/** A4, tagged as PDF/UA asks: language, title, and everything drawn either in the structure or marked as decoration. */
export function openPdf({ title, author, locale, madeAt }: PdfFacts): Pdf {
  const options: PDFKit.PDFDocumentOptions = {
    size: [a4.width, a4.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: localeTag(locale),
    displayTitle: true,
    info: { Title: title, Author: author, Creator: 'Undring', Producer: 'pdfkit', CreationDate: madeAt },
  };
  // pdfkit knows this subset, its types do not yet.
  const pdf = new PDFDocument(Object.assign<PDFKit.PDFDocumentOptions, object>(options, { subset: 'PDF/UA' }));
  for (const [name, file] of Object.entries(pdfFonts)) pdf.registerFont(name, file);
  return pdf;
}

/** Ends the document, and gives the whole file. */
export function pdfBytes(pdf: Pdf): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  pdf.on('end', () => resolve(Buffer.concat(chunks)));
  pdf.on('error', reject);
  pdf.end();
  return promise;
}

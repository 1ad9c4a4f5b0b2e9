import type { Pdf } from './open-pdf.ts';
import type { PdfFont } from './pdf-fonts.ts';

export type PdfRun = { text: string; font: PdfFont };
/** A piece of a line, drawn in one font. */
export type LinePiece = PdfRun & { width: number };
export type Flow = { lines: readonly (readonly LinePiece[])[]; lineHeight: number };

/**
 * `equal`: each as wide as the others, as in a column of numbers. As they are, a comma between a 7 and a 1 is drawn close to both, so that "57,1" can
 * hardly be read.
 */
export type Digits = 'equal';

export const featuresOf = (digits: Digits | undefined): PDFKit.Mixins.TextOptions =>
  digits === 'equal' ? { features: ['tnum'] } : {};

/** The height of a line as a share of the size of its letters. */
const leading = 1.22;

/**
 * Breaks text in several fonts into lines at its spaces. pdfkit breaks between two fonts as well, which would put the full stop
 * after a bold word on a line of its own.
 */
export function flowText(pdf: Pdf, runs: readonly PdfRun[], width: number, size: number, digits?: Digits): Flow {
  const options = featuresOf(digits);
  const widthOf = ({ font, text }: PdfRun): number => pdf.font(font).fontSize(size).widthOfString(text, options);
  const measured = wordsOf(runs).map((pieces) => pieces.map((piece) => ({ ...piece, width: widthOf(piece) })));
  const lines: LinePiece[][] = [];
  let room = 0;
  for (const word of measured) {
    const own = word.reduce((sum, piece) => sum + piece.width, 0);
    const bare = own - trailingSpace(word, widthOf);
    const line = lines.at(-1);
    if (line && bare <= room) {
      line.push(...word);
      room -= own;
      continue;
    }
    lines.push([...word]);
    room = width - own;
  }
  return { lines: lines.map(join), lineHeight: size * leading };
}

/** The width of its widest line. */
export const flowWidth = ({ lines }: Flow): number =>
  Math.max(0, ...lines.map((line) => line.reduce((sum, { width }) => sum + width, 0)));

export const flowHeight = ({ lines, lineHeight }: Flow): number => lines.length * lineHeight;

/** Words with the space after them. A word in two fonts is one. */
function wordsOf(runs: readonly PdfRun[]): readonly PdfRun[][] {
  const words: PdfRun[][] = [];
  let isOpen = false;
  for (const { text, font } of runs) {
    for (const piece of text.match(/[^ ]* +|[^ ]+/g) ?? []) {
      const last = words.at(-1);
      if (isOpen && last) last.push({ text: piece, font });
      else words.push([{ text: piece, font }]);
      isOpen = !piece.endsWith(' ');
    }
  }
  return words;
}

function trailingSpace(word: readonly PdfRun[], widthOf: (run: PdfRun) => number): number {
  const last = word.at(-1);
  return last?.text.endsWith(' ') ? widthOf({ text: ' ', font: last.font }) : 0;
}

/** Neighbours in the same font as one piece. */
function join(pieces: readonly LinePiece[]): readonly LinePiece[] {
  const joined: LinePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.font !== piece.font) joined.push({ ...piece });
    else joined.splice(-1, 1, { ...last, text: last.text + piece.text, width: last.width + piece.width });
  }
  return joined;
}

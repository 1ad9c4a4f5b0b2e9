import type { PdfElement } from '../pdf/open-pdf.ts';
import { drawLink, drawOrnament, drawText, fitSize, openElement, type Place } from '../pdf/tagged-drawing.ts';
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
  type Room,
  type Sheet,
} from './poster-layout.ts';
import type { PosterWords } from './poster-words.ts';

const suspicionHeight = 146;
const crossWidth = 62;

/** What must not be done, and whom to call instead. */
export function drawSuspicion(sheet: Sheet, { suspicion }: PosterWords, y: number): number {
  const room = { x: margin, y, width: fullWidth, height: suspicionHeight };
  drawBox(sheet, room, { line: 4 });
  const inner = inside(room, 14);
  const words = { x: inner.x + crossWidth, y: inner.y - 2, width: inner.width - crossWidth };
  drawCross(sheet, inner.x + 23, y + suspicionHeight / 2, 23);
  const section = openSection(sheet);
  const when = suspicion.when
    ? drawParagraph(sheet, section, suspicion.when, words, { most: 12.5, least: 8, height: 33 })
    : words.y;
  const heading = drawHeading(
    sheet,
    section,
    'H2',
    suspicion.heading,
    { ...words, y: when + 2 },
    { most: 22, least: 13, height: 56 },
  );
  let bottom = heading + 3;
  const texts = suspicion.texts.slice(0, 2);
  for (const text of texts) {
    const height = (y + suspicionHeight - 15 - heading) / texts.length;
    bottom = drawParagraph(sheet, section, text, { ...words, y: bottom }, { most: 13.5, least: 8, height });
  }
  return y + suspicionHeight;
}

/** A sign for who sees it; the words beside it say the same. */
function drawCross({ pdf }: Sheet, x: number, y: number, radius: number): void {
  const arm = radius * 0.42;
  drawOrnament(pdf, () => {
    pdf.circle(x, y, radius).fill(ink.black);
    pdf.lineWidth(7).lineCap('round');
    pdf
      .moveTo(x - arm, y - arm)
      .lineTo(x + arm, y + arm)
      .stroke(ink.white);
    pdf
      .moveTo(x + arm, y - arm)
      .lineTo(x - arm, y + arm)
      .stroke(ink.white);
  });
}

const dutyHeight = 99;

/** Doubt and duty beside each other: both lead to a call. */
export function drawDuty(sheet: Sheet, { doubt, duty }: PosterWords, y: number): number {
  const parts = [doubt, duty].filter((part) => part !== undefined);
  if (parts.length === 0) return y - gap;
  const shares = parts.length === 2 ? [0.42, 0.58] : [1];
  let x = margin;
  for (const [index, part] of parts.entries()) {
    const width = (fullWidth - gap * (parts.length - 1)) * (shares[index] ?? 1);
    drawBoxed(sheet, part, { x, y, width });
    x += width + gap;
  }
  return y + dutyHeight;
}

type Boxed = { heading: string; text: string; portal?: { words: string; url: string } };

function drawBoxed(sheet: Sheet, { heading, text, portal }: Boxed, place: Place): void {
  const room = { ...place, height: dutyHeight };
  drawBox(sheet, room, { fill: ink.shade });
  const inner = inside(room, 11);
  const section = openSection(sheet);
  const below = drawHeading(sheet, section, 'H2', heading, inner, { most: 17, least: 11, height: 22 }) + 2;
  const foot = portal ? 18 : 0;
  const height = place.y + dutyHeight - 10 - foot - below;
  drawParagraph(sheet, section, text, { ...inner, y: below }, { most: 13, least: 8, height });
  if (!portal) return;
  const line = { ...inner, y: place.y + dutyHeight - 25 };
  const size = fitSize(sheet.pdf, portal.words, inner.width, { font: 'bold', most: 11.5, least: 7.5, height: 15 });
  const paragraph = openElement(sheet.pdf, section, 'P');
  drawLink(sheet.pdf, paragraph, portal, line, { font: 'bold', size });
}

const stageHeight = 39;

/** The steps of wondering, two beside each other: wide enough to be read from a step away. */
export function drawLevel(sheet: Sheet, { level }: PosterWords, y: number): number {
  if (!level) return y - gap;
  const section = openSection(sheet);
  const head = { x: margin, y, width: fullWidth };
  const below = drawHeading(sheet, section, 'H2', level.heading, head, { most: 18, least: 12, height: 26 });
  const top = drawParagraph(sheet, section, level.not, { ...head, y: below }, { most: 10.5, least: 8, height: 14 }) + 4;
  const list = openElement(sheet.pdf, section, 'L');
  const width = (fullWidth - gap) / 2;
  for (const [index, step] of level.steps.entries()) {
    const row = Math.floor(index / 2);
    const room = {
      x: margin + (index % 2) * (width + gap),
      y: top + row * (stageHeight + 6),
      width,
      height: stageHeight,
    };
    drawStage(sheet, openElement(sheet.pdf, list, 'LI'), `${index + 1}`, step, room);
  }
  return top + Math.ceil(level.steps.length / 2) * (stageHeight + 6) - 6;
}

type Stage = { heading: string; what: string };

function drawStage(sheet: Sheet, item: PdfElement, number: string, { heading, what }: Stage, room: Room): void {
  const { pdf } = sheet;
  drawBox(sheet, room, { line: 1.2 });
  const middle = room.y + room.height / 2;
  drawOrnament(pdf, () => pdf.circle(room.x + 24, middle, 15).fill(ink.black));
  const place = { x: room.x + 9, y: middle - 12, width: 30 };
  drawText(pdf, item, 'Lbl', number, place, { font: 'heavy', size: 20, colour: ink.white, align: 'center' });
  const body = openElement(pdf, item, 'LBody');
  const words = { x: room.x + 48, y: room.y + 4, width: room.width - 54 };
  const below = drawHeading(sheet, body, 'P', heading, words, { most: 13.5, least: 9, height: 18 });
  if (what) drawParagraph(sheet, body, what, { ...words, y: below }, { most: 10.5, least: 8, height: 17 });
}

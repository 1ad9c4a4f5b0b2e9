import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { flowHeight, flowText, flowWidth } from '../../../src/views/pdf/flow-text.ts';
import { openPdf } from '../../../src/views/pdf/open-pdf.ts';
import { pdfFonts } from '../../../src/views/pdf/pdf-fonts.ts';
import { fitSize } from '../../../src/views/pdf/tagged-drawing.ts';

/** What pdfkit itself reads fonts with. */
type Fontkit = { openSync(file: string): { hasGlyphForCodePoint(code: number): boolean } };
const fontkit: Fontkit = createRequire(import.meta.resolve('pdfkit'))('fontkit');

const pdf = openPdf({ title: 'Prøve', author: 'Prøve', locale: 'nb', madeAt: new Date('2026-11-23T12:00:00Z') });
const bold = { text: '112', font: 'bold' } as const;
const linesOf = (width: number): readonly string[] =>
  flowText(
    pdf,
    [{ text: 'Er det fare nå, ring ', font: 'regular' }, bold, { text: '.', font: 'regular' }],
    width,
    12,
  ).lines.map((line) => line.map(({ text }) => text).join(''));

describe('numbers in a column', () => {
  const widthOf = (text: string, digits?: 'equal') =>
    flowWidth(flowText(pdf, [{ text, font: 'regular' }], 400, 9.5, digits));

  it('are as wide as each other, so that no comma stands on a digit', () => {
    expect(widthOf('57,1', 'equal')).toBeCloseTo(widthOf('80,0', 'equal'), 6);
    expect(widthOf('57,1', 'equal')).toBeGreaterThan(widthOf('57,1') + 0.5);
  });
});

describe('text in several fonts', () => {
  it('is one line where there is room', () => {
    expect(linesOf(400)).toEqual(['Er det fare nå, ring 112.']);
  });

  it('never leaves a full stop alone, however narrow the line', () => {
    for (let width = 20; width < 160; width += 1) expect(linesOf(width).at(-1)).toMatch(/112\.$/);
  });

  it('loses no word and no space between words', () => {
    for (let width = 20; width < 160; width += 7) expect(linesOf(width).join('')).toBe('Er det fare nå, ring 112.');
  });

  it('is as wide as pdfkit draws it', () => {
    const text = 'Drøft anonymt';
    const flow = flowText(pdf, [{ text, font: 'bold' }], 400, 12);
    expect(flowWidth(flow)).toBeCloseTo(pdf.font('bold').fontSize(12).widthOfString(text), 0);
    expect(flowHeight(flow)).toBeCloseTo(14.6, 0);
  });

  it('is made smaller until it fits, and refused where it would be too small to read', () => {
    const room = { font: 'heavy', most: 40, least: 12, height: 30 } as const;
    const size = fitSize(pdf, 'Er det fare nå? Ring først.', 300, room);
    expect(size).toBeLessThan(40);
    expect(() => fitSize(pdf, 'Er det fare nå? Ring først. '.repeat(9), 300, room)).toThrow(/write it shorter/);
  });
});

describe('the font of a document', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧž'].flatMap((letter) => [letter, letter.toUpperCase()]);
  const signs = [...'0123456789«»–·§.,:?!()/'];

  it.each(Object.entries(pdfFonts))('has every letter of Norwegian and Northern Sámi, and the signs: %s', (_, file) => {
    const font = fontkit.openSync(file);
    expect([...letters, ...signs].filter((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))).toEqual([]);
    expect(font.hasGlyphForCodePoint(0x10_ff_ff)).toBe(false);
  });
});

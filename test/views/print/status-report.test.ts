import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import type { StatusAt } from '../../../src/features/rollups/read-status-at.ts';
import { createStatusAtPress } from '../../../src/views/print/status-at-press.ts';
import { anyDay, ofMany, ofOne, ordinary, tooFew } from '../figures-models.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { pack } from './print-run.ts';

const press = createStatusAtPress({ texts: pack.texts, zone: pack.zone, municipality: pack.municipality.name });
const now = new Date('2026-11-23T09:00:00Z');
const make = (status: StatusAt, locale: (typeof locales)[number] = 'nb') => press(status, 'pdf', locale, now);
const read = async (status: StatusAt, locale: (typeof locales)[number] = 'nb') =>
  readPdf((await make(status, locale)).bytes);

describe('the report of a past day', () => {
  it.each(locales)('is tagged A4 in its language, with a title, in %s', async (locale) => {
    const { size, info, xmp } = await read(ordinary, locale);
    expect(size.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(info).toMatchObject({
      Language: locale === 'en' ? 'en-GB' : `${locale}-NO`,
      Title: expect.stringMatching(/^Status .*2026, Fjordvik kommune$/),
    });
    expect(xmp).toContain('pdfuaid:part');
  });

  it('says the whole municipality as a bar in words, and as a table', async () => {
    const { text, alts } = await read(ordinary);
    expect(alts).toEqual(['Stolper: 1240 i mål, 85 over fristen, 175 har tid igjen, av 1500 ansatte.']);
    expect(text).toContain('Status per 1. november 2026');
    expect(text).toContain('I mål 1 240 82,7');
    expect(text).toContain('Laget 23. november 2026 av Undring for Fjordvik kommune.');
  });

  it('is read as headings and tables, each cell under its heading', async () => {
    const { roles } = await read(ofOne);
    expect(roles.filter((role) => /^(H\d|Figure|Table)$/.test(role))).toEqual([
      ...['H1', 'H2', 'Figure', 'Table', 'H2', 'H2', 'Table'],
    ]);
    expect(roles.filter((role) => role === 'TR')).toHaveLength(4 + 2);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(3 + 3 + 6 + 1);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(3 * 2 + 5);
  });

  it('has no bar, and no number, where so few work that nothing may be told', async () => {
    const { roles, text } = await read(tooFew);
    expect(roles).not.toContain('Figure');
    expect(roles).not.toContain('Table');
    expect(text).toContain('for få til å vise tall');
  });

  it('of any other day says why there are no units', async () => {
    const { text, roles } = await read(anyDay);
    expect(text).toContain('bare per den første i en måned');
    expect(roles.filter((role) => role === 'Table')).toHaveLength(1);
  });

  it('of two hundred units goes on over pages, and is the same bytes for the same day', async () => {
    const [first, second] = [await make(ofMany), await make(ofMany)];
    expect((await readPdf(first.bytes)).pages).toBeGreaterThan(5);
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0);
  });

  it('is named by its date, so that several may lie beside each other', async () => {
    expect((await make(ordinary)).name).toBe('Status per 2026-11-01.pdf');
    expect((await press(ordinary, 'csv', 'en', now)).name).toBe('Status at 2026-11-01.csv');
  });
});

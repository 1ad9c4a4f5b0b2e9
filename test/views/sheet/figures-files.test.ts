import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import { createStatusAtPress } from '../../../src/views/print/status-at-press.ts';
import { csvCell } from '../../../src/views/sheet/figures-csv.ts';
import { rowsOf } from '../../support/edit-workbook.ts';
import { ordinary, statusOf, wholeOf } from '../figures-models.ts';
import { pack } from '../print/print-run.ts';

const press = createStatusAtPress({ texts: pack.texts, zone: pack.zone, municipality: pack.municipality.name });
const now = new Date('2026-11-23T09:00:00Z');
const csvOf = async (name: string) => {
  const figures = { people: 5, done: 5, late: 0, open: 0 };
  const status = statusOf([wholeOf(10, 5, 0), { level: 'unit', name, figures }]);
  return Buffer.from((await press(status, 'csv', 'nb', now)).bytes).toString('utf8');
};

describe('the CSV file', () => {
  it('opens in Norwegian Excel with a double click: mark, semicolons, dotted dates, commas, line ends', async () => {
    const text = Buffer.from((await press(ordinary, 'csv', 'nb', now)).bytes).toString('utf8');
    const [head, whole, area] = text.split('\r\n');
    expect(head).toBe('\ufeffDato;Nivå;Sted;Ansatte;I mål;Over fristen;Har tid igjen;Andel i mål (%)');
    expect(whole).toBe('01.11.2026;Kommune;Fjordvik kommune;1500;1240;85;175;82,7');
    expect(area).toBe('01.11.2026;Område;Oppvekst;140;80;20;40;57,1');
    expect(text).toContain('01.11.2026;Enhet;Oppvekst: ansatte utenfor enhetene;10;5;for få;5;50,0\r\n');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it.each(['=1+1', '+47', '-2', '@SUM(A1)', '\t=1', ' =1', '\0=1', '＝1', '=HYPERLINK("http://x";"y")'])(
    'makes no formula of a name: %j',
    async (name) => {
      const rows: string[][] = parse(await csvOf(name), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
      expect(rows[2]?.[2]).toMatch(/^'/);
      expect(rows[2]).toHaveLength(8);
    },
  );

  it('gives any name back as one cell that no program works out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const line = `${csvCell(name)};${csvCell('x')}\r\n`;
        const [cells] = parse(line, { delimiter: ';', record_delimiter: '\r\n', relax_quotes: false }) as string[][];
        const [cell = ''] = cells ?? [];
        expect([name, `'${name}`]).toContain(cell);
        expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the workbook', () => {
  it.each(locales)('has the numbers as numbers, the date as a date, and what they mean, in %s', async (locale) => {
    const { bytes } = await press(ordinary, 'xlsx', locale, now);
    const [numbers, about] = await rowsOf(bytes);
    const [head, whole, area] = numbers?.rows ?? [];
    expect(head).toHaveLength(8);
    expect(whole?.slice(2, 8)).toEqual(['Fjordvik kommune', 1500, 1240, 85, 175, 82.7]);
    expect(whole?.[0]).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(area?.slice(3, 8)).toEqual([140, 80, 20, 40, 57.1]);
    expect(about?.rows).toHaveLength(6);
  });

  it('makes no formula of a name', async () => {
    const figures = { people: 5, done: 5, late: 0, open: 0 };
    const status = statusOf([wholeOf(10, 5, 0), { level: 'unit', name: '=1+1', figures }]);
    const [numbers] = await rowsOf((await press(status, 'xlsx', 'nb', now)).bytes);
    expect(numbers?.rows[2]?.slice(2)).toEqual(['=1+1', 5, 5, 'for få', 'for få', 100]);
  });
});

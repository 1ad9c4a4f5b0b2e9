import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../src/core/locale.ts';
import type { Counts } from '../../../src/features/rollups/figures.ts';
import type { Overview } from '../../../src/features/rollups/read-overview.ts';
import { createOverviewPress } from '../../../src/views/print/overview-press.ts';
import type { NamedOverview } from '../../../src/views/sheet/overview-lines.ts';
import { rowsOf } from '../../support/edit-workbook.ts';
import { words } from '../../support/module-builder.ts';
import { pack } from '../print/print-run.ts';

const press = createOverviewPress({ texts: pack.texts, zone: pack.zone });
const now = new Date('2026-11-23T09:00:00Z');
const counts = (done: number, late: number, onTheWay: number, notStarted: number): Counts => ({
  ...{ done, late, onTheWay, notStarted },
});
const overview: Overview = {
  ...{ place: { place: 'municipality' }, on: '2026-11-02', counts: counts(80, 15, 0, 5) },
  modules: [{ moduleId: 'meldeplikt', done: 90, missing: 10 }],
  parts: [{ unitId: 'oppvekst', counts: counts(80, 15, 0, 5), opens: true }],
  fewParts: 1,
  units: [
    { unitId: 'solbakken', counts: counts(80, 10, 0, 5) },
    { unitId: 'formel', counts: counts(0, 5, 0, 0) },
  ],
  trend: [
    { month: '2026-10', counts: counts(0, 0, 0, 0) },
    { month: '2026-11', counts: counts(80, 15, 0, 5) },
  ],
  newHires: [{ quarter: '2026-Q2', inTime: 15, notInTime: 5 }],
};
const named = (unitName = 'Solbakken skole'): NamedOverview => ({
  ...{ overview, municipality: 'Fjordvik kommune', moduleTitles: new Map([['meldeplikt', words('Meldeplikt')]]) },
  unitNames: new Map([
    ['oppvekst', 'Oppvekst'],
    ['solbakken', unitName],
    ['formel', '=1+1'],
  ]),
});
const csvOf = async (about = named()) => Buffer.from((await press(about, 'csv', 'nb', now)).bytes).toString('utf8');

describe('the figures of a month as CSV', () => {
  it('opens in Norwegian Excel, line by line: months, areas, units, modules and new staff', async () => {
    const lines = (await csvOf()).split('\r\n');
    expect(lines).toEqual([
      '\ufeffHva;Når;Sted;Modul;Ansatte;I mål;Over fristen;På vei;Ikke begynt;Andel i mål (%)',
      'Måned for måned;01.10.2026;Fjordvik kommune;;–;–;–;–;–;–',
      'Måned for måned;01.11.2026;Fjordvik kommune;;100;80;15;for få;5;80,0',
      'Områder;02.11.2026;Oppvekst;;100;80;15;for få;5;80,0',
      'Enheter;02.11.2026;Solbakken skole;;95;80;10;for få;5;84,2',
      `Enheter;02.11.2026;"'=1+1";;5;for få;5;for få;for få;–`,
      'Moduler;02.11.2026;Fjordvik kommune;Meldeplikt;100;90;;;;90,0',
      'Nyansatte;Andre kvartal 2026;Fjordvik kommune;;20;15;;;;75,0',
      '',
    ]);
  });

  it('tells no number from one to four, whatever was told', async () => {
    const five = fc.nat({ max: 40 }).map((fives) => 5 * fives);
    const some = fc.tuple(five, five, five, five).map((each) => counts(...each));
    await fc.assert(
      fc.asyncProperty(some, five, five, async (told, inTime, notInTime) => {
        const about: NamedOverview = {
          ...named(),
          overview: {
            ...overview,
            ...{ counts: told, trend: [{ month: '2026-11', counts: told }], parts: [] },
            units: [{ unitId: 'solbakken', counts: told }],
            newHires: [{ quarter: '2026-Q2', inTime, notInTime }],
          },
        };
        const rows: string[][] = parse(await csvOf(about), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
        for (const cell of rows.slice(1).flatMap((row) => row.slice(4, 9))) expect(cell).not.toMatch(/^[0-4]$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the figures of a month as a workbook', () => {
  it.each(locales)('has numbers as numbers, days as days, and says what is not told, in %s', async (locale) => {
    const { name, bytes } = await press(named(), 'xlsx', locale, now);
    expect(name).toMatch(/2026-11-02\.xlsx$/);
    const [numbers, about] = await rowsOf(bytes);
    expect(numbers?.rows[0]).toHaveLength(10);
    const month = numbers?.rows[2] ?? [];
    expect(month[1]).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect([...month.slice(4, 7), month[8], month[9]]).toEqual([100, 80, 15, 5, 80]);
    expect(month[7]).toMatch(/^(for få|too few)$/);
    expect(numbers?.rows[5]?.[2]).toBe('=1+1');
    expect(about?.rows.length).toBeGreaterThan(5);
  });
});

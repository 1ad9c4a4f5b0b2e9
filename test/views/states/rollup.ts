import type { Counts } from '../../../src/features/rollups/figures.ts';
import type { Overview } from '../../../src/features/rollups/read-overview.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type RollupModel, rollupView } from '../../../src/views/rollup.view.ts';
import { words } from '../../support/module-builder.ts';
import { strangeName } from '../strange-name.ts';

const counts = (done: number, late: number, onTheWay: number, notStarted: number): Counts => ({
  ...{ done, late, onTheWay, notStarted },
});
const unitNames = new Map([
  ['oppvekst', 'Oppvekst og utdanning'],
  ['helse', 'Helse og mestring'],
  ['solbakken', 'Solbakken skole'],
  ['blaklokka', 'Blåklokka barnehage'],
  ['strange', strangeName],
  ...Array.from(
    { length: 30 },
    (_, index) => [`unit-${index}`, `Nordre Fjordvik oppvekstsenter ${index + 1}`] as const,
  ),
]);
const moduleTitles = new Map([
  ['bti', words('BTI-veilederen')],
  ['meldeplikt', words('Meldeplikt')],
  ['avvergingsplikt', words('Avvergingsplikt')],
]);
const about = { unitNames, municipality: 'Fjordvik kommune', page: 0 };
const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const whole: Overview = {
  place: { place: 'municipality' },
  on: '2026-11-02',
  counts: counts(14_315, 1645, 2300, 1685),
  modules: [
    { moduleId: 'bti', done: 16_010, missing: 3935 },
    { moduleId: 'meldeplikt', done: 15_105, missing: 4840 },
    { moduleId: 'avvergingsplikt', done: 14_760, missing: 5185 },
    { moduleId: 'gone', done: 5, missing: 5 },
  ],
  parts: [
    { unitId: 'oppvekst', counts: counts(8400, 900, 1200, 800), opens: true },
    { unitId: 'helse', counts: counts(5600, 700, 1000, 800), opens: true },
    { unitId: '-', counts: counts(315, 45, 100, 85), opens: true },
  ],
  fewParts: 0,
  units: [],
  trend: months.map((month, index) => ({ month, counts: counts(9000 + 1000 * index, 4000 - 450 * index, 2300, 1685) })),
  newHires: [
    { quarter: '2026-Q3', inTime: 410, notInTime: 95 },
    { quarter: '2026-Q2', inTime: 300, notInTime: 140 },
    { quarter: '2026-Q1', inTime: 0, notInTime: 0 },
  ],
};
const area: Overview = {
  ...{ place: { place: 'below', unitId: 'oppvekst' }, on: '2026-11-02', counts: counts(75, 15, 10, 5), modules: [] },
  parts: [
    { unitId: 'solbakken', counts: counts(35, 10, 5, 5), opens: false },
    { unitId: 'blaklokka', counts: counts(0, 5, 0, 0), opens: false },
    { unitId: 'strange', counts: counts(40, 0, 0, 0), opens: false },
  ],
  ...{ fewParts: 3, units: [], trend: [{ month: '2026-11', counts: counts(75, 15, 10, 5) }], newHires: [] },
};
const many = Array.from({ length: 30 }, (_, index) => ({
  ...{ unitId: `unit-${index}`, counts: counts(35, 10, 5, 5), opens: false },
}));
const overview = (
  shown: Overview,
  more: Partial<
    Pick<Extract<RollupModel, { shows: 'overview' }>, 'page' | 'leadsBack' | 'use' | 'files' | 'notice'>
  > = {},
) => ({
  ...({
    ...about,
    shows: 'overview',
    overview: shown,
    moduleTitles,
    leadsBack: false,
    files: 'offered',
    ...more,
  } as const),
});

export const states = defineStates(rollupView, {
  'the municipality': overview(whole),
  'the use of the guide': overview(
    { ...whole, parts: [], trend: [], newHires: [] },
    {
      use: {
        quarter: '2026-Q3',
        uses: new Map([['guide', 1240] as const, ['search', 30] as const, ['not-understood', 20] as const]),
      },
    },
  ),
  'too little use to tell of': overview({ ...whole, parts: [] }, { use: { quarter: '2026-Q3', uses: new Map() } }),
  'an area': overview(area, { leadsBack: true }),
  'an area of many units': overview({ ...area, parts: many, fewParts: 1 }),
  'the second page': overview({ ...area, parts: many }, { page: 1 }),
  'too few to tell of': overview({ ...area, counts: counts(0, 0, 0, 0), parts: [], fewParts: 2 }),
  'too few done in a module, a month and a quarter': overview({
    ...{ ...area, modules: [{ moduleId: 'bti', done: 0, missing: 105 }] },
    trend: [{ month: '2026-10', counts: counts(0, 5, 10, 5) }, ...area.trend],
    newHires: [{ quarter: '2026-Q3', inTime: 0, notInTime: 15 }],
  }),
  'a month without anybody': overview({
    ...area,
    trend: [
      { month: '2026-09', counts: counts(0, 0, 0, 0) },
      { month: '2026-10', counts: counts(0, 5, 10, 5) },
      ...area.trend,
    ],
  }),
  'the file is asked about': overview(area, { leadsBack: true, notice: 'asked' }),
  'the file was not wanted': overview(area, { leadsBack: true, notice: 'declined' }),
  'it took too long': overview(area, { notice: 'expired' }),
  'nobody knows whether it came': overview(area, { notice: 'not-uploaded' }),
  'files are off': overview(area, { files: 'off', notice: 'off' }),
  'nothing yet': {
    ...{ ...about, shows: 'nothing', place: { place: 'municipality' }, leadsBack: false, nextOn: '2026-12-01' },
  },
  'nothing yet of a new unit': {
    ...{ ...about, shows: 'nothing', leadsBack: true, nextOn: '2027-01-04' },
    place: { place: 'below', unitId: 'helse' },
  },
  'somebody who leads two areas': { ...about, shows: 'choice', unitIds: ['oppvekst', 'strange'] },
  'somebody who leads nothing': { ...about, shows: 'choice', unitIds: [] },
});

import type { PublishedRow } from '../../src/features/rollups/publish-past-day.ts';
import type { StatusAt } from '../../src/features/rollups/read-status-at.ts';
import { strangeName } from './strange-name.ts';

const figures = (done: number, late: number, open: number) => ({ people: done + late + open, done, late, open });

/** An area with so many units. */
export function areaOf(name: string, units: number): readonly PublishedRow[] {
  const rows = Array.from({ length: units }, (_, at): PublishedRow => {
    const about = { level: 'unit', name: `Enhet ${at + 1} i ${name}` } as const;
    return { ...about, figures: figures(10 + 5 * (at % 11), 5 * (at % 3), at % 4 === 0 ? 0 : 10) };
  });
  return [{ level: 'area', name, figures: figures(units * 20, units * 5, units * 10) }, ...rows];
}

export const wholeOf = (done: number, late: number, open: number): PublishedRow => ({
  ...{ level: 'municipality', name: 'Fjordvik kommune', figures: figures(done, late, open) },
});

/** Of a first of a month. */
export const statusOf = (rows: readonly PublishedRow[], fewUnits = 0): StatusAt => ({
  ...{ on: '2026-11-01', rows, fewUnits, units: 'told' },
});

export const ordinary = statusOf(
  [
    wholeOf(1240, 85, 175),
    ...areaOf('Oppvekst', 4),
    { level: 'own-staff', name: 'Oppvekst', figures: figures(5, 0, 5) },
    { level: 'unit', name: 'Kulturskolen i Fjordvik', figures: figures(0, 10, 5) },
    { level: 'unit', name: strangeName, figures: figures(10, 5, 10) },
  ],
  3,
);
export const ofOne = statusOf([
  wholeOf(20, 0, 5),
  { level: 'unit', name: 'Solbakken skole', figures: figures(20, 0, 5) },
]);
export const ofMany = statusOf([
  wholeOf(9_840, 1_200, 2_960),
  ...['Barnehager', 'Skoler', 'Helse og omsorg', 'Velferd'].flatMap((name) => areaOf(name, 49)),
]);
export const anyDay: StatusAt = {
  ...statusOf([wholeOf(1240, 85, 175)]),
  on: '2026-11-17',
  units: 'first-of-month-only',
};
export const tooFew = statusOf([wholeOf(0, 0, 0)], 1);

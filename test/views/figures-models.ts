import type { PublishedFigures, PublishedRow } from '../../src/features/digests/figures.ts';
import type { StatusAt } from '../../src/features/digests/read-status-at.ts';
import { strangeName } from './strange-name.ts';

const figures = (done: number, late: number, open: number) => ({ people: done + late + open, done, late, open });

/** An area with so many units, every seventh of them hidden. */
export function areaOf(name: string, units: number): PublishedFigures {
  const rows = Array.from({ length: units }, (_, at): PublishedRow => {
    const about = { level: 'unit', name: `Enhet ${at + 1} i ${name}` } as const;
    return at % 7 === 6 ? { ...about, hidden: true } : { ...about, figures: figures(12 + at, at % 3 === 0 ? 0 : 6, 8) };
  });
  return [{ level: 'area', name, figures: figures(units * 20, units * 5, units * 7) }, ...rows];
}

export const wholeOf = (done: number, late: number, open: number): PublishedRow => ({
  ...{ level: 'municipality', name: 'Fjordvik kommune', figures: figures(done, late, open) },
});

/** Of a first of a month. */
export const statusOf = (rows: PublishedFigures): StatusAt => ({ on: '2026-11-01', rows, units: 'told' });

export const ordinary = statusOf([
  wholeOf(1240, 85, 175),
  ...areaOf('Oppvekst', 4),
  { level: 'own-staff', name: 'Oppvekst', hidden: true },
  { level: 'unit', name: 'Kulturskolen i Fjordvik', figures: figures(18, 0, 7) },
  { level: 'unit', name: strangeName, figures: figures(9, 6, 11) },
]);
export const ofOne = statusOf([
  wholeOf(20, 0, 7),
  { level: 'unit', name: 'Solbakken skole', figures: figures(20, 0, 7) },
]);
export const ofMany = statusOf([
  wholeOf(9_840, 1_200, 2_960),
  ...['Barnehager', 'Skoler', 'Helse og omsorg', 'Velferd'].flatMap((name) => areaOf(name, 49)),
]);
export const anyDay: StatusAt = { on: '2026-11-17', rows: [wholeOf(1240, 85, 175)], units: 'first-of-month-only' };
export const allHidden = statusOf([{ level: 'municipality', name: 'Fjordvik kommune', hidden: true }]);
export const nobody = statusOf([wholeOf(0, 0, 0)]);

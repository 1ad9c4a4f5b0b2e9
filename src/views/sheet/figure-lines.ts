import type { LocalDate } from '../../core/local-date.ts';
import type { PastFigures, PublishedRow } from '../../features/rollups/publish-past-day.ts';
import type { StatusAt } from '../../features/rollups/read-status-at.ts';
import type { ViewKit } from '../define-view.ts';
import { oneLine } from '../escape.ts';

/** One line of a file. `share`: of a hundred, with one decimal. */
export type FigureLine = PastFigures & { on: LocalDate; level: string; place: string; share: number };

export const shareOf = ({ done, people }: PastFigures): number =>
  people === 0 ? 0 : Math.round((done / people) * 1000) / 10;

/** The same lines as on the card, for all that is not one. */
export const figureLines = ({ on, rows }: StatusAt, kit: ViewKit): readonly FigureLine[] =>
  rows.map((row) => ({
    ...{ on, level: levelWords[row.level](kit), place: placeOf(row, kit) },
    ...{ ...row.figures, share: shareOf(row.figures) },
  }));

export function placeOf({ level, name }: PublishedRow, kit: ViewKit): string {
  const place = oneLine(name);
  return level === 'own-staff' ? kit.t('status-at.own-staff', { area: place }) : place;
}

const levelWords: Readonly<Record<PublishedRow['level'], (kit: ViewKit) => string>> = {
  municipality: (kit) => kit.t('status-at.file.levels.municipality'),
  area: (kit) => kit.t('status-at.file.levels.area'),
  'own-staff': (kit) => kit.t('status-at.file.levels.unit'),
  unit: (kit) => kit.t('status-at.file.levels.unit'),
};

/** The headings of the columns of a file, in the order of `FigureLine`. */
export const figureHeadings = (kit: ViewKit): readonly string[] => [
  ...[kit.t('status-at.file.date'), kit.t('status-at.file.level'), kit.t('status-at.file.place')],
  ...[kit.t('status-at.file.people'), kit.t('status-at.file.done'), kit.t('status-at.file.late')],
  ...[kit.t('status-at.file.open'), kit.t('status-at.file.share')],
];

/** What the numbers mean, and what they leave out. */
export const aboutFigures = ({ units, fewUnits }: StatusAt, kit: ViewKit): readonly string[] => [
  ...[
    kit.t('status-at.file.means'),
    kit.t('status-at.file.counted'),
    kit.t('status-at.known'),
    kit.t('status-at.in-fives'),
    kit.t('status-at.file.zero'),
  ],
  ...(fewUnits > 0 ? [kit.t('status-at.few-units', { count: fewUnits })] : []),
  ...(units === 'told' ? [] : [kit.t('status-at.month-only')]),
];

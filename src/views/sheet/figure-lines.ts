import type { LocalDate } from '../../core/local-date.ts';
import type { PastFigures, PublishedRow } from '../../features/rollups/publish-past-day.ts';
import type { StatusAt } from '../../features/rollups/read-status-at.ts';
import type { ViewKit } from '../define-view.ts';
import { oneLine } from '../escape.ts';
import { type Cell, nothing, shareOf, toldOf } from './overview-lines.ts';

/** The numbers of a line, and a word in the place of those that are too few to be told. `share`: of a hundred, with one decimal. */
export type FigureCells = Readonly<Record<keyof PastFigures | 'share', Cell>>;
/** One line of a file. */
export type FigureLine = FigureCells & { on: LocalDate; level: string; place: string };

/** The same lines as on the card, for all that is not one. */
export const figureLines = ({ on, rows }: StatusAt, kit: ViewKit): readonly FigureLine[] =>
  rows.map((row) => ({
    ...{ on, level: levelWords[row.level](kit), place: placeOf(row, kit) },
    ...figureCells(row.figures, kit),
  }));

/** As the files of the month tell it. */
export function figureCells(figures: PastFigures, kit: ViewKit): FigureCells {
  const { people } = figures;
  const told = (count: number): Cell => toldOf(count, people, kit);
  return {
    people: people === 0 ? nothing : people,
    ...{ done: told(figures.done), late: told(figures.late), open: told(figures.open) },
    share: shareOf(figures.done, people),
  };
}

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

import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import { withoutArea } from '../../features/rollups/areas.ts';
import { type Counts, peopleIn, standings } from '../../features/rollups/figures.ts';
import type { Overview } from '../../features/rollups/read-overview.ts';
import { firstDayOf } from '../../features/rollups/release-month.ts';
import type { ViewKit } from '../define-view.ts';
import { oneLine } from '../escape.ts';

/** What was told of a place, with the names that it takes to tell it. */
export type NamedOverview = {
  overview: Overview;
  municipality: string;
  unitNames: ReadonlyMap<string, string>;
  moduleTitles: ReadonlyMap<string, LocalText>;
};

/** A cell: a number that may be told, or a word in the place of one that may not. `''`: the column says nothing of this line. */
export type Cell = number | string;
/** `period`: a day, or the words for a quarter. `share`: of a hundred, with one decimal. */
export type OverviewLine = {
  table: string;
  period: LocalDate | { quarter: string };
  place: string;
  module: string;
  people: Cell;
  /** Done, late, on the way, not started. */
  standings: readonly [Cell, Cell, Cell, Cell];
  share: Cell;
};

/** Of nobody, or of so few that nothing is told. */
export const nothing = '–';

/**
 * The figures of a month as lines of one table: month by month, the areas, the units, the modules and the new staff. Made of what was told, in
 * fives, and of nothing else. Those who are too few stand as a word, so that nobody takes them for none.
 */
export function overviewLines(named: NamedOverview, kit: ViewKit): readonly OverviewLine[] {
  const { overview } = named;
  const { on } = overview;
  const whole = placeOf(named, kit);
  const of = (unitId: string): string => nameOf(unitId, named, kit);
  const areas = overview.parts.filter(({ opens }) => opens);
  return [
    ...overview.trend.map(({ month, counts }) =>
      countsLine(kit.t('rollup.file.trend'), { period: firstDayOf(month), place: whole }, counts, kit),
    ),
    ...areas.map(({ unitId, counts }) =>
      countsLine(kit.t('rollup.areas'), { period: on, place: of(unitId) }, counts, kit),
    ),
    ...overview.units.map(({ unitId, counts }) =>
      countsLine(kit.t('rollup.units'), { period: on, place: of(unitId) }, counts, kit),
    ),
    ...overview.modules.flatMap(({ moduleId, done, missing }) => {
      const title = named.moduleTitles.get(moduleId);
      const module = title && oneLine(kit.pick(title));
      return module === undefined
        ? []
        : [doneLine(kit.t('rollup.file.modules'), { period: on, place: whole, module }, done, missing, kit)];
    }),
    ...overview.newHires.map(({ quarter, inTime, notInTime }) =>
      doneLine(
        kit.t('rollup.hires'),
        { period: { quarter: quarterOf(quarter, kit) }, place: whole },
        inTime,
        notInTime,
        kit,
      ),
    ),
  ];
}

type About = Pick<OverviewLine, 'period' | 'place'> & { module?: string };

function countsLine(table: string, about: About, counts: Counts, kit: ViewKit): OverviewLine {
  const people = peopleIn(counts);
  const [done, late, onTheWay, notStarted] = standings.map((standing) => toldOf(counts[standing], people, kit));
  return {
    ...{ table, module: '', ...about, people: people === 0 ? nothing : people },
    standings: [done ?? nothing, late ?? nothing, onTheWay ?? nothing, notStarted ?? nothing],
    share: shareOf(counts.done, people),
  };
}

/** Of modules and new staff only who is done is told, of how many. */
function doneLine(table: string, about: About, done: number, missing: number, kit: ViewKit): OverviewLine {
  const people = done + missing;
  return {
    ...{ table, module: '', ...about, people: people === 0 ? nothing : people },
    standings: [toldOf(done, people, kit), '', '', ''],
    share: shareOf(done, people),
  };
}

export function toldOf(count: number, people: number, kit: ViewKit): Cell {
  if (people === 0) return nothing;
  return count === 0 ? kit.t('rollup.file.too-few') : count;
}

/** Of a hundred, with one decimal. */
export const shareOf = (done: number, people: number): Cell =>
  people === 0 || done === 0 ? nothing : Math.round((done / people) * 1000) / 10;

const placeOf = (named: NamedOverview, kit: ViewKit): string =>
  named.overview.place.place === 'municipality'
    ? oneLine(named.municipality)
    : nameOf(named.overview.place.unitId, named, kit);

const nameOf = (unitId: string, { unitNames }: NamedOverview, kit: ViewKit): string =>
  unitId === withoutArea ? kit.t('rollup.without-area') : oneLine(unitNames.get(unitId) ?? unitId);

function quarterOf(quarter: string, kit: ViewKit): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return kit.t('rollup.quarter', { number, year });
}

/** The headings of the columns of a file, in the order of `OverviewLine`. */
export const overviewHeadings = (kit: ViewKit): readonly string[] => [
  ...[kit.t('rollup.file.table'), kit.t('rollup.file.period'), kit.t('status-at.file.place')],
  ...[kit.t('rollup.file.module'), kit.t('status-at.file.people'), kit.t('status-at.file.done')],
  ...[kit.t('status-at.file.late'), kit.t('rollup.file.on-the-way'), kit.t('rollup.file.not-started')],
  kit.t('status-at.file.share'),
];

/** What the numbers mean, and what they leave out. */
export const aboutOverview = ({ overview }: NamedOverview, kit: ViewKit): readonly string[] => [
  kit.t('rollup.as-of', { date: kit.date(overview.on) }),
  kit.t('rollup.file.means'),
  kit.t('status-at.file.counted'),
  kit.t('rollup.in-fives'),
  kit.t('rollup.file.hidden'),
  kit.t('rollup.hires-plan'),
  ...(overview.fewParts > 0 ? [kit.t('rollup.few-parts', { count: overview.fewParts })] : []),
];

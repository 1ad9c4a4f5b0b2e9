import type { ViewKit } from '../define-view.ts';
import { csvFile, dottedDate } from './figures-csv.ts';
import { type NamedOverview, type OverviewLine, overviewHeadings, overviewLines } from './overview-lines.ts';

/** As the workbook, as Excel in Norwegian opens it with a double click. */
export const overviewCsv = (named: NamedOverview, kit: ViewKit): Buffer =>
  csvFile([overviewHeadings(kit), ...overviewLines(named, kit).map(cellsOf)]);

function cellsOf({ table, period, place, module, people, standings, share }: OverviewLine): readonly string[] {
  const when = typeof period === 'string' ? dottedDate(period) : period.quarter;
  const percent = typeof share === 'number' ? share.toFixed(1).replace('.', ',') : share;
  return [table, when, place, module, ...[people, ...standings].map(String), percent];
}

import type { LocalDate } from '../../core/local-date.ts';
import { type Report, type ReportKind, reportKinds } from './report.ts';

/** The open reports of one text. */
export type ReportSum = {
  contentId: string;
  count: number;
  kinds: readonly { kind: ReportKind; count: number }[];
  first: LocalDate;
  last: LocalDate;
};

/** One for each text: those with the most reports first, then by id. */
export function sumReports(reports: readonly Report[]): readonly ReportSum[] {
  return [...Map.groupBy(reports, ({ contentId }) => contentId)]
    .map(([contentId, ones]) => sumOf(contentId, ones))
    .sort((one, other) => other.count - one.count || (one.contentId < other.contentId ? -1 : 1));
}

function sumOf(contentId: string, reports: readonly Report[]): ReportSum {
  const dates = reports.map(({ on }) => on).toSorted();
  const counted = reportKinds.map((kind) => ({ kind, count: reports.filter((report) => report.kind === kind).length }));
  const [first = '0000-01-01'] = dates;
  return {
    contentId,
    count: reports.length,
    kinds: counted.filter(({ count }) => count > 0),
    first,
    last: dates.at(-1) ?? first,
  };
}

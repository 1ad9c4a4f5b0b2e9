import { toArray } from '../people/person-store.ts';
import type { ReportStore } from './report-store.ts';

/** `more-came`: somebody has reported since the list was shown, and nothing was closed. */
export type CloseReportsResult = { outcome: 'closed' | 'nothing-open' | 'more-came' };

/** Ends the reports of a text by deleting them, if there are no more than the coordinator has seen. */
export async function closeReports(
  { reports }: { reports: ReportStore },
  contentId: string,
  seen: number,
): Promise<CloseReportsResult> {
  const open = await toArray(reports.list(contentId));
  if (open.length === 0) return { outcome: 'nothing-open' };
  if (open.length > seen) return { outcome: 'more-came' };
  for (const report of open) await reports.delete(report);
  return { outcome: 'closed' };
}

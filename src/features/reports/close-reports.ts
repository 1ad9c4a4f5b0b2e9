import type { AuditEntry, AuditStore } from '../people/audit-store.ts';
import { toArray } from '../people/person-store.ts';
import type { ReportStore } from './report-store.ts';

/** `more-came`: somebody has reported since the list was shown, and nothing was closed. */
export type CloseReportsResult = { outcome: 'closed' | 'nothing-open' | 'more-came' };

type Closing = { contentId: string; seen: number; personId: string; now: Date };

/**
 * Ends the reports of a text by deleting them, if there are no more than the coordinator has seen. The audit comes first: what is
 * deleted cannot tell it afterwards. A press that was cut off in between is told again by the next.
 */
export async function closeReports(
  { reports, audit }: { reports: ReportStore; audit: Pick<AuditStore, 'create'> },
  closing: Closing,
): Promise<CloseReportsResult> {
  const open = await toArray(reports.list(closing.contentId));
  if (open.length === 0) return { outcome: 'nothing-open' };
  if (open.length > closing.seen) return { outcome: 'more-came' };
  await audit.create(entryOf(closing));
  for (const report of open) await reports.delete(report);
  return { outcome: 'closed' };
}

const entryOf = ({ contentId, personId, now }: Closing): AuditEntry => ({
  ...{ entryId: `reports-${contentId}`, at: now, actorId: personId },
  ...{ action: 'reports.close', subjectId: contentId },
});

import { canManage } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import type { Report } from './report.ts';
import { findReportable, type Reportable, type ReportableContent } from './reportable.ts';
import { type ReportSum, sumReports } from './sum-reports.ts';

/** `content` is absent for a text that is no longer there. */
export type ReportedText = ReportSum & { content?: Reportable };

/** The texts with open reports that this person looks after: who answers for one thing does not close what others shall mend. */
export function reportedTextsFor(
  person: Person,
  content: ReportableContent,
  reports: readonly Report[],
): readonly ReportedText[] {
  return sumReports(reports)
    .map((sum): ReportedText => ({ ...sum, content: findReportable(content, sum.contentId) }))
    .filter(({ content: text }) => canManage(person, text?.approval.owner));
}

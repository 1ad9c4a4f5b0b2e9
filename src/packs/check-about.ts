import type { LocalDate } from '../core/local-date.ts';
import { certificatesSchema } from './asks-schema.ts';
import { checkApproval } from './check-dates.ts';
import type { ContentProblem } from './content-problem.ts';
import { introductionSchema } from './introduction-schema.ts';
import { certificatesFile, introductionFile, readIfThere } from './load-asks.ts';

/** Files that are approved as a whole, and that nobody answers for today. What cannot be read is told when they are loaded. */
export async function checkAbout(folder: string, today: LocalDate): Promise<readonly ContentProblem[]> {
  const { value: introduction } = await readIfThere(folder, introductionFile, introductionSchema);
  const { value: certificates } = await readIfThere(folder, certificatesFile, certificatesSchema);
  return [
    { what: 'the introduction plan', file: introductionFile, read: introduction },
    { what: 'the list of courses', file: certificatesFile, read: certificates },
  ].flatMap(({ what, file, read }) => {
    const approval = read?.value.about?.approval;
    if (!read || !approval) return [];
    return checkApproval(what, approval, { file, line: read.lineOf(['about', 'approval']) }, today);
  });
}

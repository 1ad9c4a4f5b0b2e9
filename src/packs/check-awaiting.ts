import { isDraft } from '../core/approval.ts';
import type { LocalDate } from '../core/local-date.ts';
import type { ContentProblem } from './content-problem.ts';
import type { StepEntry } from './guide-schema.ts';
import { readGuideFiles } from './load-guide.ts';

/** The advice that nobody sees until a named professional has approved it, each line in full. What cannot be read is told when the guide is loaded. */
export async function checkAwaiting(folder: string, today: LocalDate): Promise<readonly ContentProblem[]> {
  const files = (await readGuideFiles(folder)).flatMap(({ value }) => value ?? []);
  return files.flatMap(({ file, value, lineOf }) =>
    value.steps.flatMap((step, at) => hidden(step, today, { file, line: lineOf(['steps', at, 'awaitsApproval']) })),
  );
}

function hidden(
  { id, awaitsApproval }: StepEntry,
  today: LocalDate,
  place: { file: string; line: number },
): ContentProblem[] {
  if (!awaitsApproval || !isDraft(awaitsApproval.approval, today)) return [];
  const { approval, dos, donts } = awaitsApproval;
  const lines = [...donts, ...dos].map(({ nb }) => `«${nb}»`).join(' ');
  return [
    {
      ...place,
      message: `${id}: utkast, shown to nobody: ${lines}`,
      remedy: `${approval.owner} corrects it and sets approvedBy, approvedAt and validTo`,
      severity: 'warning',
      notReady: 'unapproved',
    },
  ];
}

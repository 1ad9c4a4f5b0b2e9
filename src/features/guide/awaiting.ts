import { isDraft } from '../../core/approval.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { Step } from './guide.ts';

/** The step as anybody may see it today: advice that awaits approval is there, with who gave it, only while a named professional answers for it. */
export function asApproved(step: Step, today: LocalDate): Step {
  const { awaitsApproval, ...known } = step;
  if (!awaitsApproval || isDraft(awaitsApproval.approval, today)) return known;
  return { ...withAwaiting(step), awaitsApproval };
}

/** The step with its advice, whether anybody has approved it or not: for those who check it, never for a card. */
export function withAwaiting(step: Step): Step {
  const { awaitsApproval, ...known } = step;
  if (!awaitsApproval) return step;
  return {
    ...known,
    dos: [...step.dos, ...awaitsApproval.dos],
    donts: [...step.donts, ...awaitsApproval.donts],
  };
}

import type { LocalDate } from '../core/local-date.ts';
import { policiesSchema } from './asks-schema.ts';
import type { ContentProblem } from './content-problem.ts';
import { introductionSchema } from './introduction-schema.ts';
import { introductionFile, policiesFile, readIfThere } from './load-asks.ts';

/** Plans that name what is not there, and a list of days for new staff that has run out. */
export async function checkIntroduction(
  folder: string,
  moduleIds: ReadonlySet<string>,
  today: LocalDate,
): Promise<readonly ContentProblem[]> {
  const { value: read } = await readIfThere(folder, introductionFile, introductionSchema);
  if (!read) return [];
  const { value: policies } = await readIfThere(folder, policiesFile, policiesSchema);
  const policyIds = new Set(policies?.value.policies.map(({ id }) => id));
  const { plans, onboardingDays } = read.value;
  const strangers = plans.flatMap((plan, at): ContentProblem[] => {
    const place = { file: introductionFile, line: read.lineOf(['plans', at]) };
    const unknown = [
      ...plan.modules.filter((id) => !moduleIds.has(id)).map((id) => ({ id, what: 'module' })),
      ...plan.policies.filter((id) => !policyIds.has(id)).map((id) => ({ id, what: 'policy' })),
    ];
    return unknown.map(({ id, what }) => ({
      ...place,
      message: `the plan ${plan.id} names the ${what} ${id}, which is not there`,
      remedy: 'Correct the id, or take it away.',
    }));
  });
  const hasDay = plans.some(({ steps }) => steps.some(({ kind }) => kind === 'onboarding-day'));
  if (!hasDay || onboardingDays.some((day) => day >= today)) return strangers;
  return [
    ...strangers,
    {
      ...{ file: introductionFile, line: read.lineOf(['onboardingDays']), severity: 'warning' },
      message: 'no day for new staff lies ahead, so new hires are told that none is set',
      remedy: 'Write the next days under onboardingDays.',
    },
  ];
}

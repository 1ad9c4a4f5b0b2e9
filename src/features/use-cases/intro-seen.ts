import type { LocalDate } from '../../core/local-date.ts';
import type { LocalText } from '../../core/locale.ts';
import type { IntroStep } from '../catalogue/intro-plan.ts';
import { profileRow } from '../people/person-rows.ts';
import type { IntroTick } from '../progress/intro-tick.ts';
import { type IntroNeeds, readIntro } from './intro-plans.ts';
import { type IntroSeers, readIntroSeers } from './intro-roles.ts';

/** What others see of somebody's introduction, by name, while it lasts. */
export type IntroSeen = {
  seers: IntroSeers;
  learnt: readonly { id: string; title: LocalText; isDone: boolean }[];
  steps: readonly { step: IntroStep; tick?: IntroTick }[];
};

/** `undefined` where nobody is being introduced, or nobody else sees it. Throws Failure `unavailable` or `throttled`. */
export async function readIntroSeen(
  needs: Omit<IntroNeeds, 'audit'>,
  personId: string,
  today: LocalDate,
): Promise<IntroSeen | undefined> {
  // As it is stored: the plan is the own one also on days when one stands in for a leader.
  const person = (await needs.people.get(personId, profileRow))?.value;
  const intro = person && (await readIntro(needs, person, today));
  if (!intro) return undefined;
  const seers = await readIntroSeers(needs, intro, today);
  if (!seers.leader && seers.mentorName === undefined) return undefined;
  return {
    seers,
    learnt: [
      ...intro.modules.map(({ module, standing }) => ({
        ...{ id: module.moduleId, title: module.title, isDone: standing === 'done' },
      })),
      ...intro.policies.map(({ policy, standing }) => ({
        ...{ id: policy.policyId, title: policy.title, isDone: standing === 'read' },
      })),
    ],
    steps: intro.steps.map(({ step, tick }) => ({ step, ...(tick && { tick }) })),
  };
}

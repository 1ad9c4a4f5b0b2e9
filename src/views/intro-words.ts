import type { Catalogue } from '../features/catalogue/catalogue.ts';
import type { IntroStep } from '../features/catalogue/intro-plan.ts';
import type { ViewKit } from './define-view.ts';

export function introStepWords(step: IntroStep, kit: ViewKit): string {
  if (step.kind === 'task') return kit.pick(step.title);
  if (step.kind === 'bti-contact') return kit.t('intro.bti-contact');
  return step.kind === 'mentor' ? kit.t('intro.mentor') : kit.t('intro.day');
}

/** A step that the pack has no more goes by its id. */
export function introStepName({ introduction }: Catalogue, stepId: string, kit: ViewKit): string {
  const steps = introduction?.plans.flatMap((plan) => plan.steps) ?? [];
  const step = steps.find((each) => each.stepId === stepId);
  return step ? introStepWords(step, kit) : stepId;
}

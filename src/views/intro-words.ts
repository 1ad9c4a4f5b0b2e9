import type { Catalogue } from '../features/catalogue/catalogue.ts';
import type { IntroStep, IntroTicker } from '../features/catalogue/intro-plan.ts';
import type { IntroTick } from '../features/progress/intro-tick.ts';
import type { IntroSeen } from '../features/use-cases/intro-seen.ts';
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

/** When a step was done, and by whom it was ticked, or that it is not. */
export const tickWords = (tick: IntroTick | undefined, kit: ViewKit): string =>
  tick ? tickedWords[tick.as](kit.day(tick.at), kit) : kit.t('intro.not-done');

const tickedWords: Readonly<Record<IntroTicker, (day: string, kit: ViewKit) => string>> = {
  self: (day, kit) => kit.t('intro.ticked.self', { day }),
  leader: (day, kit) => kit.t('intro.ticked.leader', { day }),
  mentor: (day, kit) => kit.t('intro.ticked.mentor', { day }),
};

/** What others see of an introduction, line by line, but for the modules that are `told` before; of one that only the mentor sees, just that. */
export function introFacts(
  { seers, learnt, steps }: IntroSeen,
  told: readonly { moduleId: string }[],
  kit: ViewKit,
): readonly { label: string; value: string }[] {
  const { leader, mentorName } = seers;
  const rest = learnt.filter(({ id }) => !told.some(({ moduleId }) => moduleId === id));
  const name = mentorName && kit.plain(mentorName);
  const mentor = name && { label: kit.t('intro.seen.mentor'), value: kit.t('intro.seen.mentor-value', { name }) };
  if (!leader) return mentor ? [mentor] : [];
  const done = [...learnt.map(({ isDone }) => isDone), ...steps.map(({ tick }) => tick !== undefined)];
  return [
    {
      label: kit.t('intro.title'),
      value: kit.t('intro.count', { done: done.filter(Boolean).length, of: done.length }),
    },
    ...rest.map(({ title, isDone }) => ({
      label: kit.pick(title),
      value: isDone ? kit.t('intro.done') : kit.t('intro.not-done'),
    })),
    ...steps.map(({ step, tick }) => ({ label: introStepWords(step, kit), value: tickWords(tick, kit) })),
    ...(mentor ? [mentor] : []),
  ];
}

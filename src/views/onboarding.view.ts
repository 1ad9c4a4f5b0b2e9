import type { LocalDate } from '../core/local-date.ts';
import type { LocalText } from '../core/locale.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { type LookedAfter, lookedAfterLines } from './looked-after-lines.ts';

export type OnboardingModule = {
  moduleId: string;
  title: LocalText;
  minutes: number;
  dueOn?: LocalDate;
  standing: 'not-started' | 'on-the-way';
};

/** `hasIntro`: there is a plan for the introduction too. `modules`: the priority modules that are not done yet, at least one, the one to begin with first. */
export type OnboardingModel = LookedAfter & {
  givenName: string;
  modules: readonly OnboardingModule[];
  hasIntro?: true;
};

/** The first card a new hire gets: what Undring is, the modules with their dates, and one way to begin. */
export const onboardingView = defineView<OnboardingModel>('onboarding', (model, kit) => ({
  data: {
    title: kit.t('welcome.title', { name: kit.plain(model.givenName) }),
    worried: kit.t('welcome.onboarding.worried'),
    reports: lookedAfterLines(model, kit),
    modulesTitle: kit.t('welcome.onboarding.modules', { count: model.modules.length }),
    modules: model.modules.map((module) => ({
      title: kit.pick(module.title),
      due: dueText(module, kit),
      minutes: kit.t('welcome.onboarding.minutes', { minutes: module.minutes }),
    })),
    timeAtWork: kit.t('welcome.onboarding.time-at-work'),
    small: kit.t('common.not-written'),
    actions: buttons(model, kit),
  },
  summary: kit.t('welcome.onboarding.summary', { count: model.modules.length }),
}));

function dueText({ dueOn }: OnboardingModule, kit: ViewKit): string {
  if (dueOn === undefined) return kit.t('welcome.onboarding.no-due');
  const date = kit.date(dueOn);
  return dueOn < kit.today()
    ? kit.t('welcome.onboarding.overdue', { date })
    : kit.t('welcome.onboarding.due', { date });
}

function buttons({ modules: [first], hasIntro }: OnboardingModel, kit: ViewKit): readonly object[] {
  const isBegun = first?.standing === 'on-the-way';
  const title = isBegun ? kit.t('module.list.resume') : kit.t('welcome.onboarding.start');
  const start = first ? [kit.button('module.open', title, { moduleId: first.moduleId }, 'positive')] : [];
  return [
    ...start,
    kit.button('guide.start', kit.t('common.worried')),
    kit.button('module.list', kit.t('common.modules')),
    ...(hasIntro ? [kit.button('intro.show', kit.t('intro.title'))] : []),
    kit.button('digest.what-leader-sees', kit.t('common.what-leader-sees')),
  ];
}

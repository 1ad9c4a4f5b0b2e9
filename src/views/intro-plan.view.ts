import { localeTag } from '../core/locale.ts';
import type { IntroTicker } from '../features/catalogue/intro-plan.ts';
import { introductionContentId } from '../features/reports/reportable.ts';
import type { OwnIntro, OwnIntroStep } from '../features/use-cases/intro-plans.ts';
import type { IntroSeers } from '../features/use-cases/intro-roles.ts';
import { listFooter } from './content-footer.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { introStepWords, tickWords } from './intro-words.ts';
import { type Lines, lines } from './module-words.ts';
import { good, warning } from './notice-box.ts';

/** `roles`: what the reader is to the new hire. `seers`: who else sees it, told to the new hire. Absent `intro`: no plan is meant for the reader. */
export type IntroPlanModel =
  | { intro: OwnIntro; roles: readonly IntroTicker[]; seers?: IntroSeers; notice?: 'ticked' | 'already' | 'not-yours' }
  | { intro?: undefined; leads: boolean };

/** One introduction: what is done in Undring, and the steps beside it, each with a button for who may tick it. */
export const introPlanView = defineView<IntroPlanModel>('intro-plan', (model, kit) => {
  if (!model.intro) return withoutPlan(model.leads, kit);
  const { intro, roles, seers, notice } = model;
  const { person, modules, policies, steps } = intro;
  const isOwn = roles.includes('self');
  const title = isOwn ? kit.t('intro.title') : kit.t('intro.title-of', { name: kit.plain(person.displayName) });
  const done = countDone(intro);
  const back = { to: 'introduction' as const, ...(!isOwn && { personId: person.personId }) };
  return {
    data: {
      title,
      notices: notice
        ? [notice === 'ticked' ? good(kit.t('intro.notice.ticked')) : warning(noticeText(notice, kit))]
        : [],
      texts: lines(
        kit.t('intro.count', done),
        isOwn ? seers && seersWords(seers, kit) : kit.t('intro.begins', { date: kit.date(person.employedOn) }),
      ),
      groups: [
        {
          heading: kit.t('intro.modules'),
          rows: modules.map(({ module, standing }) => learntRow(kit.pick(module.title), standing === 'done', kit)),
        },
        {
          heading: kit.t('intro.policies'),
          rows: policies.map(({ policy, standing }) => learntRow(kit.pick(policy.title), standing === 'read', kit)),
        },
      ].filter(({ rows }) => rows.length > 0),
      steps: steps.map((each) => stepRow(each, model, kit)),
      footers: listFooter(intro.about, { contentId: introductionContentId, back }, kit),
      actions: isOwn
        ? [
            kit.button('module.list', kit.t('common.modules')),
            kit.button('policy.list', kit.t('intro.policies')),
            kit.button('welcome.show', kit.t('common.home')),
          ]
        : [kit.button('intro.people', kit.t('intro.people.title')), kit.button('welcome.show', kit.t('common.home'))],
    },
    summary: isOwn ? title : kit.t('intro.people.title'),
  };
});

function seersWords({ leader, mentorName }: IntroSeers, kit: ViewKit): string {
  if (mentorName === undefined) return leader ? kit.t('intro.sees.leader') : kit.t('intro.sees.nobody');
  return leader ? kit.t('intro.sees.both') : kit.t('intro.sees.mentor');
}

function withoutPlan(leads: boolean, kit: ViewKit) {
  const title = kit.t('intro.title');
  return {
    data: {
      ...{ title, notices: [], texts: lines(kit.t('intro.none')), groups: [], steps: [], footers: [] },
      actions: [
        ...(leads ? [kit.button('intro.people', kit.t('intro.people.title'))] : []),
        kit.button('welcome.show', kit.t('common.home')),
      ],
    },
    summary: title,
  };
}

function countDone({ modules, policies, steps }: OwnIntro): { done: number; of: number } {
  const done = [
    ...modules.map(({ standing }) => standing === 'done'),
    ...policies.map(({ standing }) => standing === 'read'),
    ...steps.map(({ tick }) => tick !== undefined),
  ];
  return { done: done.filter(Boolean).length, of: done.length };
}

const learntRow = (title: string, isDone: boolean, kit: ViewKit) => ({
  title,
  state: isDone ? kit.t('intro.done') : kit.t('intro.not-done'),
  color: isDone ? 'Good' : 'Default',
});

function stepRow(own: OwnIntroStep, { roles, intro }: Extract<IntroPlanModel, { intro: OwnIntro }>, kit: ViewKit) {
  const { step, tick } = own;
  const isMine = step.tickedBy.some((ticker) => roles.includes(ticker));
  const tickIt = (): CardAction =>
    kit.button('intro.tick', kit.t('intro.tick'), { personId: intro.person.personId, stepId: step.stepId });
  return {
    title: introStepWords(step, kit),
    details: detailsOf(own, intro, kit),
    state: tickWords(tick, kit),
    color: tick ? 'Good' : 'Default',
    sets: !tick && isMine ? [{ actions: [tickIt()] }] : [],
  };
}

function detailsOf(
  { step, on, tick }: OwnIntroStep,
  { mentorName, btiContactNames = [] }: OwnIntro,
  kit: ViewKit,
): Lines {
  if (step.kind === 'mentor') return lines(mentorName ? kit.plain(mentorName) : kit.t('intro.no-mentor'));
  if (step.kind === 'bti-contact') {
    const names = btiContactNames.map((name) => kit.plain(name)).join(', ');
    return lines(names || kit.t('intro.no-bti-contact'));
  }
  if (step.kind === 'onboarding-day') return lines(on ? kit.date(on) : kit.t('intro.no-day'));
  // Who may tick it is only worth a line while nobody has.
  return tick ? [] : lines(kit.t('intro.ticked-by', { who: listOf(step.tickedBy, kit) }));
}

const listOf = (tickers: readonly IntroTicker[], kit: ViewKit): string =>
  new Intl.ListFormat(localeTag(kit.locale), { type: 'disjunction' }).format(
    tickers.map((ticker) => tickerWords[ticker](kit)),
  );

const tickerWords: Readonly<Record<IntroTicker, (kit: ViewKit) => string>> = {
  self: (kit) => kit.t('intro.by.self'),
  leader: (kit) => kit.t('intro.by.leader'),
  mentor: (kit) => kit.t('intro.by.mentor'),
};

const noticeText = (notice: 'already' | 'not-yours', kit: ViewKit): string =>
  notice === 'already' ? kit.t('intro.notice.already') : kit.t('intro.notice.not-yours');

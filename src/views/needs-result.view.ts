import { localeTag } from '../core/locale.ts';
import type { Recommended } from '../features/catalogue/recommend-modules.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { draftLines, lines } from './module-words.ts';
import { newMeetingLink } from './new-meeting-link.ts';

export type NeedsResultModel = { recommended: readonly Recommended[] };

/** The modules that fit what the leader chose, each with its plan and a meeting to call. */
export const needsResultView = defineView<NeedsResultModel>('needs-result', ({ recommended }, kit) => ({
  data: {
    title: kit.t('needs.result'),
    texts: lines(recommended.length > 0 ? kit.t('needs.result-intro') : kit.t('needs.result-none')),
    rows: recommended.map((item) => rowOf(item, kit)),
    note: kit.t('needs.not-stored'),
    actions: [kit.button('needs.open', kit.t('needs.again')), kit.button('welcome.show', kit.t('common.home'))],
  },
  summary: kit.t('needs.result'),
}));

function rowOf({ module, areas, need }: Recommended, kit: ViewKit) {
  const names = new Intl.ListFormat(localeTag(kit.locale)).format(areas.map(({ name }) => kit.pick(name)));
  const title = kit.pick(module.title);
  const words = { module: title, minutes: module.group.minutes };
  const link = newMeetingLink({ subject: kit.t('needs.subject', words), content: kit.t('needs.body', words) });
  const [plan, invite] = [kit.t('needs.plan'), kit.t('needs.invite')];
  return {
    title,
    time: kit.t('needs.time', words),
    why: need === 'much' ? kit.t('needs.why-much', { areas: names }) : kit.t('needs.why-some', { areas: names }),
    drafts: draftLines(module, kit),
    actions: [
      { ...kit.button('group.open', plan, { moduleId: module.moduleId }), tooltip: `${plan}: ${title}` },
      { ...kit.link(invite, link), tooltip: `${invite}: ${title}` },
    ],
  };
}

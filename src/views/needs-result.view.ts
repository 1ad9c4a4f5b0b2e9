import { localeTag } from '../core/locale.ts';
import type { Recommended } from '../features/catalogue/recommend-modules.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { draftLines, lines } from './module-words.ts';

export type NeedsResultModel = { recommended: readonly Recommended[] };

/** The modules that fit what the leader chose, and ways to take them together. */
export const needsResultView = defineView<NeedsResultModel>('needs-result', ({ recommended }, kit) => ({
  data: {
    title: kit.t('needs.result'),
    texts: lines(recommended.length > 0 ? kit.t('needs.result-intro') : kit.t('needs.result-none')),
    rows: recommended.map((item) => rowOf(item, kit)),
    note: kit.t('needs.not-stored'),
    actions: [
      ...(recommended.length > 0 ? [kit.button('group.open', kit.t('module.in-group'), undefined, 'positive')] : []),
      kit.button('needs.open', kit.t('needs.again')),
      kit.button('welcome.show', kit.t('common.home')),
    ],
  },
  summary: kit.t('needs.result'),
}));

function rowOf({ module, areas, need }: Recommended, kit: ViewKit) {
  const names = new Intl.ListFormat(localeTag(kit.locale)).format(areas.map(({ name }) => kit.pick(name)));
  return {
    title: kit.pick(module.title),
    why: need === 'much' ? kit.t('needs.why-much', { areas: names }) : kit.t('needs.why-some', { areas: names }),
    drafts: draftLines(module, kit),
  };
}

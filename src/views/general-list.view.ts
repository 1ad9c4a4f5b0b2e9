import type { Module } from '../features/catalogue/module.ts';
import { defineView } from './define-view.ts';
import { draftLines, lines } from './module-words.ts';

/** `notice`: the module of the pressed card is gone, or is not for everybody any more. */
export type GeneralListModel = { modules: readonly Module[]; notice?: 'gone' };

/** What everybody may read, also who is not in the staff list. Nothing is kept of it, and the card says so. */
export const generalListView = defineView<GeneralListModel>('general-list', ({ modules, notice }, kit) => ({
  data: {
    title: kit.t('general.title'),
    notices: lines(notice && kit.t('general.gone')),
    texts: lines(modules.length > 0 ? kit.t('general.intro') : kit.t('general.none')),
    rows: modules.map((module) => ({
      title: kit.pick(module.title),
      summary: kit.pick(module.summary),
      drafts: draftLines(module, kit),
      open: kit.exit('general.open', kit.t('general.open', { module: kit.pick(module.title) }), {
        moduleId: module.moduleId,
      }),
    })),
    actions: [kit.button('guide.start', kit.t('common.worried')), kit.button('welcome.show', kit.t('common.home'))],
  },
  summary: kit.t('general.title'),
}));

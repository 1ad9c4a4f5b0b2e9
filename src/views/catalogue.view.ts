import type { Module } from '../features/catalogue/module.ts';
import type { OwnModule } from '../features/progress/own-modules.ts';
import { nextPriorityModule } from '../features/progress/own-modules.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { aboutModule, draftLines, lines, standingWords, titlesOf } from './module-words.ts';

/** `notice`: why the list is shown instead of what was pressed. */
/** `group`: the reader may lead a meeting about a module. */
export type CatalogueModel = { own: readonly OwnModule[]; notice?: CatalogueNotice; group?: 'offered' };
export type CatalogueNotice = 'gone' | 'not-for-you' | { takeFirst: readonly Module[] };

/** The modules that are meant for one person, with how each stands. */
export const catalogueView = defineView<CatalogueModel>('catalogue', ({ own, notice, group }, kit) => {
  const priority = own.filter(({ module }) => module.isPriority);
  const focus = own.filter((item) => !item.module.isPriority && item.focus.length > 0);
  const others = own.filter((item) => !item.module.isPriority && item.focus.length === 0);
  // The same line on every row would only be noise.
  const areAllDrafts = own.length > 1 && own.every(({ module }) => draftLines(module, kit).length > 0);
  const drafts: RowDrafts = areAllDrafts ? 'told-once' : 'each';
  const groups = [
    { heading: kit.t('module.list.priority'), rows: priority.map((item) => rowOf(item, drafts, kit)) },
    { heading: kit.t('module.list.focus'), rows: focus.map((item) => rowOf(item, drafts, kit)) },
    { heading: kit.t('module.list.others'), rows: others.map((item) => rowOf(item, drafts, kit)) },
  ];
  return {
    data: {
      title: kit.t('common.modules'),
      notices: lines(notice && noticeText(notice, kit)),
      count: countText(own, kit),
      groups: groups.filter(({ rows }) => rows.length > 0),
      drafts: lines(areAllDrafts ? kit.t('module.list.drafts') : undefined),
      actions: [...actionsOf(own, kit), ...(group ? [kit.button('group.open', kit.t('module.in-group'))] : [])],
    },
    summary: kit.t('common.modules'),
  };
});

type RowDrafts = 'each' | 'told-once';

function countText(own: readonly OwnModule[], kit: ViewKit): string {
  const done = own.filter(({ standing }) => standing === 'done').length;
  if (own.length === 0) return kit.t('module.list.empty');
  if (done === own.length) return kit.t('progress.all-done');
  const isFree = own.every(({ waitsFor }) => waitsFor.length === 0);
  const count = kit.t('module.list.count', { done, of: own.length });
  return isFree ? `${count} ${kit.t('module.list.free-order')}` : count;
}

function rowOf(own: OwnModule, drafts: RowDrafts, kit: ViewKit) {
  const { module } = own;
  const title = kit.pick(module.title);
  const { text, color } = standingWords(own, kit);
  return {
    title,
    about: [aboutModule(module, kit), ...own.focus.map(({ name }) => kit.pick(name))].join(' · '),
    state: text,
    color,
    drafts: drafts === 'each' ? draftLines(module, kit) : [],
    open: kit.button('module.open', kit.t('module.list.open', { module: title }), { moduleId: module.moduleId }),
  };
}

function actionsOf(own: readonly OwnModule[], kit: ViewKit): readonly CardAction[] {
  const next = nextPriorityModule(own);
  const progress = kit.button('progress.show', kit.t('common.progress'));
  if (!next) return [progress];
  const { moduleId } = next.module;
  const title = next.standing === 'on-the-way' ? kit.t('module.list.resume') : kit.t('module.list.begin');
  return [kit.button('module.open', title, { moduleId }, 'positive'), progress];
}

function noticeText(notice: CatalogueNotice, kit: ViewKit): string {
  if (notice === 'gone') return kit.t('module.notice.gone');
  if (notice === 'not-for-you') return kit.t('module.notice.not-for-you');
  return kit.t('module.notice.take-first', { modules: titlesOf(notice.takeFirst, kit) });
}

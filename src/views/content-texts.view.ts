import type { Module } from '../features/catalogue/module.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { type TextChange, textChangeRow } from './text-change-words.ts';

export type ContentTextsModel = {
  module: Module;
  textsId: string;
  /** Who sent the workbook, and when. */
  by: string;
  at: Date;
  status: 'unsent' | 'waiting' | 'waiting-own';
  changes: readonly TextChange[];
  /** From 0. */
  page: number;
};

const pageSize = 3;

/** New texts of a module, each before and after, some at a time: who approves them has to come past all of them. */
export const contentTextsView = defineView<ContentTextsModel>('content-texts', (model, kit) => {
  const { module, by, at, changes } = model;
  const pages = Math.max(1, Math.ceil(changes.length / pageSize));
  const page = Math.min(model.page, pages - 1);
  const from = page * pageSize;
  const shown = changes.slice(from, from + pageSize);
  const place = { from: from + 1, to: from + shown.length, count: changes.length };
  return {
    data: {
      title: kit.t('content.texts.title'),
      about: kit.t('content.texts.about', { module: kit.pick(module.title), name: kit.plain(by), day: kit.day(at) }),
      text: statusWords(model.status, kit),
      where: pages > 1 ? kit.t('content.texts.page', place) : kit.t('content.texts.count', { count: changes.length }),
      changes: shown.map((change) => textChangeRow(change, kit)),
      actions: actionsOf(model, { page, pages }, kit),
    },
    summary: kit.t('content.summary'),
  };
});

function statusWords(status: ContentTextsModel['status'], kit: ViewKit): string {
  if (status === 'unsent') return kit.t('content.texts.unsent');
  return status === 'waiting' ? kit.t('content.texts.waiting') : kit.t('content.texts.waiting-own');
}

function actionsOf(
  { module: { moduleId }, textsId: of, status }: ContentTextsModel,
  { page, pages }: { page: number; pages: number },
  kit: ViewKit,
): readonly CardAction[] {
  const data = { moduleId, of };
  const isLast = page === pages - 1;
  const to = (at: number, title: string): CardAction => kit.button('content.texts', title, { ...data, page: at });
  const next = { ...to(page + 1, kit.t('content.texts.next')), style: 'positive' };
  const accept = kit.button('content.accept-texts', kit.t('content.texts.accept'), data, 'positive');
  const send = kit.button('content.send-texts', kit.t('content.texts.send'), data, 'positive');
  return [
    ...(isLast ? [] : [next]),
    ...(isLast && status === 'waiting' ? [accept] : []),
    ...(isLast && status === 'unsent' ? [send] : []),
    ...(page > 0 ? [to(page - 1, kit.t('content.texts.previous'))] : []),
    kit.button('content.drop-texts', kit.t('content.texts.drop'), data, 'destructive'),
    kit.button('content.module', kit.t('content.texts.to-module'), { moduleId }),
  ];
}

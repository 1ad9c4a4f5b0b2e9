import type { Module } from '../features/catalogue/module.ts';
import { defineView } from './define-view.ts';

/** Those that the person has done, the latest first. */
export type ShareChooseModel = { modules: readonly Module[] };

/** Which module to tell the colleagues about. */
export const shareChooseView = defineView<ShareChooseModel>('share-choose', ({ modules }, kit) => {
  const title = kit.t('follow-up.share.button');
  const list = kit.button('module.list', kit.t('common.modules'));
  return {
    data: {
      title,
      text: modules.length > 0 ? kit.t('follow-up.share.choose') : kit.t('follow-up.share.none'),
      rows: modules.map(({ moduleId, title: name }) => ({
        actions: [kit.button('share.show', kit.pick(name), { moduleId })],
      })),
      actions: [list],
    },
    summary: title,
  };
});

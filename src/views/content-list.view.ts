import type { Module } from '../features/catalogue/module.ts';
import type { ModuleStatus, NumberStatus } from '../features/content/content-status.ts';
import type { Contact } from '../features/guide/facts.ts';
import { type ContentNotice, moduleStatusWords, noticeOf, numberStatusWords } from './content-change-words.ts';
import { defineView, type ViewKit } from './define-view.ts';

export type ContentListModel = {
  modules: readonly { module: Module; status: ModuleStatus; hasTextsWaiting: boolean }[];
  numbers: readonly { contact: Contact; status: NumberStatus }[];
  notice?: ContentNotice;
};

/** All that somebody answers for, and how it stands. */
export const contentListView = defineView<ContentListModel>('content-list', ({ modules, numbers, notice }, kit) => {
  const groups = [
    { heading: kit.t('content.list.modules'), rows: modules.map((one) => moduleRow(one, kit)) },
    { heading: kit.t('content.list.numbers'), rows: numbers.map((one) => numberRow(one, kit)) },
  ];
  return {
    data: {
      title: kit.t('content.list.title'),
      text: kit.t('content.list.text'),
      notices: noticeOf(notice, kit),
      groups: groups.filter(({ rows }) => rows.length > 0),
      actions: [kit.button('welcome.show', kit.t('common.home'))],
    },
    summary: kit.t('content.summary'),
  };
});

function moduleRow({ module, status, hasTextsWaiting }: ContentListModel['modules'][number], kit: ViewKit) {
  const title = kit.pick(module.title);
  const { text, color } = moduleStatusWords(status, kit);
  return {
    title,
    about: kit.t('content.list.version', { version: module.version, owner: module.approval.owner }),
    state: hasTextsWaiting ? `${text} · ${kit.t('content.status.texts-waiting')}` : text,
    color: hasTextsWaiting ? 'Warning' : color,
    open: kit.button('content.module', kit.t('content.list.open', { title }), { moduleId: module.moduleId }),
  };
}

function numberRow({ contact, status }: ContentListModel['numbers'][number], kit: ViewKit) {
  const title = kit.pick(contact.name);
  const { text, color } = numberStatusWords(contact, status, kit);
  return {
    title,
    about: contact.owner,
    state: text,
    color,
    open: kit.button('content.number', kit.t('content.list.open', { title }), { contactId: contact.contactId }),
  };
}

import type { OwnPolicy } from '../features/progress/policy-reads.ts';
import { defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { good, type NoticeBox, warning } from './notice-box.ts';

/** `kept`: that one has just been read. `gone`: the pressed one is not there, or not for this person. */
export type PolicyListModel = {
  own: readonly OwnPolicy[];
  notice?: { notice: 'gone' } | { notice: 'kept'; policy: OwnPolicy['policy'] };
};

/** The guidelines that are meant for one person, and which of them are read. */
export const policyListView = defineView<PolicyListModel>('policy-list', ({ own, notice }, kit) => {
  const read = own.filter(({ standing }) => standing === 'read').length;
  return {
    data: {
      title: kit.t('policy.title'),
      notices: notice ? [noticeOf(notice, kit)] : [],
      texts: lines(own.length === 0 ? kit.t('policy.empty') : kit.t('policy.count', { read, of: own.length })),
      rows: own.map((item) => rowOf(item, kit)),
      actions: [kit.button('progress.show', kit.t('common.progress'))],
    },
    summary: kit.t('policy.title'),
  };
});

function rowOf(own: OwnPolicy, kit: ViewKit) {
  const title = kit.pick(own.policy.title);
  const { policyId } = own.policy;
  return {
    title,
    ...stateOf(own, kit),
    open: kit.button('policy.open', kit.t('policy.open', { policy: title }), { policyId }),
  };
}

function stateOf(own: OwnPolicy, kit: ViewKit): { state: string; color: string } {
  if (own.standing === 'read') return { state: kit.t('policy.read', { day: kit.day(own.at) }), color: 'Good' };
  const state = own.standing === 'unread' ? kit.t('policy.unread') : kit.t('policy.read-again');
  return { state, color: 'Accent' };
}

function noticeOf(notice: NonNullable<PolicyListModel['notice']>, kit: ViewKit): NoticeBox {
  if (notice.notice === 'gone') return warning(kit.t('policy.notice.gone'));
  return good(kit.t('policy.notice.kept', { policy: kit.pick(notice.policy.title) }));
}

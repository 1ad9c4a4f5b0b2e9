import { isDraft } from '../core/approval.ts';
import { currentVersion, type OwnPolicy } from '../features/progress/policy-reads.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { warning } from './notice-box.ts';

/** `changed`: the pressed card showed an older version. */
export type PolicyModel = { own: OwnPolicy; hint?: 'changed' };

/** One guideline to read, and the one button that says so. */
export const policyView = defineView<PolicyModel>('policy', ({ own, hint }, kit) => {
  const { policy } = own;
  const { title, text, url, approval } = policy;
  return {
    data: {
      title: kit.pick(title),
      notices: noticesOf(own, hint, kit).map(warning),
      texts: lines(text && kit.pick(text)),
      linkSets: url === undefined ? [] : [{ actions: [kit.link(kit.t('policy.link'), url)] }],
      states: lines(own.standing === 'read' ? kit.t('policy.read', { day: kit.day(own.at) }) : undefined),
      about: aboutOf(own, kit),
      drafts: lines(isDraft(approval, kit.today()) ? kit.t('module.draft') : undefined),
      actions: actionsOf(own, kit),
    },
    summary: kit.pick(title),
  };
});

function noticesOf(own: OwnPolicy, hint: PolicyModel['hint'], kit: ViewKit): readonly string[] {
  if (hint === 'changed') return [kit.t('policy.notice.changed')];
  return own.standing === 'read-again' ? [kit.t('policy.notice.read-again')] : [];
}

function aboutOf({ policy: { versions, approval } }: OwnPolicy, kit: ViewKit): string {
  const current = versions.at(-1);
  const date = current ? kit.date(current.validFrom) : '';
  return kit.t('policy.about', { version: current?.version ?? 1, date, owner: kit.plain(approval.owner) });
}

function actionsOf({ policy, standing }: OwnPolicy, kit: ViewKit): readonly CardAction[] {
  const list = kit.exit('policy.list', kit.t('policy.others'));
  if (standing === 'read') return [list];
  const data = { policyId: policy.policyId, version: currentVersion(policy) };
  return [kit.button('policy.confirm', kit.t('policy.confirm'), data, 'positive'), list];
}

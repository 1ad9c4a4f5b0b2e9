import { isDraft } from '../core/approval.ts';
import { currentVersion, type OwnPolicy } from '../features/progress/policy-reads.ts';
import { policyContentId } from '../features/reports/reportable.ts';
import { textFooter } from './content-footer.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { lines } from './module-words.ts';
import { warning } from './notice-box.ts';

/** `changed`: the pressed card showed an older version. `isForOthers`: who looks answers for it, and is not among those who are to read it. */
export type PolicyModel = { own: OwnPolicy; hint?: 'changed'; isForOthers?: boolean };

/** One guideline to read, and the one button that says so. */
export const policyView = defineView<PolicyModel>('policy', ({ own, hint, isForOthers = false }, kit) => {
  const { policy } = own;
  const { title, text, url } = policy;
  return {
    data: {
      title: kit.pick(title),
      notices: noticesOf(own, hint, kit).map(warning),
      texts: lines(text && kit.pick(text)),
      linkSets: url === undefined ? [] : [{ actions: [kit.link(kit.t('policy.link'), url)] }],
      states: lines(own.standing === 'read' ? kit.t('policy.read', { day: kit.day(own.at) }) : undefined),
      footers: [footerOf(own, kit)],
      actions: isForOthers ? [listButton(kit)] : actionsOf(own, kit),
    },
    summary: kit.pick(title),
  };
});

function noticesOf(own: OwnPolicy, hint: PolicyModel['hint'], kit: ViewKit): readonly string[] {
  if (hint === 'changed') return [kit.t('policy.notice.changed')];
  return own.standing === 'read-again' ? [kit.t('policy.notice.read-again')] : [];
}

/** Its version with the date that it holds from, its owner, whether it is a draft; and "Meld feil". */
function footerOf({ policy: { policyId, versions, approval } }: OwnPolicy, kit: ViewKit) {
  const current = versions.at(-1);
  const date = current ? kit.date(current.validFrom) : '';
  const about = kit.t('policy.about', { version: current?.version ?? 1, date, owner: kit.plain(approval.owner) });
  const text = isDraft(approval, kit.today()) ? `${about}\n\n${kit.t('module.draft')}` : about;
  return textFooter(text, { contentId: policyContentId(policyId), back: { to: 'policy', policyId } }, kit);
}

const listButton = (kit: ViewKit): CardAction => kit.exit('policy.list', kit.t('policy.others'));

function actionsOf({ policy, standing }: OwnPolicy, kit: ViewKit): readonly CardAction[] {
  const list = listButton(kit);
  if (standing === 'read') return [list];
  const data = { policyId: policy.policyId, version: currentVersion(policy) };
  return [kit.button('policy.confirm', kit.t('policy.confirm'), data, 'positive'), list];
}

import type { FollowUpModel } from '../features/reminders/follow-up.ts';
import { defineView } from './define-view.ts';
import { lines } from './module-words.ts';

export type PolicyChangedModel = Extract<FollowUpModel, { kind: 'policy' }>;

/** To who has read a guideline of which something that matters has changed. The guideline is a press away, and is confirmed there. */
export const policyChangedView = defineView<PolicyChangedModel>('policy-changed', ({ own, isRepeat }, kit) => {
  const { policyId, title } = own.policy;
  const heading = kit.t('policy.changed.title', { policy: kit.pick(title) });
  return {
    data: {
      title: heading,
      text: kit.t('policy.changed.text', { day: kit.day(own.at) }),
      repeats: lines(isRepeat ? kit.t('reminder.repeat') : undefined),
      actions: [kit.button('policy.open', kit.t('policy.changed.open'), { policyId }, 'positive')],
    },
    summary: heading,
  };
});

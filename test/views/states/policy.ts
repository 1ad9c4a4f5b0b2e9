import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { policyView } from '../../../src/views/policy.view.ts';
import { againPolicy, linkedPolicy, policy, readPolicy, unreadPolicy } from '../asks-models.ts';

export const states = defineStates(policyView, {
  'not read': { own: { policy, standing: 'unread' } },
  read: { own: readPolicy },
  'to be read again': { own: againPolicy },
  'a page outside, approved': { own: unreadPolicy },
  'text and page': { own: { policy: { ...linkedPolicy, text: policy.text }, standing: 'unread' } },
  'meant for others, for who answers for it': { own: { policy, standing: 'unread' }, isForOthers: true },
  'an old card was pressed': { own: againPolicy, hint: 'changed' },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { policyListView } from '../../../src/views/policy-list.view.ts';
import { againPolicy, policy, readPolicy, unreadPolicy } from '../asks-models.ts';

export const states = defineStates(policyListView, {
  'one read, one not': { own: [readPolicy, unreadPolicy] },
  'one to read again': { own: [againPolicy, unreadPolicy] },
  'just read': { own: [readPolicy], notice: { notice: 'kept', policy } },
  'one that is gone': { own: [readPolicy, unreadPolicy], notice: { notice: 'gone' } },
  none: { own: [] },
});

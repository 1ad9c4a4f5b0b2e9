import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { policyChangedView } from '../../../src/views/policy-changed.view.ts';
import { againPolicy } from '../asks-models.ts';

export const states = defineStates(policyChangedView, {
  'to be read again': { kind: 'policy', own: againPolicy, isRepeat: false },
  'sent again, read last year': {
    ...{ kind: 'policy', isRepeat: true },
    own: { ...againPolicy, at: new Date('2025-12-03T09:00:00Z') },
  },
});

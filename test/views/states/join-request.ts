import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { joinRequestView } from '../../../src/views/join-request.view.ts';

export const states = defineStates(joinRequestView, {
  asked: { state: 'asked', endsOn: '2026-12-23' },
  withdrawn: { state: 'withdrawn', asks: true },
  'withdrawn, not checked': { state: 'withdrawn' },
  'nothing is kept': { state: 'nothing', asks: true },
  'nothing is kept, nobody whom Teams knows': { state: 'nothing' },
});

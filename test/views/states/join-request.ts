import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { joinRequestView } from '../../../src/views/join-request.view.ts';

export const states = defineStates(joinRequestView, {
  asked: { state: 'asked', endsOn: '2026-12-23' },
  withdrawn: { state: 'withdrawn', asks: true },
  'withdrawn, not checked': { state: 'withdrawn' },
  'asked, of who has left': { state: 'asked', endsOn: '2026-12-23', left: true },
  'withdrawn, of who has left': { state: 'withdrawn', asks: true, left: true },
  'nothing is kept': { state: 'nothing', asks: true },
  'nothing is kept, nobody whom Teams knows': { state: 'nothing' },
});

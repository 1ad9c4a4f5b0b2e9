import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { eraseOwnView } from '../../../src/views/erase-own.view.ts';
import { retention } from '../own-data-models.ts';

export const states = defineStates(eraseOwnView, {
  asks: { stage: 'asks', erasable: { choices: 1, dates: 2, certificates: 1, answers: 2 }, retention },
  'asks about little': { stage: 'asks', erasable: { choices: 0, dates: 1, certificates: 0, answers: 1 }, retention },
  nothing: { stage: 'nothing', retention },
  erased: { stage: 'erased', retention },
  'no periods': { stage: 'erased' },
});

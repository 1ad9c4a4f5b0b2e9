import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { priorDeclineView } from '../../../src/views/prior-decline.view.ts';
import { pendingFor, priorLearning } from '../asks-models.ts';
import { strangeName } from '../strange-name.ts';

const { reasons } = priorLearning;

export const states = defineStates(priorDeclineView, {
  'four reasons': { item: pendingFor('Kari Lund'), reasons },
  'one reason': { item: pendingFor('Kari Lund', { place: undefined }), reasons: reasons.slice(0, 1) },
  'strange name': { item: pendingFor(strangeName), reasons },
});

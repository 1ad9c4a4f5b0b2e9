import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { shareChooseView } from '../../../src/views/share-choose.view.ts';
import { extra, guide, report } from '../module-models.ts';

export const states = defineStates(shareChooseView, {
  three: { modules: [report, guide, extra] },
  none: { modules: [] },
});

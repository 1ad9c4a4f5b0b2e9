import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { generalListView } from '../../../src/views/general-list.view.ts';
import { extra, guide, report } from '../module-models.ts';

export const states = defineStates(generalListView, {
  several: { modules: [guide, report, extra] },
  'one that is gone': { modules: [guide], notice: 'gone' },
  none: { modules: [] },
});

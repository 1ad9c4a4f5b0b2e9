import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { needsResultView } from '../../../src/views/needs-result.view.ts';
import { words } from '../../support/module-builder.ts';
import { guide, report } from '../module-models.ts';

const areas = [
  { areaId: 'a', name: words('samarbeid på tvers') },
  { areaId: 'b', name: words('psykisk helse') },
];

export const states = defineStates(needsResultView, {
  two: {
    recommended: [
      { module: guide, areas, need: 'much' },
      { module: report, areas: areas.slice(1), need: 'some' },
    ],
  },
  none: { recommended: [] },
});

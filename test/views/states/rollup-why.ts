import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { rollupWhyView } from '../../../src/views/rollup-why.view.ts';

export const states = defineStates(rollupWhyView, {
  'from the municipality': {},
  'from an area': { unitId: 'oppvekst' },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { needsFormView } from '../../../src/views/needs-form.view.ts';
import { words } from '../../support/module-builder.ts';

const areas = ['samarbeid på tvers', 'inkluderende læringsmiljø', 'psykisk helse', 'ledelse'].map((name, at) => ({
  areaId: `area-${at}`,
  name: words(name),
}));

export const states = defineStates(needsFormView, {
  empty: { areas },
  'nothing chosen': { areas, hint: 'nothing-chosen' },
  'no areas': { areas: [] },
});

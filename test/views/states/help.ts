import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { helpView } from '../../../src/views/help.view.ts';

export const states = defineStates(helpView, {
  employee: { audience: 'employee', municipality: 'Fjordvik kommune' },
  leader: { audience: 'leader', municipality: 'Fjordvik kommune' },
  coordinator: { audience: 'employee', municipality: 'Fjordvik kommune', reported: 3 },
  'coordinator, nothing reported': { audience: 'employee', municipality: 'Fjordvik kommune', reported: 0 },
  'somebody we do not know': { audience: 'guide-only', municipality: 'Fjordvik kommune' },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { groupPlanView } from '../../../src/views/group-plan.view.ts';
import { grouped } from '../group-models.ts';
import { guide } from '../module-models.ts';

export const states = defineStates(groupPlanView, {
  'for the leader of a unit': { module: grouped, ticks: 'own-units' },
  'for a coordinator': { module: grouped, ticks: 'nobody' },
  'an approved module': { module: { ...guide, group: grouped.group }, ticks: 'own-units' },
});

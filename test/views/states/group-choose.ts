import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { groupChooseView } from '../../../src/views/group-choose.view.ts';
import { grouped, sessionId } from '../group-models.ts';
import { extra, guide } from '../module-models.ts';

const modules = [guide, grouped, extra];

export const states = defineStates(groupChooseView, {
  'in the private chat': { place: 'private', modules },
  'where the group is': { place: 'shared', modules, sessionId },
  'where the group is, with a module named': { place: 'shared', modules, sessionId, chosenId: grouped.moduleId },
});

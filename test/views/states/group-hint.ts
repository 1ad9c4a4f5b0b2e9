import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { groupHintView } from '../../../src/views/group-hint.view.ts';

export const states = defineStates(groupHintView, { 'in a channel': {} });

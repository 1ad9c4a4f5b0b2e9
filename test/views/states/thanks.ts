import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { thanksView } from '../../../src/views/thanks.view.ts';

export const states = defineStates(thanksView, { thanks: {} });

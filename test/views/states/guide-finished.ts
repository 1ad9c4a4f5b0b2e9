import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { guideFinishedView } from '../../../src/views/guide-finished.view.ts';

export const states = defineStates(guideFinishedView, { done: {} });

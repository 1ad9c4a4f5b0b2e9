import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { pingView } from '../../../src/views/ping.view.ts';

export const states = defineStates(pingView, { 'the day has come': {} });

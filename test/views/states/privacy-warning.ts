import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { privacyWarningView } from '../../../src/views/privacy-warning.view.ts';

export const states = defineStates(privacyWarningView, { 'below the help': {} });

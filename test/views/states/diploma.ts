import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { diplomaView } from '../../../src/views/diploma.view.ts';

export const states = defineStates(diplomaView, {
  declined: { outcome: 'declined', moduleId: 'meldeplikt' },
  'declined, of a module that nobody knows': { outcome: 'declined' },
  'the address had expired': { outcome: 'expired', moduleId: 'meldeplikt' },
  'no answer from OneDrive': { outcome: 'not-uploaded', moduleId: 'meldeplikt' },
  'not completed': { outcome: 'not-completed', moduleId: 'meldeplikt' },
  'module gone': { outcome: 'module-gone' },
  'taken elsewhere': { outcome: 'taken-elsewhere' },
  'turned off': { outcome: 'off' },
});

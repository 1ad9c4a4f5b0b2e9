import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { ownDataFileView } from '../../../src/views/own-data-file.view.ts';

export const states = defineStates(ownDataFileView, {
  declined: { outcome: 'declined' },
  expired: { outcome: 'expired', format: 'pdf' },
  'not uploaded': { outcome: 'not-uploaded', format: 'json' },
  off: { outcome: 'off' },
});

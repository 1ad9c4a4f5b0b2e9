import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { expiryView } from '../../../src/views/expiry.view.ts';

export const states = defineStates(expiryView, {
  'a secret, sixty days': { what: 'secret', expiresOn: '2027-01-30', days: 60 },
  'a certificate, seven days': { what: 'certificate', expiresOn: '2026-12-08', days: 7 },
  tomorrow: { what: 'secret', expiresOn: '2026-12-02', days: 1 },
  today: { what: 'secret', expiresOn: '2026-12-01', days: 0 },
  'too late': { what: 'certificate', expiresOn: '2026-11-30', days: -1 },
});

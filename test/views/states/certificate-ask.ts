import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { certificateAskView } from '../../../src/views/certificate-ask.view.ts';
import { course } from '../asks-models.ts';

export const states = defineStates(certificateAskView, {
  'asked for the first time': { kind: course },
  'no date': { kind: course, hint: 'no-date' },
  'a date to come': { kind: course, takenOn: '2027-01-01', hint: 'in-future' },
  'too long ago': { kind: course, takenOn: '1930-01-01', hint: 'too-early' },
});

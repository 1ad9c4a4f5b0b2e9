import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { ownDataView } from '../../../src/views/own-data.view.ts';
import { everything, hasLeft, newHire, strangePerson } from '../own-data-models.ts';

export const states = defineStates(ownDataView, {
  everything: { data: everything, files: 'offered' },
  'a new hire': { data: newHire, files: 'offered' },
  'files are off': { data: everything, files: 'off' },
  'Teams asks': { data: everything, files: 'offered', notice: 'asked' },
  'has left': { data: hasLeft, files: 'offered', left: { goesOn: '2027-05-22' } },
  'has left, files are off, and nobody has set a day': { data: hasLeft, files: 'off', left: {} },
  'strange name': { data: strangePerson, files: 'off' },
});

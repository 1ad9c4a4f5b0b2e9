import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { ownDataAllView } from '../../../src/views/own-data-all.view.ts';
import { everything, hasLeft, manyReminders, newHire, retention, strangePerson } from '../own-data-models.ts';
import { pack } from '../print/print-run.ts';

const around = { catalogue: pack.catalogue, zone: pack.zone, retention };

export const states = defineStates(ownDataAllView, {
  'everything, the first page': { data: everything, around, page: 0 },
  'everything, the second page': { data: everything, around, page: 1 },
  'everything, the last page': { data: everything, around, page: 9 },
  'a section that goes on': { data: manyReminders, around, page: 2 },
  'a new hire': { data: newHire, around, page: 0 },
  'has left, and nobody has set a day': {
    data: hasLeft,
    around: { catalogue: pack.catalogue, zone: pack.zone },
    page: 0,
  },
  'strange name': { data: strangePerson, around, page: 0 },
});

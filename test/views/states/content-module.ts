import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentModuleView } from '../../../src/views/content-module.view.ts';
import { moduleHistory } from '../content-models.ts';
import { guide, report } from '../module-models.ts';

export const states = defineStates(contentModuleView, {
  'a draft that nobody has touched': { module: report, status: { status: 'draft' }, hiddenCards: 0, changes: [] },
  'just approved, with a card taken away': {
    ...{ module: guide, status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-20' } },
    ...{ hiddenCards: 1, changes: moduleHistory('ser'), notice: 'changed' },
  },
  'approved with a date that has passed': {
    ...{ module: report, status: { status: 'draft' }, hiddenCards: 0, changes: [], notice: 'date-past' },
  },
  'sent back twice': {
    module: report,
    status: { status: 'returned', reason: 'out-of-date', by: 'Per Vik', at: new Date('2026-11-20T09:00:00Z') },
    ...{ hiddenCards: 2, changes: moduleHistory('gone-card'), notice: 'unchanged' },
  },
});

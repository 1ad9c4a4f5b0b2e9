import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentModuleView } from '../../../src/views/content-module.view.ts';
import { moduleHistory } from '../content-models.ts';
import { guide, report } from '../module-models.ts';
import { aModuleState, textHistory, textsRead } from '../text-models.ts';

const plainState = { state: aModuleState(), hasSheets: true, putAside: 0, hiddenBefore: [] };

export const states = defineStates(contentModuleView, {
  'a draft that nobody has touched': {
    module: report,
    status: { status: 'draft' },
    hiddenCards: 0,
    changes: [],
    ...plainState,
  },
  'not written yet, one card taken away': {
    ...{ module: report, status: { status: 'draft' }, hiddenCards: 1, changes: moduleHistory('ser'), ...plainState },
    ...{ unwritten: { cardIds: report.cards.slice(1, 4).map(({ cardId }) => cardId), meeting: true, others: false } },
    notice: 'not-written',
  },
  'not written yet, and without workbooks': {
    ...{ module: report, status: { status: 'draft' }, hiddenCards: 0, changes: [], ...plainState, hasSheets: false },
    unwritten: { cardIds: [], meeting: true, others: true },
  },
  'just approved, with a card taken away': {
    ...{ module: guide, status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-20' } },
    ...{ hiddenCards: 1, changes: moduleHistory('ser'), notice: 'changed', ...plainState },
  },
  'approved with a date that has passed': {
    ...{
      module: report,
      status: { status: 'draft' },
      hiddenCards: 0,
      changes: [],
      notice: 'date-past',
      ...plainState,
      hasSheets: false,
    },
  },
  'sent back twice': {
    module: report,
    status: { status: 'returned', reason: 'out-of-date', by: 'Per Vik', at: new Date('2026-11-20T09:00:00Z') },
    ...{ hiddenCards: 2, changes: moduleHistory('gone-card'), notice: 'unchanged', ...plainState },
  },
  'new texts wait, and others can be taken back': {
    module: guide,
    status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-20' },
    ...{ hiddenCards: 0, changes: textHistory, notice: 'texts-sent-alone', ...plainState },
    state: aModuleState({ waiting: textsRead, textsIds: ['t0'] }),
  },
  'the workbook is on its way': {
    ...{
      module: report,
      status: { status: 'draft' },
      hiddenCards: 0,
      changes: [],
      notice: 'sheet-asked',
      ...plainState,
    },
  },
  'new files do not have the texts from the chat, and a card was taken away before them': {
    ...{ module: report, status: { status: 'draft' }, hiddenCards: 1, changes: textHistory, ...plainState },
    ...{ putAside: 3, hiddenBefore: report.cards.slice(0, 1).map(({ heading }) => heading) },
  },
});

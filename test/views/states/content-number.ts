import type { NumberStatus } from '../../../src/features/content/content-status.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentNumberView } from '../../../src/views/content-number.view.ts';
import { aContact, detailsHistory, numberHistory } from '../content-models.ts';

const waiting: NumberStatus = {
  ...{
    status: 'waiting',
    changeId: 'e',
    personId: 'kari',
    by: 'Kari Nordmann',
    confirmBy: '2026-11-24',
  },
  at: new Date('2026-11-20T09:00:00Z'),
};

const fresh: NumberStatus = { status: 'fresh' };

export const states = defineStates(contentNumberView, {
  'not set': {
    contact: aContact({ number: undefined }),
    status: { status: 'unset' },
    changes: [],
    details: fresh,
    personId: 'kari',
  },
  'just set, for who set it': {
    ...{
      contact: aContact(),
      status: waiting,
      changes: numberHistory.slice(0, 1),
      details: fresh,
      personId: 'kari',
      notice: 'changed',
    },
  },
  'waiting, for the second person': {
    ...{ contact: aContact(), status: waiting, changes: numberHistory.slice(0, 1), details: fresh, personId: 'per' },
  },
  confirmed: {
    contact: aContact(),
    status: { status: 'fresh' },
    changes: numberHistory,
    details: fresh,
    personId: 'per',
  },
  'no number was written': {
    ...{
      contact: aContact({ number: undefined }),
      status: { status: 'unset' },
      changes: [],
      details: fresh,
      personId: 'kari',
    },
    notice: 'no-number',
  },
  'just set, and nobody else may confirm it': {
    ...{ contact: aContact(), status: waiting, changes: numberHistory.slice(0, 1), details: fresh },
    ...{ personId: 'kari', notice: 'changed-alone' },
  },
  'nobody confirmed in time': {
    ...{ contact: aContact(), status: { ...waiting, confirmBy: '2026-11-20' }, changes: numberHistory.slice(0, 1) },
    ...{ details: { ...waiting, confirmBy: '2026-11-20' }, personId: 'per' },
  },
  'the words wait': {
    ...{ contact: aContact(), status: fresh, details: waiting, changes: detailsHistory.slice(0, 1), personId: 'per' },
  },
});

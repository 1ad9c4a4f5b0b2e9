import type { NumberStatus } from '../../../src/features/content/content-status.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentNumberView } from '../../../src/views/content-number.view.ts';
import { aContact, detailsHistory, numberHistory, outdoneByFiles } from '../content-models.ts';

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
const plain = { details: fresh, outdone: {} };

export const states = defineStates(contentNumberView, {
  'not set': {
    contact: aContact({ number: undefined }),
    status: { status: 'unset' },
    changes: [],
    ...plain,
    personId: 'kari',
  },
  'just set, for who set it': {
    ...{
      contact: aContact(),
      status: waiting,
      changes: numberHistory.slice(0, 1),
      ...plain,
      personId: 'kari',
      notice: 'changed',
    },
  },
  'waiting, for the second person': {
    ...{ contact: aContact(), status: waiting, changes: numberHistory.slice(0, 1), ...plain, personId: 'per' },
  },
  confirmed: {
    contact: aContact(),
    status: { status: 'fresh' },
    changes: numberHistory,
    ...plain,
    personId: 'per',
  },
  'no number was written': {
    ...{
      contact: aContact({ number: undefined }),
      status: { status: 'unset' },
      changes: [],
      ...plain,
      personId: 'kari',
    },
    notice: 'no-number',
  },
  'just set, and nobody else may confirm it': {
    ...{ contact: aContact(), status: waiting, changes: numberHistory.slice(0, 1), ...plain },
    ...{ personId: 'kari', notice: 'changed-alone' },
  },
  'nobody confirmed in time': {
    ...{ contact: aContact(), status: { ...waiting, confirmBy: '2026-11-20' }, changes: numberHistory.slice(0, 1) },
    ...{ details: { ...waiting, confirmBy: '2026-11-20' }, outdone: {}, personId: 'per' },
  },
  'the words wait': {
    ...{
      contact: aContact(),
      status: fresh,
      details: waiting,
      outdone: {},
      changes: detailsHistory.slice(0, 1),
      personId: 'per',
    },
  },
  'the files have another number and other words since': {
    ...{ contact: aContact({ number: '77 00 56 78', verifiedAt: '2026-11-23' }), status: fresh, details: fresh },
    ...{ changes: [...numberHistory, ...detailsHistory], outdone: outdoneByFiles, personId: 'kari' },
  },
});

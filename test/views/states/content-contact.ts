import type { NumberStatus } from '../../../src/features/content/content-status.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentContactView } from '../../../src/views/content-contact.view.ts';
import { words } from '../../support/module-builder.ts';
import { aContact, detailsHistory, outdoneByFiles } from '../content-models.ts';

const waiting: NumberStatus = {
  ...{ status: 'waiting', changeId: 'g', personId: 'kari', by: 'Kari Nordmann', confirmBy: '2026-11-24' },
  at: new Date('2026-11-20T09:00:00Z'),
};
const hours = { kind: 'weekdays', days: [1, 2, 3, 4, 5], from: '08:00', to: '15:30' } as const;

const untold = { of: 'g', outdone: {} };

export const states = defineStates(contentContactView, {
  untouched: { contact: aContact(), status: { status: 'unset' }, changes: [], ...untold, personId: 'kari' },
  'just changed, for who did it': {
    ...{ contact: aContact({ opening: hours }), status: waiting, changes: detailsHistory.slice(0, 1) },
    ...{ ...untold, personId: 'kari', notice: 'changed' },
  },
  'waiting, for the second person': {
    ...{ contact: aContact({ opening: { kind: 'always' } }), status: waiting, changes: detailsHistory.slice(0, 1) },
    ...untold,
    personId: 'per',
  },
  'nobody confirmed in time': {
    ...{ contact: aContact(), status: { ...waiting, confirmBy: '2026-11-20' }, changes: detailsHistory.slice(0, 1) },
    ...untold,
    personId: 'per',
  },
  'confirmed, with hours that the form has no fields for': {
    ...{ contact: aContact({ opening: { ...hours, days: [1, 3] } }), status: { status: 'fresh' } },
    ...{ changes: detailsHistory, ...untold, personId: 'per' },
  },
  'changed by somebody else meanwhile, with what was written': {
    ...{ contact: aContact({ opening: { kind: 'always' } }), status: waiting, changes: detailsHistory.slice(0, 1) },
    ...{ ...untold, personId: 'per', notice: 'other-change' },
    typed: { name: words('PPT'), use: words('råd om læring'), opening: 'weekdays', from: '08:00', to: '15:30' },
  },
  'refused, with what was written': {
    ...{
      contact: aContact(),
      status: { status: 'unset' },
      changes: [],
      ...untold,
      personId: 'kari',
      notice: 'text-not-plain',
    },
    typed: { name: words('**PPT**'), use: words('råd'), opening: 'weekdays', from: '08:00', to: '' },
  },
  'the files have other words since': {
    ...{ contact: aContact(), status: { status: 'unset' }, changes: detailsHistory, of: '', outdone: outdoneByFiles },
    personId: 'per',
  },
});

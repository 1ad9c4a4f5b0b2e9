import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentListView } from '../../../src/views/content-list.view.ts';
import { words } from '../../support/module-builder.ts';
import { aContact } from '../content-models.ts';
import { extra, guide, report } from '../module-models.ts';

const at = new Date('2026-11-20T09:00:00Z');
const waiting = { status: 'waiting', changeId: 'c', personId: 'kari', by: 'Kari Nordmann', at } as const;

export const states = defineStates(contentListView, {
  'each kind': {
    modules: [
      {
        module: guide,
        status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-01' },
        hasTextsWaiting: false,
      },
      { module: report, status: { status: 'draft' }, hasTextsWaiting: false },
      { module: extra, status: { status: 'returned', reason: 'wrong-fact', by: 'Per Vik', at }, hasTextsWaiting: true },
      { module: guide, status: { status: 'run-out', validTo: '2026-11-01' }, hasTextsWaiting: false },
    ],
    numbers: [
      { contact: aContact({ name: words('Barnevernet'), number: undefined }), status: { status: 'unset' } },
      { contact: aContact(), status: { ...waiting, confirmBy: '2026-11-24' } },
      { contact: aContact(), status: { ...waiting, confirmBy: '2026-11-20' } },
      { contact: aContact(), status: { status: 'stale' } },
      { contact: aContact(), status: { status: 'fresh' } },
    ],
  },
  'something that is gone was pressed': {
    modules: [{ module: report, status: { status: 'draft' }, hasTextsWaiting: false }],
    numbers: [],
    notice: 'gone',
  },
});

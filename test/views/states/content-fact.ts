import type { CheckStatus } from '../../../src/features/content/check-status.ts';
import type { Checkable } from '../../../src/features/content/checkable.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { contentFactView } from '../../../src/views/content-fact.view.ts';
import { words } from '../../support/module-builder.ts';

const law: Checkable = {
  ...{ factId: 'law:barnehageloven-46', kind: 'law', title: words('Barnehageloven § 46'), owner: 'kommuneadvokat' },
  ...{ sources: ['https://lovdata.no/lov/2005-06-17-64/§46'], checkedOn: '2026-11-20', validTo: '2027-05-20' },
};
const step: Checkable = {
  ...{ factId: 'step:violence', kind: 'step', title: words('Mistanke om vold'), owner: 'barnevernleder' },
  ...{ sources: ['https://www.bufdir.no/', 'https://lovdata.no/'], checkedOn: '2026-03-01' },
};
const contact: Checkable = {
  ...law,
  factId: 'contact:ppt',
  kind: 'contact',
  title: words('PPT'),
  sources: ['77 00 12 34'],
};
const waiting: CheckStatus = {
  ...{ status: 'waiting', changeId: 'a', personId: 'kari', by: 'Kari Nordmann', confirmBy: '2026-11-24' },
};
const made = { changeId: 'a', at: new Date('2026-11-20T09:00:00Z'), by: { personId: 'kari', name: 'Kari Nordmann' } };
const changes: readonly ContentChange[] = [
  { kind: 'fact-checked', ...made, factId: law.factId, confirmBy: '2026-11-23' },
  { kind: 'fact-confirmed', ...made, changeId: 'b', factId: law.factId, of: 'a', validTo: '2027-05-20' },
];
const common = { changes: [], personId: 'kari' };

export const states = defineStates(contentFactView, {
  'a law that was checked by two': { ...common, fact: law, status: { status: 'fresh' }, changes },
  'a step that is too old': { ...common, fact: step, status: { status: 'old' } },
  'just checked, for who did it': {
    ...common,
    fact: law,
    status: waiting,
    changes: changes.slice(0, 1),
    notice: 'changed',
  },
  'just checked, and nobody else may confirm it': {
    ...{ ...common, fact: law, status: waiting },
    ...{ changes: changes.slice(0, 1), notice: 'changed-alone' },
  },
  'for the second person': { ...common, fact: law, status: waiting, changes: changes.slice(0, 1), personId: 'per' },
  'nobody confirmed in time': {
    ...{ ...common, fact: law, changes: changes.slice(0, 1) },
    status: { ...waiting, confirmBy: '2026-11-20' },
  },
  'nobody confirmed in time, for another': {
    ...{ ...common, fact: law, changes: changes.slice(0, 1), personId: 'per' },
    status: { ...waiting, confirmBy: '2026-11-20' },
  },
  "a number of the municipality's own that ran out": {
    ...{ ...common, fact: { ...contact, validTo: '2026-11-01' }, contactId: 'ppt' },
    status: { status: 'run-out', validTo: '2026-11-01' },
  },
});

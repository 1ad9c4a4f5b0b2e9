import type { AdviceStatus } from '../../../src/features/content/advice-state.ts';
import type { ContentChange } from '../../../src/features/content/content-change.ts';
import { hasAdvice } from '../../../src/features/content/decide-check.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type ContentAdviceModel, contentAdviceView } from '../../../src/views/content-advice.view.ts';
import { theGuide } from '../../features/guide/the-guide.ts';

const [step] = [...theGuide.steps.values()].filter(hasAdvice);
if (!step) throw new TypeError('the guide has no advice that waits');
const { stepId } = step;
const waiting: AdviceStatus = {
  ...{
    status: 'waiting',
    changeId: 'a',
    personId: 'kari',
    by: 'Kari Nordmann',
    at: new Date('2026-11-23T09:00:00Z'),
    confirmBy: '2026-11-24',
  },
};
const made = { at: new Date('2026-11-20T09:00:00Z'), by: { personId: 'kari', name: 'Kari Nordmann' }, stepId };
const changes: readonly ContentChange[] = [
  { kind: 'advice-returned', changeId: 'c', ...made, wording: 'x', reason: 'wrong-fact' },
  { kind: 'advice-approved', changeId: 'a', ...made, wording: 'x', validTo: '2027-11-20', confirmBy: '2026-11-23' },
  { kind: 'advice-confirmed', changeId: 'b', ...made, of: 'a' },
];
const common = { step, changes: [], personId: 'kari' } as const;
const professional: ContentAdviceModel = { ...common, role: 'professional', status: { status: 'hidden' } };
const second: ContentAdviceModel = { ...professional, role: 'second', personId: 'per' };

export const states = defineStates(contentAdviceView, {
  'hidden, for the professional': professional,
  'hidden, for somebody else': second,
  'approved by the professional, who waits': {
    ...{ ...professional, status: waiting, changes: changes.slice(0, 2), notice: 'changed' },
  },
  'approved by the professional, and nobody else may confirm it': {
    ...{ ...professional, status: waiting, changes: changes.slice(0, 2), notice: 'changed-alone' },
  },
  'waiting for the second person': { ...second, status: waiting, changes: changes.slice(0, 2) },
  'nobody confirmed in time': {
    ...second,
    status: { ...waiting, confirmBy: '2026-11-20' },
    changes: changes.slice(0, 2),
  },
  'in force': { ...second, status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-20' }, changes },
  'in force, for the professional': {
    ...{ ...professional, status: { status: 'approved', by: 'Kari Nordmann', validTo: '2027-11-20' }, changes },
  },
  'sent back': {
    ...second,
    status: { status: 'returned', reason: 'wrong-fact', by: 'Per Vik' },
    changes: changes.slice(0, 1),
  },
  'run out': { ...professional, status: { status: 'run-out', validTo: '2026-11-01' }, notice: 'not-yours' },
});

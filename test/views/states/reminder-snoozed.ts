import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { reminderSnoozedView } from '../../../src/views/reminder-snoozed.view.ts';
import { reminderLine } from '../reminder-lines.ts';

const begun = reminderLine('meldeplikt', 'Meldeplikt', { place: { number: 4, of: 8 } });
const late = reminderLine('bti-veilederen', 'Praktisk bruk av BTI-veilederen', {
  deadlineOn: '2026-11-16',
  timing: 'overdue',
});
const undated = reminderLine('avvergingsplikt', 'Avvergingsplikt', { deadlineOn: undefined });

export const states = defineStates(reminderSnoozedView, {
  'put off': { result: { outcome: 'snoozed', on: '2026-11-24', lines: [begun], atLimit: [] }, maxSnoozes: 3 },
  'one put off, and one put off too often': {
    result: { outcome: 'snoozed', on: '2026-11-24', lines: [begun], atLimit: [late] },
    maxSnoozes: 3,
  },
  'put off while all sending is stopped': {
    result: { outcome: 'snoozed', on: '2026-11-24', lines: [begun], atLimit: [] },
    ...{ maxSnoozes: 3, isStopped: true },
  },
  'three put off': {
    result: { outcome: 'snoozed', on: '2026-11-24', lines: [late, begun, undated], atLimit: [] },
    maxSnoozes: 3,
  },
  'too often': { result: { outcome: 'limit-reached', lines: [begun] }, maxSnoozes: 3 },
  'nothing left': { result: { outcome: 'nothing-left' }, maxSnoozes: 3 },
});

import type { ReminderLine } from '../../../src/features/reminders/reminder-model.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { reminderView } from '../../../src/views/reminder.view.ts';
import { reminderLine } from '../reminder-lines.ts';

const begun = reminderLine('meldeplikt', 'Meldeplikt', { minutesLeft: 8, place: { number: 4, of: 8 } });
const fresh = reminderLine('avvergingsplikt', 'Avvergingsplikt', { deadlineOn: '2026-12-18', minutesLeft: 1 });
const late = reminderLine('bti-veilederen', 'Praktisk bruk av BTI-veilederen', {
  deadlineOn: '2026-11-16',
  timing: 'overdue',
});
const card = (lines: readonly ReminderLine[], more: { isRepeat?: true; cannotSnooze?: true } = {}) => ({
  lines,
  isRepeat: more.isRepeat === true,
  canSnooze: more.cannotSnooze !== true,
});

export const states = defineStates(reminderView, {
  'one, begun': card([begun]),
  'one, not begun, put off too often': card([fresh], { cannotSnooze: true }),
  'one, today, sent again': card([{ ...begun, deadlineOn: '2026-11-23', timing: 'today' }], { isRepeat: true }),
  'one, late': card([late]),
  'one, without a date': card([{ ...fresh, deadlineOn: undefined }]),
  three: card([late, begun, fresh]),
});

import type { CertificateLine } from '../../../src/features/reminders/certificate-reminder.ts';
import type { ReminderLine } from '../../../src/features/reminders/reminder-model.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { reminderView } from '../../../src/views/reminder.view.ts';
import { words } from '../../support/module-builder.ts';
import { reminderLine } from '../reminder-lines.ts';

const begun = reminderLine('meldeplikt', 'Meldeplikt', { minutesLeft: 8, place: { number: 4, of: 8 } });
const fresh = reminderLine('avvergingsplikt', 'Avvergingsplikt', { deadlineOn: '2026-12-18', minutesLeft: 1 });
const late = reminderLine('bti-veilederen', 'Praktisk bruk av BTI-veilederen', {
  deadlineOn: '2026-11-16',
  timing: 'overdue',
});
const again = { ...fresh, minutesLeft: 8, lastDoneAt: new Date('2025-11-20T09:00:00Z') };
const course: CertificateLine = { kindId: 'forstehjelp', name: words('Førstehjelp'), validTo: '2026-12-23' };
const over: CertificateLine = { ...course, validTo: '2026-10-23' };
type More = { isFromLeader?: true; isRepeat?: true; cannotSnooze?: true; certificates?: readonly CertificateLine[] };
const card = (lines: readonly ReminderLine[], more: More = {}) => ({
  lines,
  certificates: more.certificates ?? [],
  isRepeat: more.isRepeat === true,
  ...(more.isFromLeader && { isFromLeader: more.isFromLeader }),
  canSnooze: more.cannotSnooze !== true,
});

export const states = defineStates(reminderView, {
  'one, begun': card([begun]),
  'one, not begun, put off too often': card([fresh], { cannotSnooze: true }),
  'a leader has asked for it': card([{ ...begun, deadlineOn: '2026-11-20', timing: 'overdue' }], {
    isFromLeader: true,
  }),
  'one, today, sent again': card([{ ...begun, deadlineOn: '2026-11-23', timing: 'today' }], { isRepeat: true }),
  'one, late': card([late]),
  'one, without a date': card([{ ...fresh, deadlineOn: undefined }]),
  three: card([late, begun, fresh]),
  'one, to be taken again': card([again]),
  'several, one to be taken again, begun': card([late, { ...again, place: { number: 2, of: 8 } }]),
  'to be taken again, finished last week': card([{ ...again, lastDoneAt: new Date('2026-11-16T09:00:00Z') }]),
  'one, waits for the leader': card([{ ...begun, isWithLeader: true }]),
  'several, one waits for the leader': card([{ ...late, isWithLeader: true }, begun]),
  'the unit begins': { ...card([begun, fresh]), isIntroduction: true },
  'the unit begins, one module': { ...card([fresh]), isIntroduction: true },
  'a course runs out': card([], { certificates: [course] }),
  'a course runs out, sent again': card([], { certificates: [course], isRepeat: true }),
  'two courses run out': card([], { certificates: [course, { ...course, name: words('Brannvern') }] }),
  'a course has run out': card([], { certificates: [over] }),
  'two courses, one has run out': card([], { certificates: [over, { ...course, name: words('Brannvern') }] }),
  'a module and a course': card([begun], { certificates: [course] }),
  'three modules and a course': card([late, begun, fresh], { certificates: [course] }),
});

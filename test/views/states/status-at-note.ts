import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { statusAtNoteView } from '../../../src/views/status-at-note.view.ts';

const on = '2026-11-01';

export const states = defineStates(statusAtNoteView, {
  'a day to come': { outcome: 'not-yet', example: on },
  'no such date': { outcome: 'no-such-date', example: on },
  'before the municipality began': { outcome: 'before-start', startsOn: '2026-08-17' },
  'rows are deleted': { outcome: 'rows-gone', oldest: '2026-05-27' },
  'so few units that only the first of a month is told': { outcome: 'month-only', first: on },
  'still counting': { outcome: 'counting', on },
  'the question ran out': { outcome: 'expired', on, format: 'pdf' },
  'nobody knows whether it arrived': { outcome: 'not-uploaded', on, format: 'xlsx' },
  declined: { outcome: 'declined', on },
  'declined, from an old question': { outcome: 'declined' },
  'files are off': { outcome: 'off', on },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { guideRemindView } from '../../../src/views/guide-remind.view.ts';

export const states = defineStates(guideRemindView, {
  'a date is kept': { outcome: 'set', on: '2026-12-07' },
  'a date of next year is kept': { outcome: 'set', on: '2027-01-04' },
  'a date is kept while all sending is stopped': { outcome: 'set', on: '2026-12-07', isStopped: true },
  'it cannot be kept': { outcome: 'cannot', on: '2026-12-07' },
  'it cannot be kept, and there is no deadline': { outcome: 'cannot' },
  'taken away': { outcome: 'dropped' },
  'not taken away': { outcome: 'not-dropped', on: '2026-12-07' },
});

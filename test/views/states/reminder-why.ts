import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { reminderWhyView } from '../../../src/views/reminder-why.view.ts';
import { reminderLine } from '../reminder-lines.ts';

const begun = reminderLine('meldeplikt', 'Meldeplikt', { place: { number: 4, of: 8 } });

export const states = defineStates(reminderWhyView, {
  'one left': { lines: [begun], maxNudges: 3 },
  'two left, one without a date': {
    lines: [begun, reminderLine('avvergingsplikt', 'Avvergingsplikt', { deadlineOn: undefined })],
    maxNudges: 1,
  },
  'none left': { lines: [], maxNudges: 3 },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { preferencesView } from '../../../src/views/preferences.view.ts';

export const states = defineStates(preferencesView, {
  'nothing chosen': { preferences: { nudges: 'on' } },
  'questions just turned off': { preferences: { nudges: 'on', followUps: 'off' }, changed: 'follow-ups-off' },
  'questions just turned on': { preferences: { nudges: 'off', followUps: 'on' }, changed: 'follow-ups-on' },
  'reminders just turned off': { preferences: { nudges: 'off' }, changed: 'nudges-off' },
  'reminders just turned on': { preferences: { nudges: 'on', followUps: 'off' }, changed: 'nudges-on' },
});

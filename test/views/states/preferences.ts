import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { preferencesView } from '../../../src/views/preferences.view.ts';

export const states = defineStates(preferencesView, {
  'nothing chosen': { preferences: { nudges: 'on' } },
  'questions just turned off': { preferences: { nudges: 'on', followUps: 'off' }, changed: 'follow-ups-off' },
  'questions just turned on': { preferences: { nudges: 'off', followUps: 'on' }, changed: 'follow-ups-on' },
  'reminders just turned off': { preferences: { nudges: 'off' }, changed: 'nudges-off' },
  'reminders just turned on': { preferences: { nudges: 'on', followUps: 'off' }, changed: 'nudges-on' },
  'all of it chosen': {
    preferences: { nudges: 'on', locale: 'nn', window: 'morning', pausedUntil: '2026-12-18' },
    changed: 'paused',
  },
  'language just changed': { preferences: { nudges: 'on', locale: 'en' }, changed: 'language' },
  'time of day just changed': { preferences: { nudges: 'on', window: 'afternoon' }, changed: 'window' },
  'pause just ended': { preferences: { nudges: 'on' }, changed: 'pause-ended' },
  'no date': { preferences: { nudges: 'on' }, changed: 'no-date' },
});

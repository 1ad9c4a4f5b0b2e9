import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { introPlanView } from '../../../src/views/intro-plan.view.ts';
import { bareIntro, intro, newcomer } from '../intro-models.ts';
import { strangeName } from '../strange-name.ts';

export const states = defineStates(introPlanView, {
  'own, on the way': { intro, roles: ['self'], seers: { leader: true, mentorName: 'Olav Berg' } },
  'own, seen by the leader': { intro, roles: ['self'], seers: { leader: true } },
  'own, seen by the mentor': { intro, roles: ['self'], seers: { leader: false, mentorName: 'Olav Berg' } },
  'own, nothing set yet': { intro: bareIntro, roles: ['self'], seers: { leader: false } },
  'own, just ticked': { intro, roles: ['self'], notice: 'ticked' },
  'for the leader': { intro, roles: ['leader'] },
  'for the mentor, ticked before': { intro, roles: ['mentor'], notice: 'already' },
  'for the leader, not theirs to tick': { intro, roles: ['leader'], notice: 'not-yours' },
  'strange name': {
    intro: { ...intro, person: { ...newcomer, displayName: strangeName }, mentorName: strangeName },
    roles: ['leader'],
  },
  'no plan': { leads: false },
  'no plan, a leader': { leads: true },
});

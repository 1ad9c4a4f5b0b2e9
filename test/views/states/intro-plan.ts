import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { introPlanView } from '../../../src/views/intro-plan.view.ts';
import { bareIntro, intro, newcomer } from '../intro-models.ts';
import { strangeName } from '../strange-name.ts';

export const states = defineStates(introPlanView, {
  'own, on the way': { intro, role: 'self', seers: { leader: true, mentorName: 'Olav Berg' } },
  'own, seen by the leader': { intro, role: 'self', seers: { leader: true } },
  'own, seen by the mentor': { intro, role: 'self', seers: { leader: false, mentorName: 'Olav Berg' } },
  'own, nothing set yet': { intro: bareIntro, role: 'self', seers: { leader: false } },
  'own, just ticked': { intro, role: 'self', notice: 'ticked' },
  'for the leader': { intro, role: 'leader' },
  'for the mentor, ticked before': { intro, role: 'mentor', notice: 'already' },
  'for the leader, not theirs to tick': { intro, role: 'leader', notice: 'not-yours' },
  'strange name': {
    intro: { ...intro, person: { ...newcomer, displayName: strangeName }, mentorName: strangeName },
    role: 'leader',
  },
  'no plan': { leads: false },
  'no plan, a leader': { leads: true },
});

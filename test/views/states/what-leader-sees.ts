import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { whatLeaderSeesView } from '../../../src/views/what-leader-sees.view.ts';
import { words } from '../../support/module-builder.ts';
import { aPrior } from '../asks-models.ts';
import { introSeen } from '../intro-models.ts';
import { aView, freePerson, latePerson, newPerson, startedPerson } from '../leader-models.ts';
import { strangeName } from '../strange-name.ts';

const unitName = 'Solbakken skole';

const arranged = { moduleId: 'meldeplikt', title: words('Meldeplikt'), at: new Date('2026-11-20T09:00:00Z') };

export const states = defineStates(whatLeaderSeesView, {
  'a new hire': { view: newPerson, unitName, asks: 'employee' },
  'moved to the unit': {
    view: aView('Nils Vik', { joined: { how: 'moved', on: '2026-11-19', at: new Date('2026-11-19T06:00:00Z') } }),
    ...{ unitName, asks: 'employee' },
  },
  'listed late': {
    view: { ...newPerson, joined: { how: 'registered', on: '2026-11-26', at: new Date('2026-11-26T06:00:00Z') } },
    ...{ unitName, asks: 'employee' },
  },
  'is being introduced': { view: newPerson, unitName, asks: 'employee', intro: introSeen },
  'names are not discussed, with a mentor': {
    view: newPerson,
    ...{ unitName, asks: 'employee', names: 'hidden' },
    intro: { ...introSeen, seers: { leader: false, mentorName: strangeName } },
  },
  late: { view: latePerson, unitName, asks: 'employee' },
  'needs time': { view: { ...latePerson, needsTime: true }, unitName, asks: 'employee' },
  blocked: { view: startedPerson, unitName, asks: 'employee' },
  done: { view: aView('Nils Vik'), unitName, asks: 'employee' },
  'no modules': { view: freePerson, unitName, asks: 'employee' },
  'a leader asks': { view: aView('Torill Moen'), unitName, asks: 'leader' },
  'asked the leader to confirm, and a course': {
    view: aView('Nils Vik', {
      priors: [aPrior(), aPrior({ place: undefined })],
      certificates: [
        { kindId: 'a', name: words('Førstehjelp'), isValid: true },
        { kindId: 'b', name: words('Brannvern'), isValid: false },
      ],
    }),
    unitName,
    asks: 'employee',
  },
  'more time, and one not to take': {
    view: aView('Nils Vik', {
      arrangements: [
        { ...arranged, arrangement: 'more-time', dueOn: '2026-12-18', reason: words('Har vært borte') },
        { ...arranged, arrangement: 'exempt' },
      ],
    }),
    ...{ unitName, asks: 'employee' },
  },
  'names are not discussed': {
    view: aView('Nils Vik', { priors: [aPrior()] }),
    ...{ unitName, asks: 'employee', names: 'hidden' },
  },
  'strange name': { view: aView(strangeName), unitName: strangeName, asks: 'employee' },
});

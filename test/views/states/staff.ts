import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { staffView } from '../../../src/views/staff.view.ts';
import { words } from '../../support/module-builder.ts';
import { aView, comingPerson, freePerson, latePerson, startedPerson } from '../leader-models.ts';
import { strangeName } from '../strange-name.ts';

const offers = { moreTime: true, exempt: true };
const at = new Date('2026-11-20T09:00:00Z');
const reason = words('Mye å gjøre akkurat nå');
const moreTime = { arrangement: 'more-time', moduleId: 'meldeplikt', title: words('Meldeplikt'), at } as const;
const exempt = { arrangement: 'exempt', moduleId: 'a', title: words('Avvergingsplikt'), at } as const;
const arranged = {
  ...latePerson,
  arrangements: [{ ...moreTime, dueOn: '2026-12-18' as const, reason }, exempt],
};

export const states = defineStates(staffView, {
  'late with two': { view: latePerson, offers, wasAsked: false },
  'a reminder was asked for': { view: latePerson, offers, wasAsked: true, notice: 'asked' },
  'needs time, out of reach': { view: { ...startedPerson, needsTime: true }, offers, wasAsked: false },
  'more time and exempt': { view: arranged, offers, wasAsked: false, notice: 'more-time' },
  exempt: { view: { ...freePerson, arrangements: [exempt] }, offers, wasAsked: false, notice: 'exempt' },
  'exempt from what is done': {
    ...{ view: aView('Nils Vik', { arrangements: [{ ...exempt, moduleId: 'meldeplikt' }] }), offers, wasAsked: false },
  },
  lifted: { view: latePerson, offers, wasAsked: false, notice: 'lifted' },
  'changed meanwhile': { view: aView('Nils Vik'), offers, wasAsked: false, notice: 'changed' },
  'nothing to remind of': { view: aView('Nils Vik'), offers, wasAsked: false, notice: 'nothing-open' },
  'the unit has not begun': { view: startedPerson, offers, wasAsked: false, isTooEarly: true },
  'pressed before the unit has begun': {
    ...{ view: startedPerson, offers, wasAsked: false, isTooEarly: true, notice: 'too-early' },
  },
  'begins later': { view: comingPerson, offers, wasAsked: false },
  'the municipality lets leaders decide nothing': {
    ...{ view: latePerson, offers: { moreTime: false, exempt: false }, wasAsked: false },
  },
  'strange name': {
    ...{ view: { ...latePerson, displayName: strangeName, givenName: strangeName }, offers, wasAsked: true },
    notice: 'asked',
  },
});

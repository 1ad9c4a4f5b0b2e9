import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { type PlannedPerson, sendingPlanView } from '../../../src/views/sending-plan.view.ts';
import { words } from '../../support/module-builder.ts';
import { strangeName } from '../strange-name.ts';

const module = words('Meldeplikt');
const unitNames = new Map([
  ['blaklokka', 'Blåklokka barnehage'],
  ['solbakken', 'Solbakken skole'],
]);
const sum = {
  cards: { count: 37 },
  kinds: { nudge: 22, deadline: 15 },
  units: [
    { unitId: 'solbakken', count: 21 },
    { unitId: 'blaklokka', count: 9 },
  ],
  otherUnits: { units: 3, count: 7 },
  unreachable: { fewerThan: 5 },
  nothing: { count: 6 },
} as const;
const few = { cards: { fewerThan: 5 }, units: [], unreachable: { count: 0 }, nothing: { count: 0 } } as const;
const base = { on: '2026-11-27', isStopped: false, unitNames, notLookedAt: 0, people: [], page: 0 } as const;
const person = (name: string, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  ...{ name, unit: 'Solbakken skole', kind: 'card', reasons: [{ reason: 'on-due', module }] },
  ...more,
});

export const states = defineStates(sendingPlanView, {
  'counts only': { ...base, sum },
  'all sending is stopped': { ...base, sum, isStopped: true },
  'a few people': { ...base, sum: few },
  nobody: { ...base, sum: { ...few, cards: { count: 0 } } },
  'more than can be looked at': { ...base, sum, notLookedAt: 1240 },
  'every reason': {
    ...base,
    sum,
    people: [
      person('Aslat Gáivu', { reasons: [{ reason: 'introduction', module }] }),
      person('Kari Lunde', {
        reasons: [
          { reason: 'before-due', module, days: 3 },
          { reason: 'after-due', module: words('Avvergingsplikt'), days: 7 },
        ],
      }),
      person('Lars Ove Kvamme'),
      person('Liv Strand', { reasons: [{ reason: 'leader', module }] }),
      person('Maria do Carmo', {
        reasons: [{ reason: 'certificate', course: words('Førstehjelp'), validTo: '2027-01-15' }],
      }),
      person('Nils Holm', { reasons: [{ reason: 'refresher', module }] }),
      person('Ola Moen', { reasons: [{ reason: 'use-it', module }] }),
      person('Siv Dahl', { reasons: [{ reason: 'reread', module }] }),
      person('Mari Lie', { reasons: [{ reason: 'mentor' }] }),
      person(strangeName, { kind: 'unreachable', reasons: [{ reason: 'not-done', module }] }),
    ],
  },
  'the second page': {
    ...base,
    sum,
    page: 1,
    people: Array.from({ length: 24 }, (_, index) => person(`Kari Lunde-Nordmann ${index + 1}`)),
  },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { statusView } from '../../../src/views/status.view.ts';
import { words } from '../../support/module-builder.ts';
import { aPrior } from '../asks-models.ts';
import {
  aUnit,
  aView,
  comingPerson,
  freePerson,
  lateModule,
  latePerson,
  newPerson,
  startedPerson,
} from '../leader-models.ts';
import { strangeName } from '../strange-name.ts';

const everyone = [latePerson, newPerson, startedPerson, aView('Nils Vik'), freePerson, comingPerson];
const unreachable = [
  { ...latePerson, reach: { reach: 'blocked' as const, reason: 'uninstalled' } },
  { ...latePerson, reach: { reach: 'blocked' as const, reason: 'ConversationNotFound' } },
  { ...latePerson, reach: { reach: 'blocked' as const, reason: 'BotDisabledByAdmin' } },
  { ...latePerson, reach: { reach: 'blocked' as const, reason: 'http-403' } },
];
const manyLate = Array.from({ length: 60 }, (_, index) => ({
  ...newPerson,
  displayName: `Anne-Margrethe Kristoffersen ${index}`,
}));

const valid = [{ kindId: 'forstehjelp', name: words('Førstehjelp'), isValid: true }];
const asking = [
  { ...latePerson, priors: [aPrior()], certificates: valid },
  aView('Nils Vik', { priors: [aPrior()], certificates: valid.map((course) => ({ ...course, isValid: false })) }),
];
const counts = [
  { policyId: 'a', title: words('Bilder av barn'), read: 3, of: 12 },
  { policyId: 'b', title: words('Når vi snakker om barn'), read: 0, of: 12 },
];

const exempt = { moduleId: 'bti', title: words('BTI-veilederen'), at: new Date('2026-11-20T09:00:00Z') };
const tooFew = { people: 0, done: 0, late: 0, onTheWay: 0, notStarted: 0, hidden: 'too-few' } as const;

export const states = defineStates(statusView, {
  'a small unit': { status: aUnit(everyone), page: 0, scope: 'only-unit', toConfirm: 0 },
  'out of reach': { status: aUnit(unreachable), page: 0, scope: 'only-unit', toConfirm: 0 },
  'all done': { status: aUnit([aView('Nils Vik'), aView('Else Moe')]), page: 0, scope: 'only-unit', toConfirm: 0 },
  'the first of three pages': { status: aUnit(manyLate), page: 0, scope: 'one-of-several', toConfirm: 0 },
  'a page in the middle': { status: aUnit(manyLate), page: 1, scope: 'one-of-several', toConfirm: 0 },
  'a page that is gone': { status: aUnit(manyLate), page: 40, scope: 'one-of-several', toConfirm: 0 },
  'an empty unit': { status: aUnit([]), page: 0, scope: 'only-unit', toConfirm: 0 },
  'nobody has modules': { status: aUnit([freePerson]), page: 0, scope: 'only-unit', toConfirm: 0 },
  'something to confirm, guidelines and courses': {
    ...{ status: { ...aUnit(asking), policies: counts }, page: 0, scope: 'only-unit', toConfirm: 2 },
  },
  'the second page has no guidelines': {
    ...{ status: { ...aUnit(manyLate), policies: counts }, page: 1, scope: 'one-of-several', toConfirm: 1 },
  },
  'something arranged': {
    status: aUnit([{ ...latePerson, arrangements: [{ ...exempt, arrangement: 'exempt' }] }, startedPerson]),
    ...{ page: 0, scope: 'only-unit', toConfirm: 0, leaderId: startedPerson.personId },
  },
  'only the leader is late': {
    status: aUnit([latePerson, aView('Nils Vik')]),
    ...{ page: 0, scope: 'only-unit', toConfirm: 0, leaderId: latePerson.personId },
  },
  'strange names': { status: aUnit([aView(strangeName)], strangeName), page: 0, scope: 'only-unit', toConfirm: 0 },
  'names are not discussed': {
    status: { ...aUnit(manyLate), people: [], names: 'hidden' },
    ...{ page: 0, scope: 'one-of-several', toConfirm: 1 },
  },
  'names are not discussed, and too few to count': {
    status: { ...aUnit([]), names: 'hidden', counts: tooFew },
    ...{ page: 0, scope: 'only-unit', toConfirm: 0 },
  },
  'one who told that a registration is wrong': {
    status: aUnit([{ ...latePerson, modules: [{ ...lateModule, withdrawnOn: '2026-11-20' }] }]),
    ...{ page: 0, scope: 'only-unit', toConfirm: 0 },
  },
});

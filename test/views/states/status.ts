import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { statusView } from '../../../src/views/status.view.ts';
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
];
const manyLate = Array.from({ length: 60 }, (_, index) => ({
  ...newPerson,
  displayName: `Anne-Margrethe Kristoffersen ${index}`,
}));

export const states = defineStates(statusView, {
  'a small unit': { status: aUnit(everyone), page: 0, scope: 'only-unit' },
  'out of reach': { status: aUnit(unreachable), page: 0, scope: 'only-unit' },
  'all done': { status: aUnit([aView('Nils Vik'), aView('Else Moe')]), page: 0, scope: 'only-unit' },
  'the first of three pages': { status: aUnit(manyLate), page: 0, scope: 'one-of-several' },
  'a page in the middle': { status: aUnit(manyLate), page: 1, scope: 'one-of-several' },
  'a page that is gone': { status: aUnit(manyLate), page: 40, scope: 'one-of-several' },
  'an empty unit': { status: aUnit([]), page: 0, scope: 'only-unit' },
  'one who told that a registration is wrong': {
    status: aUnit([{ ...latePerson, modules: [{ ...lateModule, withdrawnOn: '2026-11-20' }] }]),
    ...{ page: 0, scope: 'only-unit' },
  },
  'nobody has modules': { status: aUnit([freePerson]), page: 0, scope: 'only-unit' },
  'strange names': { status: aUnit([aView(strangeName)], strangeName), page: 0, scope: 'only-unit' },
});

import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { introPeopleView } from '../../../src/views/intro-people.view.ts';
import { aPerson } from '../../support/person-builder.ts';
import { newcomer } from '../intro-models.ts';
import { strangeName } from '../strange-name.ts';

const olav = aPerson('olav', { displayName: 'Olav Berg', employedOn: '2026-12-01' });
const many = Array.from({ length: 23 }, (_, at) => aPerson(`p${at}`, { displayName: `Ny Kollega ${at}` }));

export const states = defineStates(introPeopleView, {
  two: { people: [olav, newcomer], leads: true, page: 0, names: 'shown' },
  many: { people: many, leads: true, page: 0, names: 'shown' },
  'many, the rest': { people: many, leads: true, page: 1, names: 'shown' },
  none: { people: [], leads: false, page: 0, names: 'shown' },
  'names are not discussed': { people: [], leads: true, page: 0, names: 'hidden' },
  'names are not discussed, one as mentor': { people: [newcomer], leads: true, page: 0, names: 'hidden' },
  'of somebody else': { people: [newcomer], leads: true, page: 0, names: 'shown', notice: 'not-yours' },
  'strange name': { people: [aPerson('x', { displayName: strangeName })], leads: true, page: 0, names: 'shown' },
});

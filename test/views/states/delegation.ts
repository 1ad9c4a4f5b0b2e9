import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { delegationView } from '../../../src/views/delegation.view.ts';
import { aPerson } from '../../support/person-builder.ts';
import { strangeName } from '../strange-name.ts';

const person = (name: string, personId = name.toLowerCase()) =>
  aPerson(personId, { displayName: name, givenName: name.split(' ')[0] ?? name });
const [kari, olav] = [{ person: person('Kari Lund') }, { person: person('Olav Berg') }];
const until = '2026-12-18' as const;
const followers = Array.from({ length: 12 }, (_, index) => ({ person: person(`Nils Vik ${index}`), until }));
const many = Array.from({ length: 230 }, (_, index) => ({ person: person(`Anne-Margrethe Kristoffersen ${index}`) }));

export const states = defineStates(delegationView, {
  'nobody follows': { deputies: [kari, olav], page: 0 },
  'one follows': { deputies: [{ ...kari, until }, olav], page: 0 },
  given: { deputies: [{ ...kari, until }, olav], page: 0, notice: { outcome: 'given', name: 'Kari', until } },
  'the only other one follows': { deputies: [{ ...kari, until }], page: 0 },
  ended: { deputies: [kari, olav], page: 0, notice: { outcome: 'ended', name: 'Kari' } },
  'a day that cannot be': { deputies: [kari, olav], page: 0, notice: { outcome: 'bad-date' } },
  'somebody who cannot be chosen': { deputies: [kari], page: 0, notice: { outcome: 'not-yours' } },
  'a large unit': { deputies: many, page: 0 },
  'the last page of a large unit': { deputies: many, page: 9 },
  'twelve follow': { deputies: [...followers, olav], page: 0 },
  'the last of twelve who follow': { deputies: [...followers, olav], page: 1 },
  'alone in the unit': { deputies: [], page: 0 },
  'stands in, and leads nothing': { deputies: 'not-leader', page: 0 },
  'strange name': { deputies: [{ person: person(strangeName, 'strange'), until }], page: 0 },
});

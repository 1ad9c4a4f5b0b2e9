import type { Below, ToldBelow } from '../../../src/features/digests/below.ts';
import {
  composeDigest,
  countsOnly,
  type DigestSince,
  type DigestUnit,
} from '../../../src/features/digests/leader-digest.ts';
import type { LeaderView } from '../../../src/features/digests/leader-view.ts';
import { listMissing } from '../../../src/features/digests/missing.ts';
import { countStatus } from '../../../src/features/digests/unit-status.ts';
import { defineStates } from '../../../src/tools/cards/view-states.ts';
import { digestView } from '../../../src/views/digest.view.ts';
import { digestOf } from '../digest-models.ts';
import { aView, freePerson, latePerson, newPerson, openModule, startedPerson } from '../leader-models.ts';
import { strangeName } from '../strange-name.ts';

type Last = DigestSince['last'];
const last: Last = { at: new Date('2026-11-16T07:30:00Z'), on: '2026-11-16' };
const today: Last = { at: new Date('2026-11-20T07:30:00Z'), on: '2026-11-20' };
const unit = (people: readonly LeaderView[], name = 'Solbakken skole'): DigestUnit => ({
  unitId: 'solbakken',
  name,
  counts: countStatus(people),
});
const digest = (people: readonly LeaderView[], units: readonly DigestUnit[], since?: Last, toConfirm = 0) =>
  composeDigest(units, people, '2026-11-23', { ...(since && { last: since }), toConfirm });

const quiet = aView('Nils Vik');
const newDone = aView('Else Moe', { tenure: 'new', employedOn: '2026-11-20' });
const slow = { ...quiet, overall: 'on-the-way', modules: [{ ...openModule, standing: 'on-the-way' }] } as const;
const moved = { ...slow, joined: { how: 'moved', on: '2026-11-19', at: new Date('2026-11-19T06:00:00Z') } } as const;
const listedLate = aView('Else Moe', {
  ...{ tenure: 'new', employedOn: '2026-11-10' },
  joined: { how: 'registered', on: '2026-11-18', at: new Date('2026-11-18T06:00:00Z') },
});
const some = [latePerson, startedPerson, newPerson, quiet, aView('Else Moe')];
const reachable = { ...newPerson, reach: { reach: 'open' } } as const;
const dueLater = { ...newDone, overall: 'not-started', modules: [{ ...openModule, standing: 'not-started' }] } as const;
const many = Array.from({ length: 40 }, (_, index) => ({
  ...newPerson,
  personId: `p${index}`,
  displayName: `Anne-Margrethe Kristoffersen ${index}`,
}));
const manyLate = many.map((person) => ({ ...latePerson, personId: person.personId, displayName: person.displayName }));
const lateUnits = Array.from({ length: 12 }, (_, index) =>
  unit(index < 9 ? [quiet] : [quiet, ...manyLate.slice(0, index)], `Enhet ${index}`),
);
const tenUnits = Array.from({ length: 10 }, (_, index) => unit(many, `Enhet ${index}`));
const strange = { ...latePerson, displayName: strangeName, givenName: strangeName };

const ownLeft = listMissing([{ ...latePerson, personId: 'siv' }], '2026-11-23');

const fewUnit: DigestUnit = {
  ...unit([], 'Lia barnehage'),
  counts: { ...countStatus([]), hidden: 'too-few' },
};
const hiddenUnits = [unit(many), fewUnit];

const told = (done: number, late: number, notStarted = 0) => ({ done, late, onTheWay: 0, notStarted });
const oppvekst: ToldBelow = {
  ...{ unitId: 'oppvekst', name: 'Oppvekst', told: 'figures', on: '2026-11-02', counts: told(40, 45, 10) },
  parts: [
    { unitId: 'lia', name: 'Lia ungdomsskole og voksenopplæring', counts: told(10, 30) },
    { unitId: 'moen', name: 'Moen skole', counts: told(20, 15) },
    { unitId: 'solbakken', name: 'Solbakken skole', counts: told(10, 0, 10) },
  ],
};
const allBelow: Below = {
  ...oppvekst,
  counts: told(60, 0),
  parts: [{ unitId: 'lia', name: 'Lia skole', counts: told(60, 0) }],
};
const fewBelow: Below = { ...oppvekst, counts: told(0, 0), parts: [] };
const laterBelow: Below = { unitId: 'helse', name: 'Helse', told: 'not-yet', nextOn: '2026-12-01' };
const areaUnit: DigestUnit = { unitId: 'oppvekst', name: 'Oppvekst', counts: countStatus([]) };
const overview = digest([], [areaUnit], last);

export const states = defineStates(digestView, {
  'one late, one new, since last week': digest(some, [unit(some)], last),
  'one moved in, one listed late': digest([moved, listedLate], [unit([moved, listedLate])], last),
  'nothing new': digest([quiet, slow], [unit([quiet, slow])], today),
  'one person': digestOf(1),
  'twenty-five people': digestOf(25),
  'two hundred people': digestOf(200),
  'the first digest': digest(some, [unit(some)]),
  'due soon': digest([reachable, newDone], [unit([reachable, newDone])], last),
  'somebody to welcome': digest([dueLater, slow], [unit([dueLater, slow])], last),
  'somebody without the app': digest([{ ...newPerson, modules: dueLater.modules }], [unit([newPerson])], last),
  'all done, nothing new': digest([quiet], [unit([quiet])], today),
  'nothing urgent': digest([slow, quiet], [unit([slow, quiet])], last),
  'nobody has modules': digest([freePerson], [unit([freePerson])]),
  'ten units, forty new': digest(many, tenUnits, last),
  'twelve units, late in the last three': digest(manyLate, lateUnits, last),
  'one to confirm': digest([slow, quiet], [unit([slow, quiet])], last, 1),
  'all done, two to confirm': digest([quiet], [unit([quiet])], last, 2),
  'twelve to confirm, late too': digest(some, [unit(some)], last, 12),
  'somebody needs time': digest([{ ...latePerson, needsTime: true }, quiet], [unit([latePerson, quiet])], last),
  'somebody needs time, nobody is late': digest([{ ...slow, needsTime: true }, quiet], [unit([slow, quiet])], last, 1),
  'names are not discussed': { ...countsOnly(hiddenUnits, '2026-11-23'), toConfirm: 1, own: [] },
  'names are not discussed, too few': { ...countsOnly([fewUnit], '2026-11-23'), toConfirm: 0, own: [] },
  'names are not discussed, nobody has modules': { ...countsOnly([areaUnit], '2026-11-23'), toConfirm: 0, own: [] },
  'names are not discussed, all done': {
    ...countsOnly([unit(Array(6).fill(quiet))], '2026-11-23'),
    toConfirm: 0,
    own: [],
  },
  'own modules left': { ...digest([quiet, slow], [unit([quiet, slow])], last), own: ownLeft },
  'nobody else needs anything': composeDigest([unit([slow, quiet])], [slow, quiet], '2026-11-23', {
    ...{ last, toConfirm: 0, own: ownLeft, leaderId: 'siv' },
  }),
  'stands in for the leader': {
    ...digest(some, [unit(some)], last),
    standsIn: [{ until: '2026-12-18', units: ['Solbakken skole'] }],
    onlyFollows: true,
  },
  'stands in for three units': {
    ...digest(some, [unit(some), unit([quiet], 'Lia barnehage'), unit([quiet], 'Moen skole')], last),
    standsIn: [
      { until: '2026-12-04', units: ['Solbakken skole'] },
      { until: '2026-12-18', units: ['Lia barnehage', 'Moen skole'] },
    ],
  },
  'all were reminded': { ...digest(some, [unit(some)], last), notice: { outcome: 'asked' } },
  'many were reminded': {
    ...digest(manyLate, [unit(manyLate)], last),
    notice: { outcome: 'asked', people: 40 },
  },
  'one was reminded': { ...digest(some, [unit(some)], last), notice: { outcome: 'asked', people: 1 } },
  'all were reminded before': { ...digest(some, [unit(some)], last), notice: { outcome: 'all-asked-before' } },
  'nobody was late': { ...digest([quiet], [unit([quiet])], last), notice: { outcome: 'nobody-late' } },
  'names are not discussed, some late': {
    ...{ ...countsOnly([unit(manyLate)], '2026-11-23'), toConfirm: 0, own: [] },
  },
  'late below': { ...overview, below: [oppvekst] },
  'late below, and some in the area’s own office': {
    ...digest([slow, quiet], [unit([slow, quiet])], last),
    below: [oppvekst],
  },
  'all done below': { ...overview, below: [allBelow] },
  'too few below': { ...overview, below: [fewBelow] },
  'no figures below yet': { ...overview, below: [laterBelow] },
  'two areas': {
    ...digest([], [areaUnit, { ...areaUnit, unitId: 'helse', name: 'Helse' }], last),
    below: [oppvekst, laterBelow],
  },
  'below, and names are not discussed': {
    ...{ ...countsOnly([fewUnit], '2026-11-23'), toConfirm: 0, own: [] },
    below: [oppvekst],
  },
  'strange names': digest([strange], [unit([strange], strangeName)], last),
});

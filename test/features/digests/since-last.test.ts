import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../src/core/local-date.ts';
import { readLeaderDigest } from '../../../src/features/digests/leader-digest.ts';
import { readLeaderView } from '../../../src/features/digests/leader-view.ts';
import { writeMembership } from '../../../src/features/people/member-history.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { memberRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aCatalogue, aModule } from '../../support/module-builder.ts';
import { addPerson, aLeader, aPerson } from '../../support/person-builder.ts';

const monday = new Date('2026-11-30T07:30:00Z');
const lastMonday = new Date('2026-11-23T07:30:00Z');
const catalogue = aCatalogue([aModule('meldeplikt'), aModule('bti', { dueAfterDays: 21 })]);
const head = aLeader('torill', ['solbakken'], { unitId: 'administration' });

async function aMunicipality() {
  const stores = { people: memoryPersonStore(), units: memoryUnitStore() };
  await stores.units.createUnit({ unitId: 'solbakken', name: 'Solbakken skole', sector: 'school' });
  const needs = { ...stores, catalogue, zone: 'Europe/Oslo' };
  /** As the staff list tells it: where somebody works from a day on, known at a time. */
  const works = async (person: Person, validFrom: LocalDate, knownAt: string): Promise<void> => {
    const writes = await writeMembership(stores.people, { after: person }, validFrom, new Date(knownAt));
    await stores.people.commit({ personId: person.personId, writes });
  };
  return { stores, needs, works, since: (last?: Date) => readLeaderDigest(needs, head, monday, last) };
}

describe('since the last digest', () => {
  it('somebody is over a deadline who was not, or is over one more', async () => {
    const { stores, since } = await aMunicipality();
    // The modules are due after 14 and 21 days.
    await addPerson(stores, aPerson('oneMore', { employedOn: '2026-11-06' }));
    await addPerson(stores, aPerson('now', { employedOn: '2026-11-10' }));
    await addPerson(stores, aPerson('long', { employedOn: '2026-10-21' }));
    expect((await since(lastMonday)).sinceLast).toEqual({ finished: 0, newPeople: 0, newlyLate: 2 });
    expect((await since(new Date('2026-11-29T07:30:00Z'))).sinceLast?.newlyLate).toBe(0);
  });

  it('a deadline of the very day of the last digest had not passed then', async () => {
    const { stores, since } = await aMunicipality();
    await addPerson(stores, aPerson('anna', { employedOn: '2026-11-09' }));
    expect((await since(lastMonday)).sinceLast?.newlyLate).toBe(1);
  });

  it('who has moved to the unit is new, and who has worked there all along is not', async () => {
    const { stores, works, since } = await aMunicipality();
    const moved = aPerson('moved', { employedOn: '2020-08-01' });
    await addPerson(stores, moved);
    await works({ ...moved, unitId: 'lia' }, '2020-08-01', '2020-08-01T06:00:00Z');
    await works(moved, '2026-11-25', '2026-11-25T06:00:00Z');
    const stayed = aPerson('stayed', { employedOn: '2020-08-01' });
    await addPerson(stores, stayed);
    await works({ ...stayed, competenceLevel: 1 }, '2020-08-01', '2020-08-01T06:00:00Z');
    await works({ ...stayed, competenceLevel: 2 }, '2026-11-25', '2026-11-25T06:00:00Z');
    const digest = await since(lastMonday);
    expect(digest.sinceLast?.newPeople).toBe(1);
    expect(digest.newPeople.map(({ personId, joined }) => [personId, joined?.how, joined?.on])).toEqual([
      ['moved', 'moved', '2026-11-25'],
    ]);
    expect((await since()).newPeople.map(({ personId }) => personId)).toEqual(['moved']);
    expect((await since(new Date('2026-11-26T07:30:00Z'))).newPeople).toEqual([]);
  });

  it('who has moved is new once, also where the work changes later that day', async () => {
    const { stores, works, since } = await aMunicipality();
    const moved = aPerson('moved', { employedOn: '2020-08-01' });
    await addPerson(stores, moved);
    await works({ ...moved, unitId: 'lia' }, '2020-08-01', '2020-08-01T06:00:00Z');
    await works(moved, '2026-11-23', '2026-11-23T01:00:00Z');
    expect((await since(new Date('2026-11-16T07:30:00Z'))).newPeople).toHaveLength(1);
    await works({ ...moved, competenceLevel: 1 }, '2026-11-23', '2026-11-23T09:00:00Z');
    await works({ ...moved, competenceLevel: 2 }, '2026-11-23', '2026-11-23T10:00:00Z');
    expect((await since(lastMonday)).newPeople).toEqual([]);
  });

  it('who was put on the staff list late is new once, also on the day of the digest itself', async () => {
    const { stores, works, since } = await aMunicipality();
    const late = aPerson('late', { employedOn: '2026-11-16' });
    await addPerson(stores, late);
    await works(late, '2026-11-16', '2026-11-23T09:00:00Z');
    const digest = await since(lastMonday);
    expect(digest.newPeople.map(({ joined }) => joined)).toMatchObject([{ how: 'registered', on: '2026-11-23' }]);
    expect((await since(new Date('2026-11-23T10:00:00Z'))).newPeople).toEqual([]);
  });

  it('who was put on the staff list on the first day, after that day’s digest, is new in the next one, and once', async () => {
    const { stores, works, since } = await aMunicipality();
    const anna = aPerson('anna', { employedOn: '2026-11-23' });
    await addPerson(stores, anna);
    await works(anna, '2026-11-23', '2026-11-23T09:00:00Z');
    expect((await since(lastMonday)).newPeople.map(({ personId }) => personId)).toEqual(['anna']);
    expect((await since(monday)).newPeople).toEqual([]);
  });

  it('who was on the list before the first day is new on that day, and not again a week later', async () => {
    const { stores, works, since } = await aMunicipality();
    const anna = aPerson('anna', { employedOn: '2026-11-23' });
    await addPerson(stores, anna);
    await works(anna, '2026-11-23', '2026-11-18T06:00:00Z');
    expect((await since(new Date('2026-11-16T07:30:00Z'))).newPeople).toHaveLength(1);
    await works({ ...anna, competenceLevel: 2 }, '2026-11-23', '2026-11-23T09:00:00Z');
    expect((await since(lastMonday)).newPeople).toEqual([]);
  });

  it('nobody is new only because the whole list was read for the first time', async () => {
    const { stores, works, since } = await aMunicipality();
    const old = aPerson('old', { employedOn: '2020-08-01' });
    await addPerson(stores, old);
    await works(old, '2020-08-01', '2026-11-27T06:00:00Z');
    expect((await since()).newPeople).toEqual([]);
  });

  it('and after six weeks it is told no more', async () => {
    const { stores, works, needs } = await aMunicipality();
    const moved = aPerson('moved', { employedOn: '2020-08-01' });
    await addPerson(stores, moved);
    await works({ ...moved, unitId: 'lia' }, '2020-08-01', '2020-08-01T06:00:00Z');
    await works(moved, '2026-11-25', '2026-11-25T06:00:00Z');
    const joinedOn = async (today: LocalDate) =>
      (await readLeaderView(needs, catalogue, moved, today, 'Europe/Oslo')).joined?.on;
    expect(await joinedOn('2027-01-05')).toBe('2026-11-25');
    expect(await joinedOn('2027-01-06')).toBeUndefined();
  });

  it('rows from before the time was kept say nothing', async () => {
    const { stores, since } = await aMunicipality();
    await addPerson(stores, aPerson('old', { employedOn: '2020-08-01' }));
    const row = createRow(memberRow, { unitId: 'solbakken', validFrom: '2026-11-25' });
    await stores.people.commit({ personId: 'old', writes: [row] });
    expect((await since(lastMonday)).newPeople).toEqual([]);
  });
});

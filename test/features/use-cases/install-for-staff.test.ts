import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { InstallOutcome } from '../../../src/features/people/app-installer.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { findAppNeeds, type StaffNeed } from '../../../src/features/use-cases/find-app-needs.ts';
import { installForStaff } from '../../../src/features/use-cases/install-for-staff.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { addPerson, aPerson } from '../../support/person-builder.ts';

const today = '2026-11-23';
const wanted = (count: number): StaffNeed[] =>
  Array.from({ length: count }, (_, at) => ({ displayName: `P${at}`, need: 'wanted', aadObjectId: `a${at}` }));

/** What Teams answers for each, by id, and how many were asked at the most at once. */
function open(answerOf: (id: string, asked: number) => InstallOutcome) {
  const asked: string[] = [];
  const told: string[] = [];
  let under = 0;
  let most = 0;
  let stopAfter = Number.POSITIVE_INFINITY;
  const installer = {
    async install(_: string, id: string) {
      asked.push(id);
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
      return answerOf(id, asked.length);
    },
  };
  const run = (staff: readonly StaffNeed[]) =>
    installForStaff(
      {
        ...{ installer, catalogueId: 'c' },
        isStopped: () => asked.length >= stopAfter,
        onProgress: (tried, all) => void told.push(`${tried}/${all}`),
      },
      staff,
    );
  return { run, asked, told, most: () => most, stopAfter: (count: number) => (stopAfter = count) };
}

describe('the staff', () => {
  let stores: { people: ReturnType<typeof memoryPersonStore>; units: ReturnType<typeof memoryUnitStore> };
  beforeEach(() => {
    stores = { people: memoryPersonStore(), units: memoryUnitStore() };
  });
  const find = () => findAppNeeds({ ...stores, alsoUninstalled: false }, today);

  it('is told once each, and an account only of who is to have the app', async () => {
    await addPerson(stores, aPerson('kari', { aadObjectId: 'a1' }));
    const nora = aPerson('nora', { aadObjectId: 'a2' });
    await stores.people.commit({ personId: 'nora', writes: [createRow(profileRow, nora)] });
    for (const unit of ['solbakken', 'fjordbyen']) await stores.units.createMember(unit, 'nora');
    await stores.units.createMember('solbakken', 'forgotten');
    expect(await find()).toEqual([
      { displayName: 'kari Nordmann', need: 'reachable' },
      { displayName: 'nora Nordmann', need: 'wanted', aadObjectId: 'a2' },
    ]);
  });

  it('of which one has rows that cannot be read is told all the same, and is not guessed while storage is away', async () => {
    await addPerson(stores, aPerson('kari'));
    const { get } = stores.people;
    let kind: 'bug' | 'unavailable' = 'bug';
    stores.people.get = async () => {
      throw new Failure(kind, 'not to be read');
    };
    expect(await find()).toEqual([{ displayName: '', need: 'unreadable' }]);
    kind = 'unavailable';
    await expect(find()).rejects.toThrow('not to be read');
    stores.people.get = get;
  });
});

describe('giving the staff the app', () => {
  it('asks for those who are to have it only, four at once at most, and tells of each', async () => {
    const staff: StaffNeed[] = [{ displayName: 'Kari', need: 'blocked' }, ...wanted(9)];
    const world = open((id) => (id === 'a3' ? 'not-allowed' : 'installed'));
    const { people, stop } = await world.run(staff);
    expect(stop).toBeUndefined();
    expect(world.asked).toHaveLength(9);
    expect(world.most()).toBe(4);
    expect(people[0]).toEqual({ displayName: 'Kari', reason: 'blocked' });
    expect(people[4]).toEqual({ displayName: 'P3', reason: 'not-allowed' });
    expect(people.filter(({ reason }) => reason === 'installed')).toHaveLength(8);
  });

  it('tells how far it has come for every hundred', async () => {
    const world = open(() => 'had');
    await world.run(wanted(250));
    expect(world.told).toEqual(['100/250', '200/250']);
  });

  it('stops where the first twenty are refused, and nobody is let in', async () => {
    const world = open(() => 'not-allowed');
    const { people, stop } = await world.run(wanted(20_000));
    expect(stop).toBe('not-allowed');
    expect(world.asked.length).toBeLessThan(25);
    expect(people.filter(({ reason }) => reason === 'not-tried')).toHaveLength(20_000 - world.asked.length);
  });

  it('says so also of few, where all are refused', async () => {
    expect((await open(() => 'not-allowed').run(wanted(2))).stop).toBe('not-allowed');
  });

  it('goes on where many are refused by a policy, and one is let in', async () => {
    const { stop } = await open((id) => (id === 'a5' ? 'had' : 'not-allowed')).run(wanted(300));
    expect(stop).toBeUndefined();
  });

  it('stops at once where our token is not taken', async () => {
    const world = open(() => 'not-let-in');
    expect((await world.run(wanted(900))).stop).toBe('not-let-in');
    expect(world.asked.length).toBeLessThanOrEqual(4);
  });

  it('stops where nobody is answered any more, and not for one who has to wait', async () => {
    const away = open((_, asked) => (asked <= 30 ? 'installed' : 'throttled'));
    expect((await away.run(wanted(900))).stop).toBe('no-answer');
    expect(away.asked.length).toBeLessThan(45);
    const busy = open((_, asked) => (asked % 5 === 0 ? 'throttled' : 'installed'));
    expect((await busy.run(wanted(300))).stop).toBeUndefined();
  });

  it('stops when it is asked to, and the rest is told as not tried', async () => {
    const world = open(() => 'installed');
    world.stopAfter(10);
    const { people, stop } = await world.run(wanted(50));
    expect(stop).toBe('asked');
    expect(people.filter(({ reason }) => reason === 'not-tried')).toHaveLength(50 - world.asked.length);
  });

  it('for whom nothing is to be done asks nobody', async () => {
    const world = open(() => 'installed');
    expect(await world.run([{ displayName: 'Kari', need: 'reachable' }])).toEqual({
      people: [{ displayName: 'Kari', reason: 'reachable' }],
    });
    expect(world.asked).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import type { Person } from '../../../src/features/people/person.ts';
import type { UnitStore } from '../../../src/features/people/unit-store.ts';
import { publishArea } from '../../../src/features/rollups/publish-area.ts';
import { readBelow } from '../../../src/features/rollups/read-below.ts';
import type { RollupStore } from '../../../src/features/rollups/rollup-store.ts';
import { memoryRollupStore } from '../../support/memory-rollup-store.ts';
import { memoryUnitStore } from '../../support/memory-unit-store.ts';
import { aLeader } from '../../support/person-builder.ts';

const now = new Date('2026-12-07T08:00:00Z');
const leaderOf = (...unitIds: readonly string[]): Person =>
  aLeader('nils', [...unitIds], { roles: ['employee', 'leader', 'area-leader'] });

/** Two areas, told of in December: 20 are done in each school, and 10 are late in `moen`. */
async function createWorld() {
  const stores = { rollups: memoryRollupStore(), units: memoryUnitStore() };
  const tree = { oppvekst: ['lia', 'moen'], helse: ['ppt'] };
  for (const [areaId, unitIds] of Object.entries(tree)) {
    await stores.units.createUnit({ unitId: areaId, name: areaId, sector: 'other' });
    const units = unitIds.map((unitId) => ({
      unitId,
      alike: [
        { standing: 'done' as const, modules: {}, count: 20 },
        { standing: 'late' as const, modules: {}, count: unitId === 'moen' ? 10 : 0 },
      ],
    }));
    for (const unitId of unitIds)
      await stores.units.createUnit({ unitId, name: `${unitId} skole`, sector: 'school', parentId: areaId });
    await stores.rollups.createArea('2026-12', publishArea({ areaId, units }));
  }
  await stores.rollups.createRelease({ month: '2026-12', on: '2026-12-01', areaIds: Object.keys(tree) });
  let reads = 0;
  const units: UnitStore = {
    ...stores.units,
    listUnits() {
      reads += 1;
      return stores.units.listUnits();
    },
  };
  const rollups: RollupStore = {
    ...stores.rollups,
    getRelease(month) {
      reads += 1;
      return stores.rollups.getRelease(month);
    },
  };
  const calendar = {
    ...{
      zone: 'Europe/Oslo',
      window: { from: '08:00' as const, to: '15:30' as const },
      localDaysOff: [],
      halfDays: [],
    },
    ...{ pauses: [], useHolidays: true },
  };
  return {
    ...{ ...stores, reads: () => reads },
    read: (leader: Person) => readBelow({ units, rollups, calendar, zone: 'Europe/Oslo' }, leader, now),
  };
}

test('each area that is led is told of as it was told last, with the units that have most to do first', async () => {
  const { read } = await createWorld();
  const none = { onTheWay: 0, notStarted: 0 };
  expect(await read(leaderOf('oppvekst', 'helse', 'lia'))).toMatchObject([
    {
      ...{ unitId: 'oppvekst', told: 'figures', on: '2026-12-01', counts: { done: 40, late: 10, ...none } },
      parts: [{ name: 'moen skole', counts: { late: 10 } }, { name: 'lia skole' }],
    },
    { unitId: 'helse', counts: { done: 20, late: 0, ...none } },
  ]);
});

test('of an area that has come since, it is said when the first figures come', async () => {
  const { units, read } = await createWorld();
  await units.createUnit({ unitId: 'kultur', name: 'Kultur', sector: 'other' });
  await units.createUnit({ unitId: 'kulturskolen', name: 'Kulturskolen', sector: 'other', parentId: 'kultur' });
  expect(await read(leaderOf('kultur'))).toEqual([
    { unitId: 'kultur', name: 'Kultur', told: 'not-yet', nextOn: '2027-01-04' },
  ]);
});

test('the units and the months are read once, however many areas somebody leads', async () => {
  const { read, reads } = await createWorld();
  await read(leaderOf('oppvekst', 'helse'));
  const [months, units] = [12, 1];
  expect(reads()).toBe(months + units);
});

test('nothing is read for who may see no figures, and no month for who has nothing below', async () => {
  const { read, reads } = await createWorld();
  expect(await read(aLeader('torill', ['oppvekst']))).toEqual([]);
  expect(reads()).toBe(0);
  expect(await read(leaderOf('ppt'))).toEqual([]);
  expect(reads()).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { composeDigests } from '../../../src/compose-digests.ts';
import { type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import type { DigestModel } from '../../../src/features/digests/leader-digest.ts';
import { readDigest } from '../../../src/features/digests/read-digest.ts';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import type { Person } from '../../../src/features/people/person.ts';
import type { ReminderRules } from '../../../src/features/reminders/schedule-reminders.ts';
import type { RollupStore } from '../../../src/features/rollups/rollup-store.ts';
import { memoryRollupStore } from '../../support/memory-rollup-store.ts';
import { addPerson, aLeader, aPerson } from '../../support/person-builder.ts';
import { jobsIn, liveDayByDay, message } from '../reminders/jobs-in.ts';
import { createWorld, rules } from '../reminders/world.ts';

const zone = 'Europe/Oslo';
const begins: LocalDate = '2027-02-01';
const inWaves = (...unitIds: readonly string[]): ReminderRules => {
  const waves = new Map(unitIds.map((unitId) => [unitId, begins]));
  return { ...rules, catalogue: { ...rules.catalogue, waves } };
};
const counts = (notStarted: number) => ({ done: 0, late: 0, onTheWay: 0, notStarted });

/** The area began with the municipality, and so did the schools that are not in the wave of February. */
async function municipality(leader: Person, by = inWaves('lia')) {
  const world = createWorld();
  const stores = { ...world.stores, rollups: memoryRollupStore() };
  await stores.units.createUnit({ unitId: 'oppvekst', name: 'Oppvekst', sector: 'school' });
  for (const unitId of ['solbakken', 'lia']) {
    await stores.units.createUnit({ unitId, name: `${unitId} skole`, sector: 'school', parentId: 'oppvekst' });
    await addPerson(stores, aPerson(`p-${unitId}`, { unitId, employedOn: '2019-08-01' }));
  }
  await addPerson(stores, leader);
  for (const unitId of leader.leads) await stores.units.createLeader(leader.personId, unitId);
  const told: { on: LocalDate; model: DigestModel }[] = [];
  const { readDigest: read, skipRound } = composeDigests(stores, { digest: { weekday: 1, time: '08:30' }, zone }, by);
  const jobs = jobsIn(world, {
    readDigest: read,
    ...(skipRound && { skipRound }),
    present: {
      digest(model) {
        told.push({ on: localDateAt(world.clock.now(), zone), model: model as DigestModel });
        return message;
      },
    },
  });
  const live = (from: LocalDate, to: LocalDate): Promise<void> => liveDayByDay(world, jobs, from, to);
  return { ...world, stores, live, told };
}

/** What was told in a month: 15 at Lia and 10 at Solbakken, who have not started. */
async function tellFigures({ rollups }: { rollups: RollupStore }, on: LocalDate): Promise<void> {
  const month = on.slice(0, 'YYYY-MM'.length);
  const units = [
    { unitId: 'lia', counts: counts(15) },
    { unitId: 'solbakken', counts: counts(10) },
  ];
  await rollups.createArea(month, { areaId: 'oppvekst', units, modules: [] });
  await rollups.createRelease({ month, on, areaIds: ['oppvekst'] });
}

const own = { unitId: 'administration', employedOn: '2019-08-01' } as const;

describe('the digest of a leader whose unit begins later than the municipality', () => {
  it('comes from the week it begins, and none before', async () => {
    const { live, told, stores } = await municipality(aLeader('torill', ['lia'], own));
    await live('2026-11-30', '2027-01-31');
    expect(told).toEqual([]);
    expect((await stores.people.get('torill', digestRow, '2027-W04'))?.value).toMatchObject({
      ...{ state: 'skipped', reason: 'not-begun' },
    });
    await live('2027-02-01', '2027-02-09');
    expect(told.map(({ on }) => on)).toEqual(['2027-02-01', '2027-02-08']);
  });

  it('tells until then of the other units only', async () => {
    const { live, told } = await municipality(aLeader('torill', ['lia', 'solbakken'], own));
    await live('2027-01-25', '2027-02-01');
    expect(told.map(({ model }) => model.units.map(({ unitId }) => unitId))).toEqual([
      ['solbakken'],
      ['lia', 'solbakken'],
    ]);
    expect(told.map(({ model }) => model.counts.people)).toEqual([1, 2]);
  });

  it('says of whom the leader stands in for only what has begun', async () => {
    const actsFor: Person['actsFor'] = [
      { unitId: 'lia', until: '2027-02-20' },
      { unitId: 'solbakken', until: '2027-02-26' },
    ];
    const { live, told, stores } = await municipality({ ...aPerson('anna', own), actsFor });
    for (const unitId of ['lia', 'solbakken']) await stores.units.createLeader('anna', unitId);
    await live('2027-01-25', '2027-01-25');
    expect(told[0]?.model.standsIn).toEqual([{ until: '2027-02-26', units: ['solbakken skole'] }]);
  });

  it('is there all the same for the leader who asks', async () => {
    const { stores } = await municipality(aLeader('torill', ['lia'], own));
    const asked = await readDigest(
      { ...stores, catalogue: inWaves('lia').catalogue, zone },
      'torill',
      new Date('2026-11-30T08:00:00Z'),
    );
    expect(asked?.counts).toMatchObject({ people: 1, notStarted: 1 });
  });
});

describe('the digest of an area leader', () => {
  const area = aLeader('siv', ['oppvekst'], { ...own, roles: ['employee', 'leader', 'area-leader'] });

  it('tells of the units below that have begun', async () => {
    const { live, told, stores } = await municipality(area);
    await tellFigures(stores, '2026-12-01');
    await live('2026-12-07', '2026-12-07');
    expect(told[0]?.model.below).toMatchObject([{ counts: counts(10), parts: [{ unitId: 'solbakken' }] }]);
    await tellFigures(stores, '2027-02-01');
    await live('2027-03-01', '2027-03-01');
    expect(told[1]?.model.below).toMatchObject([{ counts: counts(25), parts: [{ unitId: 'lia' }, {}] }]);
  });

  it('does not come while none of them has, and nobody works in the area itself', async () => {
    const { live, told, stores } = await municipality(area, inWaves('lia', 'solbakken'));
    await live('2026-11-30', '2026-12-06');
    await tellFigures(stores, '2026-12-01');
    await live('2026-12-07', '2027-01-31');
    expect(told).toEqual([]);
    await live('2027-02-01', '2027-02-01');
    expect(told[0]?.model.below).toMatchObject([{ counts: counts(25) }]);
  });
});

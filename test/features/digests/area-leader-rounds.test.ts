import { describe, expect, it } from 'vitest';
import { isoWeekOf, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { skipForAreaLeader } from '../../../src/features/digests/quiet-digest.ts';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import type { Ledger } from '../../../src/features/reminders/ledger.ts';
import { jobsIn, liveDayByDay, message } from '../reminders/jobs-in.ts';
import { createWorld, kari } from '../reminders/world.ts';

const zone = 'Europe/Oslo';

/** Kari leads an area with one school below, and nothing else. The year has a pause from 1 July to 14 August. */
async function areaLeader() {
  const world = createWorld();
  const { stores } = world;
  await world.hire({ ...kari, roles: ['employee', 'leader', 'area-leader'], leads: ['skolen'] });
  await stores.units.createUnit({ unitId: 'lia', name: 'Lia skole', sector: 'school', parentId: 'skolen' });
  await stores.units.createLeader('kari', 'skolen');
  for (const hint of await world.hints()) await stores.due.delete(hint);
  const told: LocalDate[] = [];
  const jobs = jobsIn(world, {
    skipRound: (leaderId, now) => skipForAreaLeader({ ...stores, zone }, {}, leaderId, now),
    present: {
      digest() {
        told.push(localDateAt(world.clock.now(), zone));
        return message;
      },
    },
  });
  const live = (from: LocalDate, to: LocalDate): Promise<void> => liveDayByDay(world, jobs, from, to);
  const stands = (monday: LocalDate, ledger: object): Promise<unknown> => {
    const at = { key: isoWeekOf(monday), failures: 0, attempts: 0, settledAt: new Date(`${monday}T07:30:00Z`) };
    const row = { ...at, ...ledger } as Ledger;
    return stores.people.commit({ personId: 'kari', writes: [createRow(digestRow, row)] });
  };
  const pausedUntil = (until: LocalDate) =>
    stores.people.commit({
      personId: 'kari',
      writes: [createRow(preferencesRow, { nudges: 'on', pausedUntil: until })],
    });
  return { live, stands, pausedUntil, told };
}

describe('an area leader is told', () => {
  it('on the first Monday of each month, and of August after the pause, year after year', async () => {
    const { live, told } = await areaLeader();
    await live('2026-12-03', '2028-11-30');
    const of2027 = ['01-04', '02-01', '03-01', '04-05', '05-03', '06-07', '08-16', '09-06', '10-04', '11-01', '12-06'];
    const of2028 = ['01-03', '02-07', '03-06', '04-03', '05-02', '06-06', '08-15', '09-04', '10-02', '11-06'];
    expect(told).toEqual(['2026-12-07', ...of2027.map((day) => `2027-${day}`), ...of2028.map((day) => `2028-${day}`)]);
  });

  it('the week after, where nobody was there on the first Monday and the days after it', async () => {
    const { live, told } = await areaLeader();
    await live('2026-12-10', '2027-01-10');
    expect(told).toEqual(['2026-12-14', '2027-01-04']);
  });

  it('when back from an own pause', async () => {
    const { live, pausedUntil, told } = await areaLeader();
    await pausedUntil('2026-12-18');
    await live('2026-12-01', '2027-01-10');
    expect(told).toEqual(['2026-12-21', '2027-01-04']);
  });

  it('the week after a message that Teams refused, or that was never tried', async () => {
    for (const ledger of [
      { state: 'rejected', reason: 'blocked' },
      { state: 'parked', reason: 'too-many-failures' },
      { state: 'skipped', reason: 'once-a-month' },
    ]) {
      const { live, stands, told } = await areaLeader();
      await stands('2026-12-07', ledger);
      await live('2026-12-07', '2026-12-31');
      expect(told, ledger.state).toEqual(['2026-12-14']);
    }
  });

  it('no more in a month when it may have arrived, or there was nothing new', async () => {
    const post = { claimId: 'c', class: 'digest', items: [] };
    for (const ledger of [
      { state: 'uncertain', reason: 'timed-out', ...post, attempts: 2 },
      { state: 'skipped', reason: 'nothing-new' },
    ]) {
      const { live, stands, told } = await areaLeader();
      await stands('2026-12-07', ledger);
      await live('2026-12-07', '2027-01-10');
      expect(told, ledger.state).toEqual(['2027-01-04']);
    }
  });
});

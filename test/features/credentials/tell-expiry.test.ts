import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { addDays, type LocalDate } from '../../../src/core/local-date.ts';
import { type ExpiryStep, expiryStepOf } from '../../../src/features/credentials/expiry.ts';
import { createTellExpiry, type ExpiryModel } from '../../../src/features/credentials/tell-expiry.ts';
import type { Person } from '../../../src/features/people/person.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { jobsIn, liveDayByDay, message } from '../reminders/jobs-in.ts';
import { calendar, createWorld, kari, type World } from '../reminders/world.ts';

const admin: Person = { ...kari, personId: 'siv', displayName: 'Siv Dahl', roles: ['employee', 'administrator'] };
const leader: Person = { ...kari, personId: 'olav', roles: ['leader'], leads: ['skolen'] };
const expiresOn: LocalDate = '2027-01-25';

async function installed(...people: Person[]): Promise<World> {
  const world = createWorld('2026-11-26T09:00:00Z');
  for (const person of people) await world.hire(person);
  return world;
}

function tellIn(world: World) {
  const told: ExpiryModel[] = [];
  const expiring = {
    expiry: { what: 'secret' as const, expiresOn },
    present(model: ExpiryModel) {
      told.push(model);
      return { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' } as const, summary: 'x' };
    },
  };
  let readings = 0;
  const listUnits = () => {
    readings += 1;
    return world.stores.units.listUnits();
  };
  const units = { ...world.stores.units, listUnits };
  const tellExpiry = createTellExpiry({ ...world.needs, units, calendar, expiring });
  const tell = (iso: string) => {
    world.goTo(iso);
    return tellExpiry(world.clock.now());
  };
  return { told, tell, readings: () => readings };
}

describe('that the secret runs out', () => {
  test('is told 60, 30 and 7 days before, once each and on working days, to administrators only', async () => {
    const world = await installed(admin, leader, kari);
    const { told, tell } = tellIn(world);
    let day: LocalDate = '2026-11-20';
    for (; day <= expiresOn; day = addDays(day, 1)) await tell(`${day}T09:00:00Z`);
    // The 30th day before is a Saturday after Christmas.
    expect(told.map(({ days }) => days)).toEqual([60, 28, 7]);
    expect(new Set(world.pings.map(({ conversationId }) => conversationId))).toEqual(new Set(['chat-siv']));
  });

  test('is told once, of the nearest step, when nobody was told for long', async () => {
    const world = await installed(admin);
    const { told, tell } = tellIn(world);
    expect(await tell('2027-01-22T09:00:00Z')).toBe(1);
    expect(await tell('2027-01-22T10:00:00Z')).toBe(0);
    expect(told.map(({ days }) => days)).toEqual([3]);
  });

  test('is told again the next day when Teams could not be reached', async () => {
    const world = await installed(admin);
    world.answers.push({ outcome: 'try-later', reason: 'econnrefused', because: 'failed' });
    const { tell } = tellIn(world);
    expect(await tell('2026-11-26T09:00:00Z')).toBe(0);
    expect(await tell('2026-11-27T09:00:00Z')).toBe(1);
  });

  test('stands in the log each day, also where there is no administrator', async () => {
    const world = await installed(leader);
    const { tell } = tellIn(world);
    expect(await tell('2026-11-26T09:00:00Z')).toBe(0);
    expect(world.events).toEqual([{ event: 'credentials-expire', daysLeft: 60, administrators: 0, told: 0 }]);
  });

  test('is not told in a pause, but to the others, and on the first day after it', async () => {
    const world = await installed(admin, { ...admin, personId: 'ali' });
    const paused = createRow(preferencesRow, { nudges: 'on', pausedUntil: '2026-11-27' });
    await world.stores.people.commit({ personId: 'siv', writes: [paused] });
    const { tell } = tellIn(world);
    const told = () => world.pings.map(({ conversationId }) => conversationId);
    await tell('2026-11-26T09:00:00Z');
    expect(told()).toEqual(['chat-ali']);
    await tell('2026-11-30T09:00:00Z');
    expect(told()).toEqual(['chat-ali', 'chat-siv']);
  });

  test('is no reason to read everybody each day: only at a new step, and once a week, also when it has run out', async () => {
    const world = await installed(admin, leader, kari);
    const { tell, readings } = tellIn(world);
    for (let day: LocalDate = '2026-11-26'; day <= '2027-04-15'; day = addDays(day, 1)) await tell(`${day}T09:00:00Z`);
    expect(readings()).toBeLessThanOrEqual(Math.ceil(141 / 7) + 2);
  });

  test('is told to who becomes an administrator, within a week, and to nobody who is one no more', async () => {
    const world = await installed(admin);
    const { tell } = tellIn(world);
    await tell('2026-11-26T09:00:00Z');
    await world.hire({ ...admin, personId: 'ali' });
    await world.hire({ ...admin, personId: 'unn', endsOn: '2026-11-30' });
    for (const day of ['11-27', '11-30', '12-01', '12-02', '12-03']) await tell(`2026-${day}T09:00:00Z`);
    expect(world.pings.map(({ conversationId }) => conversationId)).toEqual(['chat-siv', 'chat-ali']);
  });

  test('is told to the others where the profile of one cannot be read, before they are found and after', async () => {
    const unreadable = { givenName: '' };
    const world = await installed({ ...admin, personId: 'ali' }, admin, kari);
    await world.becomes({ ...kari, ...unreadable });
    const { tell } = tellIn(world);
    expect(await tell('2026-11-26T09:00:00Z')).toBe(2);
    await world.becomes({ ...admin, personId: 'ali', ...unreadable });
    await tell('2026-11-27T09:00:00Z');
    expect(world.events.at(-1)).toMatchObject({ event: 'credentials-expire', administrators: 1 });
  });

  test('is not told by halves while storage is away', async () => {
    const world = await installed(admin);
    const away = new Failure('unavailable', 'storage is away');
    world.needs.people = { ...world.stores.people, get: () => Promise.reject(away) };
    await expect(tellIn(world).tell('2026-11-26T09:00:00Z')).rejects.toBe(away);
  });

  test('is not told to who has left', async () => {
    const world = await installed({ ...admin, endsOn: '2026-11-25' });
    expect(await tellIn(world).tell('2026-11-26T09:00:00Z')).toBe(0);
  });
});

test('that the secret runs out is told in the summer too, when reminders wait', async () => {
  const world = createWorld('2027-06-11T07:00:00Z');
  await world.hire(admin);
  const days: number[] = [];
  const expiry = { what: 'secret' as const, expiresOn: '2027-08-10' as const };
  const present = (model: ExpiryModel) => {
    days.push(model.days);
    return message;
  };
  const jobs = jobsIn(world, { expiring: { expiry, present } });
  await liveDayByDay(world, jobs, '2027-06-11', '2027-08-10');
  // The 30th day before is a Sunday.
  expect(days).toEqual([60, 29, 7]);
});

test('of any two days the later one is never at an earlier step', () => {
  const order: readonly (ExpiryStep | undefined)[] = [undefined, 60, 30, 7];
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 100 }), fc.nat(100), (left, more) => {
      const stepAt = (days: number) =>
        order.indexOf(expiryStepOf({ what: 'secret', expiresOn: addDays('2026-01-01', days) }, '2026-01-01'));
      expect(stepAt(left)).toBeGreaterThanOrEqual(stepAt(left + more));
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { nextGroupAt, tendGroups } from '../../../src/features/groups/tend-groups.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { aSession, createGroupWorld, type GroupWorld, monday, sessionId } from './group-world.ts';

const queued = async (world: GroupWorld): Promise<string[]> =>
  (await world.queue.receive(32)).map(({ text }) => String(JSON.parse(text).kind));
const hoursAfter = (hours: number): Date => new Date(monday.getTime() + hours * 3_600_000);

describe('sessions that are looked after every minute', () => {
  it('have their card looked at, so that a number that was not shown is shown', async () => {
    const world = createGroupWorld();
    await world.begins(aSession());
    expect(await tendGroups(world.needs, monday)).toBe(1);
    expect(await queued(world)).toEqual(['group-card']);
  });

  it('end after four hours, and not before', async () => {
    const world = createGroupWorld();
    await world.begins(aSession());
    const stored = async () => (await world.stores.groups.getSession(sessionId))?.value;
    await tendGroups(world.needs, hoursAfter(3.99));
    expect((await stored())?.state).toBe('open');
    await tendGroups(world.needs, hoursAfter(4));
    expect(await stored()).toMatchObject({ state: 'closing', endedAt: hoursAfter(4) });
    expect(await queued(world)).toEqual(['group-card', 'attendance']);
  });

  it('that have ended are queued again until they are recorded', async () => {
    const world = createGroupWorld();
    await world.begins(aSession({ state: 'closing', endedAt: monday }));
    await tendGroups(world.needs, monday);
    await tendGroups(world.needs, monday);
    expect(await queued(world)).toEqual(['attendance', 'attendance']);
  });

  it('that never came to be, after their hint, are forgotten after a while', async () => {
    const world = createGroupWorld();
    await world.stores.groups.createHint({ sessionId: 'never', createdAt: monday });
    await tendGroups(world.needs, new Date(monday.getTime() + 60_000));
    expect(await toArray(world.stores.groups.listHints())).toHaveLength(1);
    await tendGroups(world.needs, hoursAfter(1));
    expect(await toArray(world.stores.groups.listHints())).toEqual([]);
    expect(await queued(world)).toEqual([]);
  });

  it('are looked after also when the one before them cannot be read, which is told', async () => {
    const world = createGroupWorld();
    await world.begins(aSession({ sessionId: 'aaa', stage: -1 }));
    await world.begins(aSession({ state: 'closing', endedAt: monday }));
    let told = 0;
    const tellUnreadable = () => {
      told += 1;
    };
    await tendGroups({ ...world.needs, tellUnreadable }, monday);
    expect(await queued(world)).toEqual(['attendance']);
    expect(told).toBe(1);
    expect(await toArray(world.stores.groups.listHints())).toHaveLength(2);
  });

  it('wait all when storage is away, which concerns them all', async () => {
    const world = createGroupWorld();
    await world.begins(aSession());
    const away = new Failure('unavailable', 'storage is away');
    const groups = { ...world.stores.groups, getSession: () => Promise.reject(away) };
    await expect(tendGroups({ ...world.needs, groups }, monday)).rejects.toBe(away);
  });

  it('tell when something happens by itself', async () => {
    const world = createGroupWorld();
    expect(await nextGroupAt(world.stores.groups, monday)).toBeUndefined();
    await world.begins(aSession());
    await world.begins(aSession({ sessionId: 'other', state: 'closing', endedAt: hoursAfter(1) }));
    expect(await nextGroupAt(world.stores.groups, monday)).toEqual(new Date(hoursAfter(1).getTime() + 15_000));
    expect(await nextGroupAt(world.stores.groups, hoursAfter(2))).toEqual(hoursAfter(4));
    expect(await nextGroupAt(world.stores.groups, hoursAfter(5))).toBeUndefined();
  });
});

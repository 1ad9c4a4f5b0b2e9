import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { findDue } from '../../../src/features/reminders/find-due.ts';
import { createWorld, kari, type World } from './world.ts';

const due = new Date('2026-11-26T08:00:00Z');
const find = (world: World, now = due) =>
  findDue({ due: world.stores.due, queue: world.queue, zone: 'Europe/Oslo' }, now, world.queue.size());

describe('finding what is due', () => {
  it('queues one pointer for each person, however much is due', async () => {
    const world = createWorld();
    await world.hire();
    await world.hire({ ...kari, personId: 'ola' });
    expect(await find(world)).toEqual({ found: 4, people: 2 });
    const pointers = (await world.queue.receive(32)).map(({ text }) => JSON.parse(text));
    expect(pointers).toEqual([
      { kind: 'reminder', personId: 'kari', dueOn: '2026-11-26' },
      { kind: 'reminder', personId: 'ola', dueOn: '2026-11-26' },
    ]);
  });

  it('keeps the work when the queue is away: nothing is marked that was not queued', async () => {
    const world = createWorld();
    await world.hire();
    const queue = { send: () => Promise.reject(new Failure('unavailable', 'the queue is away')) };
    await expect(findDue({ due: world.stores.due, queue, zone: 'Europe/Oslo' }, due, 0)).rejects.toThrow('away');
    expect(await find(world)).toEqual({ found: 2, people: 1 });
  });

  it('queues twice rather than never when it dies between queueing and marking', async () => {
    const world = createWorld();
    await world.hire();
    const dying = { ...world.stores.due, markQueued: () => Promise.reject(new Failure('unavailable', 'gone')) };
    await expect(findDue({ due: dying, queue: world.queue, zone: 'Europe/Oslo' }, due, 0)).rejects.toThrow('gone');
    await find(world);
    expect(world.queue.size()).toBe(2);
  });

  it('leaves what is later today, and what is older than two weeks to the nightly round', async () => {
    const world = createWorld();
    await world.hire();
    expect(await find(world, new Date('2026-11-26T07:59:00Z'))).toEqual({ found: 0, people: 0 });
    expect(await find(world, new Date('2027-01-20T08:00:00Z'))).toEqual({ found: 0, people: 0 });
  });

  it('does not mind a row that another replica marked, or that was sent and deleted, meanwhile', async () => {
    const world = createWorld();
    await world.hire();
    const [first, second] = [find(world), find(world)];
    expect((await Promise.all([first, second])).map(({ people }) => people)).toEqual([1, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { createAnnounceChange } from '../../../src/features/groups/announce-change.ts';
import { createGroupWorld } from './group-world.ts';

describe('a change of a session', () => {
  it('is told once for all presses of two seconds, and never seen before the last of them', async () => {
    const world = createGroupWorld();
    const announce = createAnnounceChange(world.needs);
    for (let press = 0; press < 20; press += 1) {
      await announce('one');
      world.passes(0.099);
    }
    expect(world.queue.size()).toBe(1);
    expect(await world.queue.receive(32)).toEqual([]);
    world.passes(0.1);
    expect(await world.queue.receive(32)).toHaveLength(1);
    await announce('one');
    expect(world.queue.size()).toBe(2);
  });

  it('of another session is told for itself', async () => {
    const world = createGroupWorld();
    const announce = createAnnounceChange(world.needs);
    await Promise.all([announce('one'), announce('two'), announce('one')]);
    expect(world.queue.size()).toBe(2);
  });

  it('that could not be told fails nobody, and the next one is told', async () => {
    const world = createGroupWorld();
    const { queue } = world;
    let isAway = true;
    const send: typeof queue.send = (...args) =>
      isAway ? Promise.reject(new Failure('unavailable', 'the queue is away')) : queue.send(...args);
    const announce = createAnnounceChange({ ...world.needs, queue: { send } });
    await announce('one');
    expect(world.events).toContainEqual({ event: 'background-failed', at: 'group-card', kind: 'unavailable' });
    isAway = false;
    await announce('one');
    expect(queue.size()).toBe(1);
  });
});

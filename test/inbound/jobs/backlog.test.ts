import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../../src/features/reminders/messenger.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { createJobs, type Jobs, type JobsNeeds } from '../../../src/inbound/jobs/run-jobs.ts';
import { createWorld, kari, rules, type World } from '../../features/reminders/world.ts';
import { memoryWorkQueue } from '../../support/memory-work-queue.ts';

const people = 100;
/** Nine o'clock; the window closes six hours later. */
const begin = '2026-11-26T08:00:00Z';
const sixHours = 6 * 60;
/** Some hundred thousand steps, on a machine that may be busy. */
const patience = { timeout: 60_000 };

type Backlog = {
  world: World;
  jobs: Jobs;
  digests: string[];
  queue: World['queue'];
  /** How many messages the workers take from now until it is said anew. */
  mayTake(count: number): void;
  /** What Teams answers from now on; `undefined` when it is well. */
  answers(result: SendResult | undefined): void;
  reads(): number;
};

/** People with something due, and workers that do as much as the test lets them. */
async function backlogOf(count = people, given: Partial<JobsNeeds<string>> & { queue?: World['queue'] } = {}) {
  const world = createWorld();
  for (let index = 0; index < count; index += 1) await world.hire({ ...kari, personId: `person-${index}` });
  // The night's round is over, and what comes later only costs time here.
  await world.stores.ticks.takeMinute('repair', '2026-11-26T03:00');
  await world.stores.ticks.finish('repair', '2026-11-26T03:00');
  for (const hint of await world.hints()) if (hint.dueOn > '2026-11-26') await world.stores.due.delete(hint);
  const { queue = world.queue } = given;
  const digests: string[] = [];
  let allowance = 0;
  let answer: SendResult | undefined;
  let reads = 0;
  const { people: stored } = world.stores;
  const counted = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        if (name === 'get' || name === 'list') reads += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  const needs: JobsNeeds<string> = {
    ...world.needs,
    ...world.stores,
    ...{ people: counted(stored), queue, wait: async () => undefined },
    messenger: {
      ...world.needs.messenger,
      send: async (to, message) => answer ?? world.needs.messenger.send(to, message),
    },
    source: {
      async receive(limit) {
        const items = await queue.receive(Math.min(limit, allowance));
        allowance -= items.length;
        return items;
      },
    },
    digest: { weekday: 4, time: '09:00' },
    readDigest: async (leaderId) => leaderId,
    readOwnerCards: async () => new Map(),
    present: {
      ...world.needs.present,
      ownerCard: () => ({ card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' }),
      delegation: () => ({ card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' }),
      groupCard: () => ({ card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' }),
      digest(model) {
        digests.push(model);
        return { card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x' }, summary: 'x' };
      },
    },
    ...given,
  };
  world.goTo(begin);
  const backlog: Backlog = {
    ...{ world, queue, digests, jobs: createJobs(needs) },
    mayTake(most) {
      allowance = most;
    },
    answers(result) {
      answer = result;
    },
    reads: () => reads,
  };
  return backlog;
}

/** Minute for minute, with workers that take so many messages in each; the longest that the queue was. */
async function live({ world, jobs, queue, mayTake }: Backlog, minutes: number, takenEach: number): Promise<number> {
  let longest = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    await jobs.runTick(world.clock.now());
    longest = Math.max(longest, queue.size());
    mayTake(takenEach);
    await jobs.drain();
    world.pass(1);
  }
  return longest;
}

async function workOff(backlog: Backlog, minutes = 1): Promise<void> {
  backlog.world.pass(-minutes);
  await live(backlog, minutes, Number.POSITIVE_INFINITY);
}

function postsEach({ posts }: World): number[] {
  const byChat = Map.groupBy(posts, ({ conversationId }) => conversationId);
  return [...byChat.values()].map((each) => each.length);
}
const oneFor = (count: number): number[] => Array.from({ length: count }, () => 1);

async function lose({ queue }: Backlog, count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    const items = await queue.receive(Math.min(left, 32));
    for (const item of items) await item.complete();
    left -= items.length;
  }
}

describe('a backlog of six hours', patience, () => {
  it('in which nobody takes a message leaves one for each person, and then everybody gets one card', async () => {
    const backlog = await backlogOf(500);
    expect(await live(backlog, sixHours - 2, 0)).toBe(500);
    const before = backlog.reads();
    await workOff(backlog);
    expect(postsEach(backlog.world)).toEqual(oneFor(500));
    expect(backlog.queue.size()).toBe(0);
    // As many as when they are sent at once.
    expect((backlog.reads() - before) / 500).toBeLessThan(20);
  });

  it('in which workers take one message a minute never grows', async () => {
    const backlog = await backlogOf(500);
    expect(await live(backlog, sixHours - 2, 1)).toBe(500);
    expect(backlog.world.posts).toHaveLength(sixHours - 2);
    expect(backlog.queue.size()).toBe(500 - (sixHours - 2));
    await workOff(backlog);
    expect(postsEach(backlog.world)).toEqual(oneFor(500));
  });

  it('in which Teams does not know us, and all is put off again and again, never grows', async () => {
    const backlog = await backlogOf();
    backlog.answers({ outcome: 'not-authorised', reason: 'no-token' });
    expect(await live(backlog, sixHours - 62, people)).toBe(people);
    backlog.answers(undefined);
    await live(backlog, 60, people);
    expect(postsEach(backlog.world)).toEqual(oneFor(people));
    expect(backlog.queue.size()).toBe(0);
  });

  it('with digests in it never grows: one for each leader and process', async () => {
    const backlog = await backlogOf(40);
    for (let index = 0; index < 40; index += 1)
      await backlog.world.stores.units.createLeader(`person-${index}`, 'skolen');
    expect(await live(backlog, sixHours - 2, 0)).toBe(80);
    await workOff(backlog);
    // Who was told of the own modules so late in the day is told of the others on the next.
    expect(backlog.digests).toHaveLength(0);
    backlog.world.goTo('2026-11-27T07:31:00Z');
    await workOff(backlog);
    expect(backlog.digests).toHaveLength(40);
    expect(new Set(backlog.digests).size).toBe(40);
  });

  it('with what people asked for in it never grows, and sends that once', async () => {
    const backlog = await backlogOf(0);
    const { world } = backlog;
    world.goTo('2026-11-23T07:00:00Z');
    await world.hire({ ...kari, employedOn: '2026-08-03' });
    for (const hint of await world.hints()) await world.stores.due.delete(hint);
    await setPing({ ...world.stores, rules }, kari, '2026-11-26');
    world.goTo(begin);
    expect(await live(backlog, sixHours - 2, 0)).toBe(1);
    await workOff(backlog);
    expect(world.pings).toHaveLength(1);
  });
});

describe('a pointer that is lost', patience, () => {
  it('in the middle of a backlog is made up for, message for message', async () => {
    const backlog = await backlogOf();
    await backlog.jobs.runTick(backlog.world.clock.now());
    await lose(backlog, 3);
    backlog.world.pass(1);
    expect(await live(backlog, 3 * 60, 0)).toBe(people);
    await live(backlog, 2 * 60, people);
    expect(postsEach(backlog.world)).toEqual(oneFor(people));
    expect(backlog.queue.size()).toBe(0);
  });

  it('with all the others, when somebody empties the queue, comes back within half an hour', async () => {
    const backlog = await backlogOf();
    await live(backlog, 60, 0);
    await lose(backlog, people);
    await live(backlog, 1, 0);
    expect(backlog.queue.size()).toBe(people);
    await workOff(backlog);
    expect(postsEach(backlog.world)).toEqual(oneFor(people));
  });

  it('because somebody died between the mark and the queue comes within half an hour', async () => {
    const backlog = await backlogOf(1);
    const { world } = backlog;
    for (const hint of await world.hints()) await world.stores.due.markQueued(hint, world.clock.now());
    expect(await live(backlog, 30, 1)).toBe(0);
    await live(backlog, 1, 1);
    expect(postsEach(world)).toEqual([1]);
  });

  it('is not taken for handled because another message hides in the queue for days', async () => {
    const backlog = await backlogOf(1);
    const { world, queue } = backlog;
    await queue.send({ kind: 'digest', personId: 'nobody', period: '2026-W48' }, 7 * 24 * 3_600_000);
    await backlog.jobs.runTick(world.clock.now());
    await lose(backlog, 1);
    world.pass(1);
    await live(backlog, 25 * 60, 1);
    expect(postsEach(world)).toEqual([1]);
  });
});

describe('a clock that is moved', () => {
  it('does not wait for a message that the queue hides by its own clock', async () => {
    const queue = memoryWorkQueue({ clock: { now: () => new Date(begin) } });
    const backlog = await backlogOf(1, { queue });
    backlog.answers({ outcome: 'try-later', reason: '429', because: 'throttled' });
    await live(backlog, 1, 1);
    backlog.answers(undefined);
    await live(backlog, 1, 1);
    expect(backlog.world.posts).toHaveLength(0);
    backlog.world.pass(60);
    await live(backlog, 1, 1);
    expect(postsEach(backlog.world)).toEqual([1]);
  });
});

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import { profileRow } from '../../../src/features/people/person-rows.ts';
import { replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import type { TickStore } from '../../../src/features/reminders/tick-store.ts';
import { createJobs, type JobsNeeds } from '../../../src/inbound/jobs/run-jobs.ts';
import type { Wait } from '../../../src/inbound/jobs/wait.ts';
import { aSession, sessionId } from '../../features/groups/group-world.ts';
import { createWorld, kari, type World } from '../../features/reminders/world.ts';
import { memoryGroupStore } from '../../support/memory-group-store.ts';

type Digest = { leaderId: string };

function jobsIn(world: World, more: Partial<JobsNeeds<Digest>> = {}) {
  const digests: Digest[] = [];
  const needs: JobsNeeds<Digest> = {
    ...world.needs,
    ...world.stores,
    ...{ queue: world.queue, source: world.queue, wait: untilStopped },
    digest: { weekday: 1, time: '08:30' },
    readDigest: async (leaderId) => ({ leaderId }),
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
    ...more,
  };
  return { jobs: createJobs(needs), digests };
}

/** The queue is looked at again and again; everything longer only ends when it is told to. */
const untilStopped: Wait = (ms, signal) => (ms === 1000 ? setImmediate() : aborted(signal));

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function hired(): Promise<World> {
  const world = createWorld();
  await world.hire();
  return world;
}

async function playUntil(world: World, jobs: ReturnType<typeof jobsIn>['jobs'], end: string): Promise<void> {
  for (;;) {
    const at = await jobs.nextDueAt(world.clock.now());
    if (at > new Date(end)) return;
    world.goTo(at.toISOString());
    await jobs.runTick(at);
    await jobs.drain();
  }
}

describe('a tick', () => {
  it('leads from due to sent', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    world.goTo('2026-11-26T07:59:00Z');
    expect(await jobs.runTick(world.clock.now())).toMatchObject({ found: 0 });
    world.goTo('2026-11-26T08:00:00Z');
    expect(await jobs.runTick(world.clock.now())).toMatchObject({ found: 2 });
    await jobs.drain();
    expect(world.posts).toHaveLength(1);
    expect(world.queue.size()).toBe(0);
  });

  it('belongs to one process a minute', async () => {
    const world = await hired();
    world.goTo('2026-11-26T08:00:00Z');
    const now = world.clock.now();
    const results = await Promise.all([jobsIn(world).jobs.runTick(now), jobsIn(world).jobs.runTick(now)]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['taken', 'ticked']);
  });

  it('tells how many minutes nobody ticked', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    await jobs.runTick(world.clock.now());
    world.pass(10);
    await jobs.runTick(world.clock.now());
    expect(world.events).toContainEqual({ event: 'tick-missed', job: 'tick', missedMinutes: 9 });
  });

  it('says how long ago one was finished when another process has the minute, though that one fails', async () => {
    const world = await hired();
    const list = () => {
      throw new Failure('unavailable', 'storage is away');
    };
    const failing = jobsIn(world, { due: { ...world.stores.due, list } });
    await jobsIn(world).jobs.runTick(world.clock.now());
    world.pass(7);
    await expect(failing.jobs.runTick(world.clock.now())).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await jobsIn(world).jobs.runTick(world.clock.now())).toEqual({ outcome: 'taken', minutesSince: 7 });
  });

  it('goes on after the clock has jumped a day ahead and is set back, and raises an alarm once', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    for (const at of ['2026-11-24T06:59:00Z', '2026-11-25T07:00:00Z']) await jobs.runTick(new Date(at));
    world.goTo('2026-11-24T07:00:00Z');
    const alarm = { event: 'background-failed', at: 'tick', kind: 'clock-ahead' };
    for (let minute = 0; minute < 3; minute += 1) {
      expect(await jobs.runTick(world.clock.now())).toMatchObject({ outcome: 'ticked' });
      world.pass(1);
    }
    expect(world.events.filter(({ event }) => event === 'background-failed')).toEqual([alarm]);
    expect(world.events.filter(({ event }) => event === 'tick-missed')).toHaveLength(1);
  });

  it('leads to sent in time though a clock that ran ahead had queued it, and the pointer came to nothing', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    world.goTo('2026-11-28T08:00:00Z');
    await jobs.runTick(world.clock.now());
    for (const item of await world.queue.receive(32)) await item.complete();
    expect(await world.queue.count()).toBe(0);
    for (const at of ['2026-11-26T07:59:00Z', '2026-11-26T08:00:00Z']) {
      world.goTo(at);
      await jobs.runTick(world.clock.now());
      await jobs.drain();
    }
    expect(world.posts).toHaveLength(1);
  });

  it('queues a person once, and again when the pointer has led to nothing for half an hour', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    world.goTo('2026-11-26T08:00:00Z');
    await jobs.runTick(world.clock.now());
    for (const item of await world.queue.receive(32)) await item.complete();
    world.pass(1);
    expect(await jobs.runTick(world.clock.now())).toMatchObject({ found: 0 });
    world.pass(30);
    expect(await jobs.runTick(world.clock.now())).toMatchObject({ found: 2 });
    await jobs.drain();
    expect(world.posts).toHaveLength(1);
  });

  it('finds what fell due during an outage of ten days', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    world.goTo('2026-12-07T08:00:00Z');
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    expect(world.posts).toHaveLength(1);
  });
});

describe('time played from event to event', () => {
  it('brings each step once, at its time, and ends', async () => {
    const world = await hired();
    const { jobs, digests } = jobsIn(world);
    await playUntil(world, jobs, '2027-03-01T00:00:00Z');
    expect(world.posts.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-26T08:00:00.000Z',
      '2026-11-30T08:00:00.000Z',
      '2026-12-11T08:00:00.000Z',
      '2026-12-18T08:00:00.000Z',
    ]);
    expect(digests).toEqual([]);
    expect(await world.hints()).toEqual([]);
  });
});

describe('the digest', () => {
  async function led(): Promise<World> {
    const world = await hired();
    await world.stores.units.createLeader('kari', 'skolen');
    return world;
  }

  it('goes to every leader once a week, also when the tick comes again and from two processes', async () => {
    const world = await led();
    const [first, second] = [jobsIn(world), jobsIn(world)];
    for (const time of ['07:30', '07:31', '08:45', '10:00']) {
      world.goTo(`2026-11-23T${time}:00Z`);
      await first.jobs.runTick(world.clock.now());
      world.pass(1);
      await second.jobs.runTick(world.clock.now());
      await Promise.all([first.jobs.drain(), second.jobs.drain()]);
    }
    expect([...first.digests, ...second.digests]).toEqual([{ leaderId: 'kari' }]);
    expect((await world.needs.people.get('kari', digestRow, '2026-W48'))?.value.state).toBe('sent');
  });

  it.each([
    ['Easter Monday 2027: Tuesday', '2027-03-28T10:00:00Z', '2027-03-30T06:30:00.000Z'],
    ['the summer: the first Monday after', '2027-07-10T10:00:00Z', '2027-08-16T06:30:00.000Z'],
  ])('moves from a day off to the next working day (%s)', async (_, from, expected) => {
    const world = await led();
    const { jobs, digests } = jobsIn(world);
    world.goTo(from);
    expect((await jobs.nextDueAt(world.clock.now())).toISOString()).toBe(expected);
    world.goTo(expected);
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    expect(digests).toHaveLength(1);
  });

  it('is left out when its time is more than two days ago', async () => {
    const world = await led();
    const { jobs, digests } = jobsIn(world);
    world.goTo('2026-11-26T10:00:00Z');
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    expect(digests).toEqual([]);
  });

  it('is not sent when there is nothing to tell', async () => {
    const world = await led();
    const { jobs, digests } = jobsIn(world, { readDigest: async () => undefined });
    world.goTo('2026-11-23T07:30:00Z');
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    expect(digests).toEqual([]);
    expect(world.queue.size()).toBe(0);
  });

  it('is sent again once when nobody knows whether it arrived', async () => {
    const world = await led();
    const { jobs, digests } = jobsIn(world);
    const lost = { outcome: 'unknown', reason: 'timeout' } as const;
    world.answers.push(lost, lost);
    for (const time of ['07:30', '08:01', '09:00', '10:30', '12:00']) {
      world.goTo(`2026-11-23T${time}:00Z`);
      await jobs.runTick(world.clock.now());
      await jobs.drain();
    }
    expect(digests).toHaveLength(2);
  });
});

describe('the nightly round', () => {
  it('creates hints that are missing, deletes those that lead nowhere, and changes nothing the second night', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    const [missing] = await world.hints();
    if (missing) await world.stores.due.delete(missing);
    const stray = {
      dueOn: '2026-11-20',
      dueTime: '09:00',
      personId: 'kari',
      moduleId: 'old',
      cycle: 1,
      stepId: 'due',
    } as const;
    await world.stores.due.create(stray);
    world.goTo('2026-11-24T02:30:00Z');
    await jobs.runTick(world.clock.now());
    const repaired = await world.hints();
    expect(repaired).toHaveLength(8);
    expect(JSON.stringify(repaired)).not.toContain('"old"');
    world.goTo('2026-11-25T02:30:00Z');
    await jobs.runTick(world.clock.now());
    expect(await world.hints()).toEqual(repaired);
  });

  it('brings back what is older than the tick looks', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    // Who was told of nothing has other dates by then.
    world.goTo('2026-11-26T08:00:00Z');
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    world.goTo('2027-02-01T02:30:00Z');
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    world.goTo('2027-02-01T08:00:00Z');
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    expect(world.posts).toHaveLength(2);
    expect((await world.states()).every((state) => state.endsWith('sent'))).toBe(true);
  });

  it('is done the same night after the clock has jumped a day ahead and is set back', async () => {
    const world = await hired();
    const { jobs } = jobsIn(world);
    world.goTo('2026-11-25T02:30:00Z');
    await jobs.runTick(world.clock.now());
    const planned = await world.hints();
    for (const hint of planned) await world.stores.due.delete(hint);
    world.goTo('2026-11-24T02:30:00Z');
    await jobs.runTick(world.clock.now());
    expect(await world.hints()).toHaveLength(planned.length);
  });

  it('that storage cut off is tried again the next hour, and not once more when it came through', async () => {
    const world = await hired();
    let asked = 0;
    const units = {
      ...world.stores.units,
      async *listAllMembers() {
        asked += 1;
        if (asked === 1) throw new Failure('unavailable', 'storage is away');
        yield* world.stores.units.listAllMembers();
      },
    };
    const { jobs } = jobsIn(world, { units });
    const planned = await world.hints();
    for (const hint of planned) await world.stores.due.delete(hint);
    world.goTo('2026-11-24T02:01:00Z');
    await expect(jobs.runTick(world.clock.now())).rejects.toMatchObject({ kind: 'unavailable' });
    for (const time of ['02:02', '03:00', '03:30', '04:00', '12:00']) {
      world.goTo(`2026-11-24T${time}:00Z`);
      await jobs.runTick(world.clock.now());
    }
    expect(await world.hints()).toHaveLength(planned.length);
    expect(asked).toBe(2);
  });

  it('is not held up by one person whose rows cannot be read', async () => {
    const world = await hired();
    await world.hire({ ...kari, personId: 'ola', aadObjectId: 'aad-ola' });
    const { jobs } = jobsIn(world);
    const profile = await world.needs.people.get('kari', profileRow);
    const broken = { ...replaceRow(profileRow, kari, profile?.etag ?? ''), value: { unreadable: true } };
    await world.needs.people.commit({ personId: 'kari', writes: [broken] });
    for (const hint of await world.hints()) await world.stores.due.delete(hint);
    world.goTo('2026-11-24T02:30:00Z');
    await jobs.runTick(world.clock.now());
    expect(new Set((await world.hints()).map(({ personId }) => personId))).toEqual(new Set(['ola']));
    expect(world.events).toContainEqual({ event: 'background-failed', at: 'repair', kind: 'bug' });
  });

  it('keeps the hint of a reminder that cannot be read, takes away the others that lead nowhere, and is done', async () => {
    const world = await hired();
    await world.hire({ ...kari, personId: 'ola', aadObjectId: 'aad-ola' });
    await world.hire({ ...kari, personId: 'per', aadObjectId: 'aad-per' });
    for (const personId of ['kari', 'ola', 'per'])
      await world.stores.due.create({
        dueOn: '2026-11-24',
        dueTime: '09:00',
        personId,
        moduleId: 'gone',
        cycle: 1,
        stepId: 'x',
      });
    const get: typeof world.needs.people.get = async (personId, row, key) => {
      if (personId === 'ola' && row.kind === 'reminder') throw new Failure('bug', 'a row does not parse');
      return world.needs.people.get(personId, row, key);
    };
    const { jobs } = jobsIn(world, { people: { ...world.needs.people, get } });
    for (const time of ['02:30', '03:30']) {
      world.goTo(`2026-11-25T${time}:00Z`);
      await jobs.runTick(world.clock.now());
    }
    const old = (await world.hints()).filter(({ dueOn }) => dueOn === '2026-11-24');
    expect(old.map(({ personId }) => personId)).toEqual(['ola']);
    expect(world.events.filter(({ event }) => event === 'background-failed')).toHaveLength(1);
  });

  it('and every tick go on past a hint that cannot be read, and each tells it once', async () => {
    const world = await hired();
    const { due } = world.needs;
    const list: typeof due.list = async function* (from, to, tellUnreadable) {
      tellUnreadable?.();
      yield* due.list(from, to);
    };
    const { jobs } = jobsIn(world, { due: { ...due, list } });
    for (const at of ['2026-11-26T02:30:00Z', '2026-11-26T08:00:00Z', '2026-11-26T08:01:00Z']) {
      world.goTo(at);
      await jobs.runTick(world.clock.now());
      await jobs.drain();
    }
    expect(world.posts).toHaveLength(1);
    const failed = world.events.filter(({ event }) => event === 'background-failed');
    expect(failed).toEqual(['repair', 'due'].map((at) => ({ event: 'background-failed', at, kind: 'bug' })));
  });

  it('and every minute go on past the hint of a meeting that cannot be read, and it is told once', async () => {
    const world = await hired();
    const groups = memoryGroupStore();
    await groups.createSession(aSession({ state: 'closing', endedAt: world.clock.now() }), []);
    await groups.createHint({ sessionId, createdAt: world.clock.now() });
    const listHints: typeof groups.listHints = async function* (tellUnreadable) {
      tellUnreadable?.();
      yield* groups.listHints();
    };
    const { jobs } = jobsIn(world, { groups: { ...groups, listHints } });
    for (const at of ['2026-11-24T08:00:00Z', '2026-11-24T08:01:00Z']) {
      world.goTo(at);
      await jobs.runTick(world.clock.now());
      await jobs.drain();
    }
    expect((await groups.getSession(sessionId))?.value.state).toBe('closed');
    const failed = world.events.filter(({ event }) => event === 'background-failed');
    expect(failed).toEqual([{ event: 'background-failed', at: 'groups', kind: 'bug' }]);
  });
});

describe('the queue', () => {
  it.each(['', 'not json', '{}', '{"kind":"party","personId":"kari"}', '{"kind":"reminder","personId":7}', 'null'])(
    'parks a message that is none of ours: %j',
    async (text) => {
      const world = await hired();
      world.queue.put(text);
      await jobsIn(world).jobs.drain();
      expect(world.queue.parked).toHaveLength(1);
      expect(world.queue.size()).toBe(0);
    },
  );

  it('parks after five failures of its own, not after five deliveries, and forgets the hints until the night', async () => {
    const world = await hired();
    const people = { ...world.stores.people, get: () => Promise.reject(new Failure('bug', 'a row does not parse')) };
    const { jobs } = jobsIn(world, { people });
    world.goTo('2026-11-26T08:00:00Z');
    await world.queue.send({ kind: 'reminder', personId: 'kari', dueOn: '2026-11-26' });
    for (let delivery = 0; delivery < 7; delivery += 1)
      await world.queue.receive(32).then((items) => items[0]?.release(0));
    for (let failure = 1; failure <= 5; failure += 1) {
      expect(world.queue.parked).toHaveLength(0);
      await jobs.drain();
      world.pass(70);
    }
    expect(world.queue.parked).toEqual([expect.stringContaining('failed-too-often')]);
    expect((await world.hints()).filter(({ dueOn }) => dueOn <= '2026-11-26')).toEqual([]);
  });

  it.each([
    ['keeps the hint of a meeting that goes on when its card', 'group-card', 'open', 1],
    ['keeps the hint of a meeting that is to be recorded when its card', 'group-card', 'closing', 1],
    ['takes away the hint of a meeting that is over when its card', 'group-card', 'closed', 0],
    ['takes away the hint of a meeting when the attendance', 'attendance', 'closing', 0],
  ] as const)('%s failed five times', async (_, kind, state, left) => {
    const world = await hired();
    const groups = memoryGroupStore();
    const session = aSession({ state, ...(state !== 'open' && { endedAt: world.clock.now() }) });
    await groups.createSession(session, [{ personId: 'kari', at: world.clock.now() }]);
    await groups.createHint({ sessionId, createdAt: world.clock.now() });
    const broken = () => {
      throw new Failure('bug', 'it does not work');
    };
    const { jobs } = jobsIn(world, { groups: { ...groups, listAttendees: broken } });
    world.pass(1);
    await world.queue.send({ kind, sessionId });
    for (let failure = 1; failure <= 5; failure += 1) {
      await jobs.drain();
      world.pass(70);
    }
    expect(world.queue.parked).toEqual([expect.stringContaining('failed-too-often')]);
    expect(await toArray(groups.listHints())).toHaveLength(left);
  });

  it('takes away the hint of a meeting that cannot be read: nobody could record it', async () => {
    const world = await hired();
    const groups = memoryGroupStore();
    await groups.createHint({ sessionId, createdAt: world.clock.now() });
    const getSession = () => Promise.reject(new Failure('bug', 'a row does not parse'));
    const { jobs } = jobsIn(world, { groups: { ...groups, getSession } });
    await world.queue.send({ kind: 'group-card', sessionId });
    for (let failure = 1; failure <= 5; failure += 1) {
      await jobs.drain();
      world.pass(70);
    }
    expect(await toArray(groups.listHints())).toEqual([]);
  });

  it.each([
    { kind: 'digest', period: '2026-W48' },
    { kind: 'owner-card', period: '2026-W48' },
    { kind: 'delegation', leaderId: 'siv' },
  ] as const)(
    'parks a $kind that cannot be handled, and leaves the reminders of that person as they are',
    async (about) => {
      const world = await hired();
      const people = { ...world.stores.people, get: () => Promise.reject(new Failure('bug', 'a row does not parse')) };
      const { jobs } = jobsIn(world, { people });
      world.goTo('2026-11-26T08:00:00Z');
      const hints = await world.hints();
      await world.queue.send({ ...about, personId: 'kari' });
      for (let failure = 1; failure <= 5; failure += 1) {
        await jobs.drain();
        world.pass(70);
      }
      expect(world.queue.parked).toHaveLength(1);
      expect(await world.hints()).toEqual(hints);
    },
  );

  it('waits out an outage of storage without counting it', async () => {
    const world = await hired();
    const failing = {
      ...world.stores.people,
      get: () => Promise.reject(new Failure('unavailable', 'storage is away')),
    };
    world.goTo('2026-11-26T08:00:00Z');
    await world.queue.send({ kind: 'reminder', personId: 'kari', dueOn: '2026-11-26' });
    for (let minute = 0; minute < 20; minute += 1) {
      await jobsIn(world, { people: failing }).jobs.drain();
      world.pass(1);
    }
    expect(world.queue.parked).toEqual([]);
    await jobsIn(world).jobs.drain();
    expect(world.posts).toHaveLength(1);
  });
});

describe('the watch over the tick', () => {
  /** How many minutes without a tick are told of, of the first twelve, when each asks for its minute like this. */
  async function watch(takeMinute: TickStore['takeMinute']): Promise<readonly number[]> {
    const world = createWorld();
    const isEnough = Promise.withResolvers<void>();
    let minutes = 0;
    const wait: Wait = async (ms, signal) => {
      if (ms !== 1000 && !signal.aborted) minutes += 1;
      if (minutes >= 12 * loops) isEnough.resolve();
      await (signal.aborted || minutes >= 12 * loops ? aborted(signal) : setImmediate());
    };
    const { jobs } = jobsIn(world, { ticks: { ...world.stores.ticks, takeMinute }, wait });
    jobs.start();
    await isEnough.promise;
    await jobs.stop();
    return world.events.flatMap((each) => (each.event === 'tick-missed' ? [each.missedMinutes] : []));
  }
  /** More than there are, so that each has had its twelve minutes. */
  const loops = 12;
  const finishedAt = (finished: string) => async () => ({ outcome: 'taken', finished }) as const;

  it('tells of one that never answers after five minutes, each minute', async () => {
    const missed = await watch(() => new Promise<never>(() => undefined));
    expect(missed.slice(0, 3)).toEqual([6, 7, 8]);
  });

  it('tells of minutes that other processes take and do not finish', async () => {
    expect((await watch(finishedAt('2026-11-23T06:29'))).slice(0, 3)).toEqual([6, 7, 8]);
  });

  it('is not comforted by what a clock that runs ahead has finished', async () => {
    expect((await watch(finishedAt('2026-11-24T07:00'))).slice(0, 3)).toEqual([6, 7, 8]);
  });

  it('has nothing to tell when another process finishes them', async () => {
    expect(await watch(finishedAt('2026-11-23T06:59'))).toEqual([]);
  });
});

describe('stopping', () => {
  it('lets what is in hand finish, and takes nothing new', async () => {
    const world = await hired();
    world.goTo('2026-11-26T08:00:00Z');
    const gate = Promise.withResolvers<void>();
    const posting = Promise.withResolvers<void>();
    world.answers.push(async () => {
      posting.resolve();
      await gate.promise;
      return { outcome: 'sent', activityId: 'last' };
    });
    const { jobs } = jobsIn(world);
    jobs.start();
    await posting.promise;
    const stopped = jobs.stop();
    await world.queue.send({ kind: 'reminder', personId: 'ola', dueOn: '2026-11-26' });
    gate.resolve();
    await stopped;
    expect(await world.states()).toContain('meldeplikt day-3 sent');
    expect(world.queue.size()).toBe(1);
  });

  it('posts nothing to a chat that it was still opening, and leaves it to another process', async () => {
    const world = createWorld();
    await world.hire(kari, 'without chat');
    world.goTo('2026-11-26T08:00:00Z');
    const opening = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const { messenger } = world.needs;
    const open: typeof messenger.open = async (aadObjectId) => {
      opening.resolve();
      await gate.promise;
      return messenger.open(aadObjectId);
    };
    const { jobs } = jobsIn(world, { messenger: { ...messenger, open } });
    jobs.start();
    await opening.promise;
    const stopped = jobs.stop();
    gate.resolve();
    await stopped;
    expect(world.posts).toEqual([]);
    world.pass(2);
    await jobsIn(world).jobs.drain();
    expect(world.posts).toHaveLength(1);
    expect(await world.states()).toContain('meldeplikt day-3 sent');
  });

  it('gives back what does not finish in time', async () => {
    const world = await hired();
    world.goTo('2026-11-26T08:00:00Z');
    const posting = Promise.withResolvers<void>();
    world.answers.push(() => {
      posting.resolve();
      return new Promise(() => undefined);
    });
    let isStopping = false;
    const { jobs } = jobsIn(world, {
      wait: (ms, signal) => (isStopping ? Promise.resolve() : untilStopped(ms, signal)),
    });
    jobs.start();
    await posting.promise;
    isStopping = true;
    await jobs.stop();
    expect(await world.queue.receive(1)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { toArray } from '../../../src/features/people/person-store.ts';
import { createSendingSwitch } from '../../../src/features/reminders/sending-switch.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { switchSending } from '../../../src/features/use-cases/switch-sending.ts';
import { jobsIn } from './jobs-in.ts';
import { createWorld, kari, rules, type World } from './world.ts';

const at = new Date('2026-11-26T07:30:00Z');

async function hired(): Promise<World> {
  const world = createWorld();
  await world.hire();
  return world;
}

async function minute(world: World, iso: string): Promise<void> {
  world.goTo(iso);
  const jobs = jobsIn(world);
  await jobs.runTick(world.clock.now());
  await jobs.drain();
}

describe('when a coordinator has stopped all sending', () => {
  it('nobody gets anything, nothing is queued, and every hint stays', async () => {
    const world = await hired();
    await switchSending(world.stores, 'stopped', 'unn', at);
    const hints = await world.hints();
    await minute(world, '2026-11-26T08:00:00Z');
    expect(world.posts).toEqual([]);
    expect(await world.queue.count()).toBe(0);
    expect(await world.hints()).toEqual(hints);
  });

  it('what lies in the queue already stays there, without a failure counted, and is not parked', async () => {
    const world = await hired();
    await world.queue.send({ kind: 'reminder', personId: 'kari', dueOn: '2026-11-26' });
    await switchSending(world.stores, 'stopped', 'unn', at);
    for (let tries = 0; tries < 10; tries += 1) {
      await minute(world, new Date(Date.parse('2026-11-26T08:00:00Z') + tries * 600_000).toISOString());
    }
    expect(await world.queue.count()).toBe(1);
    expect(world.posts).toEqual([]);
    expect(world.events.filter(({ event }) => event === 'message-parked')).toEqual([]);
    expect(await world.days()).toEqual([]);
  });

  it('a worker that waits for its slot when it happens gives its claim back and posts nothing', async () => {
    const world = await hired();
    world.goTo('2026-11-26T08:00:00Z');
    world.needs.pacing.waitForSlot = async () => {
      await switchSending(world.stores, 'stopped', 'unn', at);
      return 'go';
    };
    await world.queue.send({ kind: 'reminder', personId: 'kari', dueOn: '2026-11-26' });
    await jobsIn(world).drain();
    expect(world.posts).toEqual([]);
    expect(await world.days()).toMatchObject([{ state: 'free', failures: 0, attempts: 0, reason: 'sending-stopped' }]);
  });

  it('after three weeks everybody gets one card, and one for all the dates they asked for', async () => {
    const world = await hired();
    for (const on of ['2026-11-27', '2026-12-01', '2026-12-14'] as const) {
      await setPing({ ...world.stores, rules }, kari, on);
    }
    await switchSending(world.stores, 'stopped', 'unn', at);
    for (let day = 26; day < 47; day += 1) {
      await minute(world, new Date(Date.UTC(2026, 10, day, 8)).toISOString());
    }
    expect(world.posts.length + world.pings.length).toBe(0);
    await switchSending(world.stores, 'running', 'unn', new Date('2026-12-17T07:00:00Z'));
    for (const hour of ['08:05', '09:00', '10:00', '12:00']) await minute(world, `2026-12-17T${hour}:00Z`);
    expect(world.posts).toHaveLength(1);
    expect(world.posts[0]?.model.lines).toHaveLength(2);
    expect(world.pings).toHaveLength(1);
  });
});

describe('who stopped it and when', () => {
  it('is kept and audited once, however often it is pressed', async () => {
    const { stores } = createWorld();
    const presses = await Promise.all(['unn', 'ali', 'unn'].map((by) => switchSending(stores, 'stopped', by, at)));
    expect(presses.map(({ outcome }) => outcome).sort()).toEqual(['switched', 'unchanged', 'unchanged']);
    const standing = (await stores.sending.get())?.value;
    expect(presses.every((press) => press.standing?.by === standing?.by)).toBe(true);
    const audits = await toArray(stores.audit.list('202611', standing?.by ?? ''));
    expect(audits).toMatchObject([{ action: 'sending.stop', subjectId: 'sending', at }]);
  });

  it('is audited by the next press when storage went away in between', async () => {
    const { stores } = createWorld();
    const broken = { ...stores, audit: { ...stores.audit, create: () => Promise.reject(new Error('away')) } };
    await expect(switchSending(broken, 'stopped', 'unn', at)).rejects.toThrow();
    await switchSending(stores, 'stopped', 'ali', new Date('2026-11-26T09:00:00Z'));
    expect(await toArray(stores.audit.list('202611', 'unn'))).toMatchObject([{ action: 'sending.stop', at }]);
    expect(await toArray(stores.audit.list('202611', 'ali'))).toEqual([]);
  });
});

describe('the replica in which it was pressed', () => {
  it('does not keep what was read before the press, however late the answer comes', async () => {
    const { stores } = createWorld();
    const waiting: (() => void)[] = [];
    async function get() {
      const before = stores.sending.get();
      await new Promise<void>((resolve) => waiting.push(resolve));
      return before;
    }
    const ours = createSendingSwitch({ sending: { ...stores.sending, get }, nowMs: () => 0 });
    const early = ours.isStopped();
    await switchSending(stores, 'stopped', 'unn', at);
    ours.forget();
    const late = ours.isStopped();
    waiting[0]?.();
    expect(await early).toBe(false);
    const third = ours.isStopped();
    for (const answer of waiting) answer();
    expect([await late, await third]).toEqual([true, true]);
    expect(await ours.isStopped()).toBe(true);
    expect(waiting).toHaveLength(2);
  });
});

describe('another replica', () => {
  it('knows within twenty seconds, and asks storage once for all who ask at the same time', async () => {
    const { stores } = createWorld();
    let nowMs = 0;
    let reads = 0;
    const get = () => {
      reads += 1;
      return stores.sending.get();
    };
    const sending = { ...stores.sending, get };
    const theirs = createSendingSwitch({ sending, nowMs: () => nowMs });
    expect(await Promise.all([1, 2, 3].map(() => theirs.isStopped()))).toEqual([false, false, false]);
    expect(reads).toBe(1);
    await switchSending(stores, 'stopped', 'unn', at);
    expect(await theirs.isStopped()).toBe(false);
    nowMs = 20_000;
    expect(await theirs.isStopped()).toBe(true);
  });

  it('sends nothing while it cannot read whether it may', async () => {
    const { stores } = createWorld();
    const sending = { ...stores.sending, get: () => Promise.reject(new Error('away')) };
    await expect(createSendingSwitch({ sending, nowMs: () => 0 }).isStopped()).rejects.toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow, deleteRow } from '../../../src/features/people/person-store.ts';
import { reminderKey, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { switchSending } from '../../../src/features/use-cases/switch-sending.ts';
import { jobsIn, message } from '../reminders/jobs-in.ts';
import { createWorld, type World } from '../reminders/world.ts';

const card = { things: [], reported: 1 };

/** Kari leads the school and answers for a text. */
async function led(): Promise<World> {
  const world = createWorld();
  await world.hire();
  await world.stores.units.createLeader('kari', 'skolen');
  for (const hint of await world.hints()) await world.stores.due.delete(hint);
  return world;
}

function toldIn(world: World, weekday = 1) {
  const told: string[] = [];
  const tell = (what: string) => () => {
    told.push(what);
    return message;
  };
  const jobs = jobsIn(world, {
    digest: { weekday, time: '08:30' },
    readOwnerCards: async () => new Map([['kari', card]]),
    present: { digest: tell('digest'), ownerCard: tell('owner-card') },
  });
  return { jobs, told };
}

describe.each(['digest', 'owner-card'] as const)('a %s', (kind) => {
  it('of three weeks that all wait in the queue comes once: the one of this week', async () => {
    const world = await led();
    const { jobs, told } = toldIn(world);
    for (const period of ['2026-W46', '2026-W47', '2026-W48']) {
      await world.queue.send({ kind, personId: 'kari', period });
    }
    world.goTo('2026-11-25T09:00:00Z');
    await jobs.drain();
    expect(told).toEqual([kind]);
    expect(world.queue.size()).toBe(0);
  });

  it('of a round that days off have moved into the next week comes then', async () => {
    const world = await led();
    // New Year's Day is a Friday.
    const { jobs, told } = toldIn(world, 5);
    world.goTo('2027-01-04T08:00:00Z');
    await world.queue.send({ kind, personId: 'kari', period: '2026-W53' });
    await jobs.drain();
    expect(told).toEqual([kind]);
  });

  it('does not come when the window has closed while it waited for its turn, but the next morning', async () => {
    const world = await led();
    // So that no card of the own modules comes before it on that day.
    const writes = (await world.reminders()).map((each) => deleteRow(reminderRow, reminderKey(each)));
    await world.stores.people.commit({ personId: 'kari', writes });
    const { jobs, told } = toldIn(world);
    const { waitForSlot } = world.needs.pacing;
    world.needs.pacing.waitForSlot = async () => {
      world.goTo('2026-11-25T19:00:00Z');
      return waitForSlot();
    };
    await world.queue.send({ kind, personId: 'kari', period: '2026-W48' });
    world.goTo('2026-11-25T09:00:00Z');
    await jobs.drain();
    expect(told).toEqual([]);
    world.needs.pacing.waitForSlot = waitForSlot;
    world.goTo('2026-11-26T09:00:00Z');
    await jobs.drain();
    expect(told).toEqual([kind]);
    expect(world.queue.size()).toBe(0);
  });

  it('does not come in a pause', async () => {
    const world = await led();
    const { jobs, told } = toldIn(world);
    const paused = createRow(preferencesRow, { nudges: 'on', pausedUntil: '2026-11-27' });
    await world.stores.people.commit({ personId: 'kari', writes: [paused] });
    await world.queue.send({ kind, personId: 'kari', period: '2026-W48' });
    world.goTo('2026-11-25T09:00:00Z');
    await jobs.drain();
    expect(told).toEqual([]);
    expect(world.queue.size()).toBe(0);
  });
});

describe('while all sending is stopped', () => {
  it('no week’s round is queued, of leaders or of owners', async () => {
    const world = await led();
    const { jobs, told } = toldIn(world);
    await switchSending(world.stores, 'stopped', 'unn', world.clock.now());
    for (const day of ['2026-11-23', '2026-11-30', '2026-12-07']) {
      world.goTo(`${day}T07:30:00Z`);
      await jobs.runTick(world.clock.now());
    }
    expect(world.queue.size()).toBe(0);
    await switchSending(world.stores, 'running', 'unn', world.clock.now());
    world.pass(1);
    await jobs.runTick(world.clock.now());
    await jobs.drain();
    expect(told.toSorted()).toEqual(['digest', 'owner-card']);
  });
});

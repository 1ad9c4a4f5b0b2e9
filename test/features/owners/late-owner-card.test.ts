import { describe, expect, it } from 'vitest';
import { ownerCardRow } from '../../../src/features/owners/send-owner-card.ts';
import { preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, replaceRow } from '../../../src/features/people/person-store.ts';
import { jobsIn, message } from '../reminders/jobs-in.ts';
import { createWorld, kari, type World } from '../reminders/world.ts';

const card = { things: [], reported: 1 };

/** Kari answers for a text; day 3 of her own modules is Thursday 26 November, day 7 Monday 30 November, and the cards come on Mondays. */
function play(world: World) {
  const told: string[] = [];
  const tell = (what: string) => () => {
    told.push(`${what} ${world.clock.now().toISOString().slice(5, 10)}`);
    return message;
  };
  const jobs = jobsIn(world, {
    readOwnerCards: async (_at, morning) => new Map([['kari', morning ? { ...card, waiting: true } : card]]),
    present: {
      digest: tell('digest'),
      ownerCard: ({ waiting }) => tell(waiting ? 'morning' : 'week')(),
    },
  });
  const at = async (iso: string): Promise<void> => {
    world.goTo(iso);
    await jobs.runTick(world.clock.now());
    await jobs.drain();
  };
  return { at, told };
}

async function hired(): Promise<World> {
  const world = createWorld();
  await world.hire();
  return world;
}

async function leads(world: World): Promise<void> {
  const stored = await world.stores.people.get('kari', profileRow);
  const leader = { ...kari, leads: ['skolen'], roles: ['employee', 'leader'] as const };
  const write = replaceRow(profileRow, { ...leader, roles: [...leader.roles] }, stored?.etag ?? '');
  await world.stores.people.commit({ personId: 'kari', writes: [write] });
  await world.stores.units.createLeader('kari', 'skolen');
}

async function wantsNoNudges(world: World): Promise<void> {
  const off = createRow(preferencesRow, { nudges: 'off' });
  await world.stores.people.commit({ personId: 'kari', writes: [off] });
}

describe('a card to owners that is late, after an outage', () => {
  it('waits for the next working day where they are told of the own modules today, and then comes once', async () => {
    const world = await hired();
    const { at, told } = play(world);
    for (const time of ['07:59', '08:30', '10:00', '13:00']) await at(`2026-12-01T${time}:00Z`);
    expect(world.posts).toHaveLength(1);
    expect(told).toEqual([]);
    for (const time of ['07:31', '07:32', '09:00', '12:00']) await at(`2026-12-02T${time}:00Z`);
    expect(told).toEqual(['week 12-02']);
    expect((await world.needs.people.get('kari', ownerCardRow, '2026-W49'))?.value.state).toBe('sent');
    await at('2026-12-03T07:31:00Z');
    expect(told).toEqual(['week 12-02', 'morning 12-03']);
    expect(world.queue.size()).toBe(0);
  });

  it('comes at once where there is nothing of their own to tell, in the place of that morning’s', async () => {
    const world = await hired();
    await wantsNoNudges(world);
    const { at, told } = play(world);
    for (const time of ['07:59', '08:40', '09:10', '10:40']) await at(`2026-12-01T${time}:00Z`);
    expect(told).toEqual(['week 12-01']);
  });

  it('waits for the digest too, a day after the card of the day, and comes before the card of a morning', async () => {
    const world = await hired();
    await leads(world);
    const { at, told } = play(world);
    for (const time of ['07:59', '08:30', '10:00']) await at(`2026-12-01T${time}:00Z`);
    for (const time of ['07:30', '08:01', '10:00']) await at(`2026-12-02T${time}:00Z`);
    expect(told).toEqual(['digest 12-02']);
    for (const time of ['07:30', '08:01', '10:00']) await at(`2026-12-03T${time}:00Z`);
    expect(told).toEqual(['digest 12-02', 'week 12-03']);
    expect(world.posts).toHaveLength(1);
  });

  it('of a morning gives way to the next one’s', async () => {
    const world = await hired();
    const { at, told } = play(world);
    await at('2026-11-23T07:30:00Z');
    await at('2026-11-26T09:00:00Z');
    await at('2026-11-26T10:00:00Z');
    expect(world.posts).toHaveLength(1);
    expect(told).toEqual(['week 11-23']);
    await at('2026-11-27T07:30:00Z');
    expect(told).toEqual(['week 11-23', 'morning 11-27']);
    expect(world.queue.size()).toBe(0);
  });
});

describe('a card to owners in time', () => {
  it('comes in the morning also to a leader, and where a reminder follows on the same day', async () => {
    const world = await hired();
    await leads(world);
    const { at, told } = play(world);
    await at('2026-11-26T08:00:00Z');
    told.length = 0;
    await at('2026-11-30T07:30:00Z');
    await at('2026-11-30T08:00:00Z');
    expect(told.toSorted()).toEqual(['digest 11-30', 'week 11-30']);
    expect(world.posts).toHaveLength(2);
  });
});

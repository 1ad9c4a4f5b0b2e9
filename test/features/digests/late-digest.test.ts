import { describe, expect, it } from 'vitest';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import { preferencesRow } from '../../../src/features/people/person-rows.ts';
import { createRow } from '../../../src/features/people/person-store.ts';
import { dayRow } from '../../../src/features/reminders/reminder-rows.ts';
import { jobsIn, message } from '../reminders/jobs-in.ts';
import { createWorld, type World } from '../reminders/world.ts';

/** Kari leads the school; day 3 of her own modules is Thursday 26 November, day 7 Monday 30 November, and the digest comes on Mondays. */
async function led(): Promise<World> {
  const world = createWorld();
  await world.hire();
  await world.stores.units.createLeader('kari', 'skolen');
  return world;
}

function play(world: World) {
  const digests: string[] = [];
  const jobs = jobsIn(world, {
    present: {
      digest() {
        digests.push(world.clock.now().toISOString());
        return message;
      },
    },
  });
  const at = async (iso: string): Promise<void> => {
    world.goTo(iso);
    await jobs.runTick(world.clock.now());
    await jobs.drain();
  };
  return { at, digests };
}

describe('a digest that is late, after an outage', () => {
  it('waits for the next working day where the leader is told of the own modules today', async () => {
    const world = await led();
    const { at, digests } = play(world);
    await at('2026-12-01T07:59:00Z');
    await at('2026-12-01T10:00:00Z');
    expect(world.posts).toHaveLength(1);
    expect(digests).toEqual([]);
    await at('2026-12-02T07:31:00Z');
    expect(digests).toEqual(['2026-12-02T07:31:00.000Z']);
    expect((await world.needs.people.get('kari', digestRow, '2026-W49'))?.value.state).toBe('sent');
  });

  it('comes at once where there is nothing of their own to tell', async () => {
    const world = await led();
    const off = createRow(preferencesRow, { nudges: 'off' });
    await world.stores.people.commit({ personId: 'kari', writes: [off] });
    const { at, digests } = play(world);
    await at('2026-12-01T07:59:00Z');
    await at('2026-12-01T08:40:00Z');
    expect(world.posts).toEqual([]);
    expect(digests).toHaveLength(1);
  });

  it('never comes on the same day as the card, also after more than two days', async () => {
    const world = await led();
    const { at, digests } = play(world);
    await at('2026-11-30T07:00:00Z');
    await world.queue.send({ kind: 'digest', personId: 'kari', period: '2026-W49' });
    await at('2026-12-03T08:00:00Z');
    expect([world.posts.length, digests]).toEqual([1, []]);
    await at('2026-12-03T12:00:00Z');
    expect(digests).toEqual([]);
    await at('2026-12-04T07:31:00Z');
    expect(digests).toHaveLength(1);
  });

  it('waits no longer than to the last working day before the next one, however much else there is to tell', async () => {
    const world = await led();
    const { at, digests } = play(world);
    await at('2026-11-30T10:00:00Z');
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'] as const) {
      const told = { key: day, failures: 0, attempts: 1, claimId: 'c', class: 'nudge' as const, items: [] };
      const ledger = { ...told, state: 'sent' as const, activityId: 'a', settledAt: new Date(`${day}T07:00:00Z`) };
      await world.stores.people.commit({ personId: 'kari', writes: [createRow(dayRow, ledger)] });
    }
    for (const day of ['01', '02', '03']) await at(`2026-12-${day}T07:31:00Z`);
    expect(digests).toEqual([]);
    await at('2026-12-04T07:31:00Z');
    expect(digests).toHaveLength(1);
  });
});

describe('a digest in time', () => {
  it('comes in the morning also where a reminder follows on the same day', async () => {
    const world = await led();
    const { at, digests } = play(world);
    await at('2026-11-26T08:00:00Z');
    await at('2026-11-30T07:30:00Z');
    expect(digests).toHaveLength(1);
    await at('2026-11-30T08:00:00Z');
    expect(world.posts).toHaveLength(2);
  });
});

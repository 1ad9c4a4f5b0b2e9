import { describe, expect, it } from 'vitest';
import { moveStage } from '../../../src/features/groups/lead-session.ts';
import { sendGroupCard } from '../../../src/features/groups/send-group-card.ts';
import { tendGroups } from '../../../src/features/groups/tend-groups.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import type { SendResult } from '../../../src/features/reminders/messenger.ts';
import { aModule } from '../../support/module-builder.ts';
import { aSession, createGroupWorld, type GroupWorld, monday, sessionId } from './group-world.ts';

const pointer = { sessionId };
const join = (world: GroupWorld, personId: string) =>
  world.stores.groups.createAttendee(sessionId, { personId, at: world.clock.now() });

const refused = { outcome: 'try-later', reason: 'x' } as const;

async function work(world: GroupWorld): Promise<void> {
  for (const item of await world.queue.receive(32)) {
    const done = await sendGroupCard(world.needs, JSON.parse(item.text));
    await (done.outcome === 'later' ? item.release(done.delayMs) : item.complete());
  }
}

/** A tick every minute, and where people join, one every other second. The most pointers that waited at a time. */
async function meetFor(world: GroupWorld, seconds: number, joins: 'people join' | 'nobody joins'): Promise<number> {
  let most = 0;
  for (let second = 0; second < seconds; second += 1) {
    if (joins === 'people join' && second % 2 === 0) {
      await join(world, `person${second}`);
      await world.queue.send({ kind: 'group-card', sessionId }, 2_000);
    }
    if (second % 60 === 30) await tendGroups({ ...world.stores, queue: world.queue }, world.clock.now());
    await work(world);
    most = Math.max(most, world.queue.size());
    world.passes(1);
  }
  return most;
}

describe('the card that a group shares', () => {
  it('is written once by ten workers at once, and again five seconds later when more have come', async () => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    const work = () => Promise.all(Array.from({ length: 10 }, () => sendGroupCard(world.needs, pointer)));
    await work();
    await join(world, 'olav');
    const waiting = await work();
    expect(waiting.every(({ outcome }) => outcome === 'later')).toBe(true);
    world.passes(5);
    await work();
    await work();
    expect(world.shown.map(({ count }) => count)).toEqual([1, 2]);
  });

  it.each([
    { outcome: 'try-later', reason: 'x', because: 'failed' },
    { outcome: 'unknown', reason: 'x' },
    { outcome: 'rejected', reason: 'BotDisabledByAdmin', isUnreachable: false },
    { outcome: 'rejected', reason: 'http-403-BadArgument', isUnreachable: false },
  ] as const)('is written again after $outcome ($reason), and not sooner than in five seconds', async (answer) => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    world.answers.push(answer);
    expect(await sendGroupCard(world.needs, pointer)).toMatchObject({ outcome: 'later', delayMs: 5000 });
    expect(await sendGroupCard(world.needs, pointer)).toEqual({ outcome: 'left' });
    world.passes(5);
    expect(await sendGroupCard(world.needs, pointer)).toEqual({ outcome: 'shown' });
    expect(world.shown.map(({ count }) => count)).toEqual([1]);
  });

  it.each<[string, SendResult, number]>([
    ['asks us to wait a minute', { ...refused, because: 'throttled', retryAfterMs: 60_000 }, 11],
    ['fails', { outcome: 'unknown', reason: 'http-500' }, 14],
  ])(
    'is asked for by no more pointers the longer Teams %s, more and more rarely, and shows everybody in the end',
    async (_, answer, puts) => {
      const world = createGroupWorld();
      await world.begins(aSession());
      world.answers.push(...Array.from({ length: 1_000 }, () => answer));
      const mostWaiting = await meetFor(world, 600, 'people join');
      const tried = 1_000 - world.answers.length;
      expect(mostWaiting).toBeLessThanOrEqual(5);
      expect(tried).toBeLessThanOrEqual(puts);
      expect(tried).toBeGreaterThanOrEqual(puts - 1);
      world.answers.length = 0;
      await meetFor(world, 61, 'nobody joins');
      expect(world.shown.at(-1)?.count).toBe(300);
      expect(world.queue.size()).toBe(0);
    },
  );

  it('is written by what the tick sends when the pointer that Teams refused is lost', async () => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    world.answers.push({ ...refused, because: 'throttled', retryAfterMs: 60_000 });
    await sendGroupCard(world.needs, pointer);
    world.passes(58);
    expect(await sendGroupCard(world.needs, pointer)).toEqual({ outcome: 'left' });
    world.passes(60);
    await tendGroups({ ...world.stores, queue: world.queue }, world.clock.now());
    await work(world);
    expect(world.shown.map(({ count }) => count)).toEqual([1]);
  });

  it('is not tried again when Teams says that it is gone', async () => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    world.answers.push({ outcome: 'rejected', reason: 'ActivityNotFoundInConversation', isUnreachable: false });
    expect(await sendGroupCard(world.needs, pointer)).toEqual({ outcome: 'lost' });
    world.passes(60);
    expect(await sendGroupCard(world.needs, pointer)).toEqual({ outcome: 'nothing' });
    expect(world.events).toContainEqual({ event: 'card-not-updated', reason: 'ActivityNotFoundInConversation' });
  });

  it('stops all sending for a while when Teams does not know us', async () => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    world.answers.push({ outcome: 'not-authorised', reason: 'no-token' });
    await sendGroupCard(world.needs, pointer);
    expect(world.needs.pause.pausedUntil(world.clock.now())).toBeDefined();
    world.passes(10);
    expect(await sendGroupCard(world.needs, pointer)).toMatchObject({ outcome: 'later', reason: 'sending-paused' });
  });

  it('comes after the others when Teams knows us again, however many pointers wait for it', async () => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    const needs = { ...world.needs, random: () => 0.5 };
    world.answers.push({ outcome: 'not-authorised', reason: 'http-401' });
    expect(await sendGroupCard(needs, pointer)).toMatchObject({ outcome: 'later', delayMs: 330_000 });
    world.passes(301);
    expect(await sendGroupCard(needs, pointer)).toEqual({ outcome: 'left' });
    world.passes(29);
    expect(await sendGroupCard(needs, pointer)).toEqual({ outcome: 'shown' });
  });

  it('shows where the meeting is when it has moved on while the card was being written', async () => {
    const world = createGroupWorld();
    await world.begins(aSession(), ['kari']);
    const { groups } = world.stores;
    const needs: typeof world.needs = {
      ...world.needs,
      messenger: {
        async update(to, activityId, message) {
          await moveStage({ groups }, { sessionId, personId: 'rektor', stage: 2, module: aModule('meldeplikt') });
          return world.needs.messenger.update(to, activityId, message);
        },
      },
    };
    await sendGroupCard(needs, pointer);
    const stored = async () => (await groups.getSession(sessionId))?.value;
    expect(await stored()).toMatchObject({ stage: 2, card: { shown: { stage: 0 } } });
    world.passes(5);
    expect(await sendGroupCard(world.needs, pointer)).toEqual({ outcome: 'shown' });
    expect((await stored())?.card?.shown?.stage).toBe(2);
  });

  const never = Array.from({ length: 9 }, () => ({ outcome: 'unknown' as const, reason: 'x' }));
  it.each([
    ['when it shows that all is recorded', []],
    ['after some hours, when it cannot be shown', never],
  ])('takes the hint away %s', async (_, answers) => {
    const world = createGroupWorld();
    await world.begins(aSession({ state: 'closed', endedAt: monday }), ['kari']);
    world.answers.push(...answers);
    for (const hours of [0, 1, 2, 3, 4]) {
      await sendGroupCard(world.needs, pointer);
      world.passes(hours * 3600);
    }
    await sendGroupCard(world.needs, pointer);
    expect(await toArray(world.stores.groups.listHints())).toEqual([]);
  });

  it('of a session that is not there is nobody’s', async () => {
    expect(await sendGroupCard(createGroupWorld().needs, pointer)).toEqual({ outcome: 'gone' });
  });
});

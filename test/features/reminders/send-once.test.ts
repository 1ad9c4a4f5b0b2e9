import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { conversationRow } from '../../../src/features/people/person-rows.ts';
import { replaceRow, toArray } from '../../../src/features/people/person-store.ts';
import type { SendResult } from '../../../src/features/reminders/messenger.ts';
import { reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { scheduleReminders } from '../../../src/features/reminders/schedule-reminders.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { chatOf, completed, createWorld, kari, pointerTo, rules, type World } from './world.ts';

const nudgeDay = '2026-11-26T08:00:00Z';
const deadlineDay = '2026-12-11T08:00:00Z';
const send = (world: World) => sendReminder(world.needs, pointerTo());

async function worldOn(iso: string, chat?: 'without chat'): Promise<World> {
  const world = createWorld();
  await world.hire(kari, chat);
  if (iso === deadlineDay) {
    for (const day of ['2026-11-26', '2026-11-30']) {
      world.goTo(`${day}T08:00:00Z`);
      await send(world);
    }
    world.posts.length = 0;
  }
  world.goTo(iso);
  return world;
}

const throttled: SendResult = { outcome: 'try-later', reason: 'Throttled', because: 'throttled' };
const refused: SendResult = { outcome: 'try-later', reason: 'PreconditionFailed', because: 'failed' };
const unconnected: SendResult = { outcome: 'try-later', reason: 'enotfound', because: 'throttled' };
const busy: SendResult = { outcome: 'try-later', reason: 'ServiceError', because: 'overloaded' };
const lost: SendResult = { outcome: 'unknown', reason: 'ECONNRESET' };
const blocked: SendResult = { outcome: 'rejected', reason: 'ConversationBlockedByUser', isUnreachable: true };
const tooBig: SendResult = { outcome: 'rejected', reason: 'MessageSizeTooBig', isUnreachable: false };
const gone: SendResult = { outcome: 'rejected', reason: 'ConversationNotFound', isUnreachable: true };
const refusedWithoutReason: SendResult = { outcome: 'rejected', reason: 'http-403-BadArgument', isUnreachable: false };
const missing: SendResult = { outcome: 'rejected', reason: 'http-404', isUnreachable: false };
const stranger: SendResult = { outcome: 'not-authorised', reason: 'BotNotRegistered' };

const conversationOf = async (world: World) => (await world.needs.people.get('kari', conversationRow))?.value;

describe.each([
  ['a nudge', nudgeDay],
  ['a deadline notice', deadlineDay],
])('%s that Teams surely did not take', (_, day) => {
  it.each([
    ['429', throttled],
    ['412', refused],
    ['503', busy],
  ])('(%s) is tried again after a while, and not before', async (_name, answer) => {
    const world = await worldOn(day);
    world.answers.push(answer);
    expect(await send(world)).toMatchObject({ outcome: 'later', delayMs: 60_000 });
    world.pass(0.9);
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'too-early' });
    expect(world.posts).toHaveLength(1);
    world.pass(0.2);
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.posts).toHaveLength(2);
  });

  it('waits as long as Teams asks', async () => {
    const world = await worldOn(day);
    world.answers.push({ ...throttled, retryAfterMs: 30 * 60_000 });
    expect(await send(world)).toMatchObject({ outcome: 'later', delayMs: 30 * 60_000 });
  });

  it.each([
    ['412', refused, 5],
    ['503', busy, 4],
  ] as const)('(%s) is parked when it happens too often, and told', async (_name, answer, limit) => {
    const world = await worldOn(day);
    const outcomes: string[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      world.answers.push(answer);
      outcomes.push((await send(world)).outcome);
      world.pass(60);
      if (world.clock.now().toISOString() > `${day.slice(0, 10)}T13`) world.goTo(`${day.slice(0, 10)}T13:30:00Z`);
    }
    expect(world.posts).toHaveLength(limit);
    expect(outcomes[limit - 1]).toBe('parked');
    expect(await world.states()).toContain(
      `meldeplikt ${day === nudgeDay ? 'day-3' : 'due'} rejected (gave-up: ${reasonOf(answer)})`,
    );
    expect(world.events.filter(({ event }) => event === 'message-parked')).toHaveLength(1);
  });
});

it('has three more tries after a 503, whatever went wrong before, but never more than five failures', async () => {
  const world = await worldOn(deadlineDay);
  const outcomes: string[] = [];
  for (const answer of [refused, refused, refused, busy, busy]) {
    world.answers.push(answer);
    outcomes.push((await send(world)).outcome);
    world.goTo(`2026-12-11T${String(9 + outcomes.length).padStart(2, '0')}:00:00Z`);
  }
  expect(outcomes).toEqual(['later', 'later', 'later', 'later', 'parked']);
});

describe('a deadline notice that Teams throttles', () => {
  it('is not parked by the first 503 that comes after: a 429 is no failure of ours or theirs', async () => {
    const world = await worldOn(deadlineDay);
    for (const answer of [throttled, throttled, throttled, busy]) {
      world.answers.push(answer);
      expect(await send(world)).toMatchObject({ outcome: 'later' });
      world.pass(75);
    }
    expect(await world.days()).toContainEqual(expect.objectContaining({ state: 'free', failures: 1, throttles: 3 }));
    world.goTo('2026-12-11T13:50:00Z');
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });

  it('is never parked for it, and waits longer each time', async () => {
    const world = await worldOn(deadlineDay);
    const waits: number[] = [];
    world.answers.push(...Array.from({ length: 8 }, () => throttled));
    for (let tries = 0; tries < 8; tries += 1) {
      world.goTo('2026-12-11T08:00:00Z');
      world.pass(tries * 45);
      const result = await send(world);
      if (result.outcome === 'later' && result.reason === 'Throttled') waits.push(result.delayMs / 60_000);
      expect(result.outcome).not.toBe('parked');
    }
    expect(waits.slice(0, 4)).toEqual([1, 4, 16, 60]);
  });
});

it('is not given up while Teams cannot be reached, which is told, and goes out when it can', async () => {
  const world = await worldOn(deadlineDay);
  world.answers.push(...Array.from({ length: 6 }, () => unconnected));
  for (let minute = 0; minute < 180; minute += 1) {
    expect((await send(world)).outcome).toBe('later');
    world.pass(1);
  }
  const told = world.events.filter(({ event }) => event === 'background-failed');
  expect(told).toEqual([{ event: 'background-failed', at: 'sending', kind: 'enotfound' }]);
  world.pass(60);
  expect(await send(world)).toEqual({ outcome: 'sent' });
});

it('tells the new date too, where it was moved while the old one was being told', async () => {
  const world = await worldOn(deadlineDay);
  const moveIt = async (): Promise<SendResult> => {
    const rows = await toArray(world.needs.people.list('kari', reminderRow));
    const writes = rows
      .filter(({ value }) => value.state === 'planned' && value.moduleId === 'meldeplikt' && value.stepId === 'due')
      .map(({ value, etag }) => {
        const dueAt = new Date('2027-01-15T08:00:00Z');
        return replaceRow(reminderRow, { ...value, deadlineOn: '2027-01-15', dueAt }, etag);
      });
    await world.needs.people.commit({ personId: 'kari', writes });
    return { outcome: 'sent', activityId: 'a' };
  };
  world.answers.push(moveIt);
  expect(await send(world)).toEqual({ outcome: 'sent' });
  const states = await world.states();
  expect(states).toContain('avvergingsplikt due sent');
  expect(states).toContain('meldeplikt due planned');
});

const reasonOf = (answer: SendResult): string => ('reason' in answer ? answer.reason : '');

describe('when Teams does not know us', () => {
  it('all sending stands still, nothing is counted, and everything goes out afterwards', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(stranger);
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'BotNotRegistered' });
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'sending-paused' });
    expect(world.posts).toHaveLength(1);
    expect(world.events).toContainEqual({ event: 'sending-paused', reason: 'BotNotRegistered' });
    expect(await world.days()).toMatchObject([{ state: 'free', failures: 0, attempts: 0 }]);
    world.pass(6);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });

  it('the one that was refused comes after the others, so that it does not hold them up again at once', async () => {
    const world = await worldOn(nudgeDay);
    const ola = { ...kari, personId: 'ola', aadObjectId: 'aad-ola' };
    await world.hire(ola);
    world.goTo(nudgeDay);
    world.answers.push(stranger);
    const needs = { ...world.needs, random: () => 0.5 };
    expect(await sendReminder(needs, pointerTo())).toMatchObject({ outcome: 'later', delayMs: 330_000 });
    world.pass(5);
    expect(await sendReminder(needs, pointerTo())).toMatchObject({ outcome: 'later', reason: 'too-early' });
    expect(await sendReminder(needs, pointerTo('ola'))).toEqual({ outcome: 'sent' });
    world.pass(0.5);
    expect(await sendReminder(needs, pointerTo())).toEqual({ outcome: 'sent' });
  });

  it('and the clock ran a day ahead, all stands still no longer than else', async () => {
    const world = await worldOn('2026-11-27T08:00:00Z');
    world.answers.push(stranger);
    await send(world);
    world.goTo(nudgeDay);
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'sending-paused' });
    world.pass(6);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });
});

describe('when nobody knows whether it arrived', () => {
  it('a nudge is not sent again', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(lost);
    expect(await send(world)).toEqual({ outcome: 'uncertain', reason: 'ECONNRESET' });
    world.pass(60);
    await send(world);
    expect(world.posts).toHaveLength(1);
    expect(await world.states()).toContain('meldeplikt day-3 uncertain (ECONNRESET)');
  });

  it('a deadline notice is sent once more after half an hour, and says so', async () => {
    const world = await worldOn(deadlineDay);
    world.answers.push(lost);
    expect(await send(world)).toMatchObject({ outcome: 'later', delayMs: 30 * 60_000 });
    world.pass(29);
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'too-early' });
    world.pass(1);
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.posts.map(({ model }) => model.isRepeat)).toEqual([false, true]);
    expect(await world.states()).toContain('meldeplikt due sent');
  });

  it('a deadline notice is sent twice at most, on whatever days', async () => {
    const world = await worldOn('2026-12-11T08:00:00Z');
    world.goTo('2026-12-11T13:50:00Z');
    world.answers.push(lost, lost, lost);
    await send(world);
    world.goTo('2026-12-11T14:30:00Z');
    expect(await send(world)).toMatchObject({ outcome: 'moved' });
    world.goTo('2026-12-14T08:00:00Z');
    await send(world);
    world.goTo('2026-12-14T09:00:00Z');
    await send(world);
    world.goTo('2026-12-15T09:00:00Z');
    await send(world);
    expect(world.posts).toHaveLength(2);
    expect(await world.states()).toContain('meldeplikt due uncertain (ECONNRESET)');
  });
});

describe('when Teams will never take it', () => {
  it('it is rejected with the reason, and the person is marked as out of reach in the same breath', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(blocked);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'ConversationBlockedByUser' });
    expect(await conversationOf(world)).toMatchObject({ state: 'blocked', reason: 'ConversationBlockedByUser' });
    world.goTo('2026-11-30T08:00:00Z');
    expect(await send(world)).toMatchObject({ outcome: 'rejected' });
    expect(world.posts).toHaveLength(1);
  });

  it('a card that is too big says nothing about the person', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(tooBig);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'MessageSizeTooBig' });
    expect(await conversationOf(world)).toMatchObject({ state: 'open' });
    expect(await world.states()).toContain('meldeplikt day-3 rejected (MessageSizeTooBig)');
  });

  it('an app that is shut off for everybody marks nobody, and what comes due when it is back goes out', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push({ outcome: 'rejected', reason: 'BotDisabledByAdmin', isUnreachable: false });
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'BotDisabledByAdmin' });
    world.goTo('2026-11-30T08:00:00Z');
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });

  it('for no reason that it gives, the chat stays open, and it is told on the next working day', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(refusedWithoutReason);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'http-403-BadArgument' });
    expect(await conversationOf(world)).toMatchObject({ state: 'open' });
    world.pass(60);
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    expect(await send(world)).toMatchObject({ outcome: 'moved' });
    world.goTo('2026-11-27T02:00:00Z');
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    world.goTo('2026-11-27T08:00:00Z');
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.posts.map(({ model }) => model.lines.map(({ moduleId }) => moduleId).join())).toEqual([
      'meldeplikt,avvergingsplikt',
      'meldeplikt,avvergingsplikt',
    ]);
    world.goTo('2026-11-28T02:00:00Z');
    await scheduleReminders(world.stores, kari, rules, world.clock.now());
    expect((await world.states()).filter((state) => state.includes('day-3'))).toEqual([
      'avvergingsplikt day-3 sent',
      'meldeplikt day-3 sent',
    ]);
  });

  it('somebody who wrote meanwhile is not marked as out of reach', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(async () => {
      const stored = await world.needs.people.get('kari', conversationRow);
      const value = { ...chatOf('kari'), conversationId: 'new-chat' };
      await world.needs.people.commit({
        personId: 'kari',
        writes: [{ op: 'replace', kind: 'conversation', key: '', value, etag: stored?.etag ?? '' }],
      });
      return blocked;
    });
    await send(world);
    expect(await conversationOf(world)).toMatchObject({ state: 'open', conversationId: 'new-chat' });
  });
});

describe('the chat', () => {
  it('is opened with somebody who has not written yet, and kept', async () => {
    const world = await worldOn(nudgeDay, 'without chat');
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.opened).toEqual(['aad-kari']);
    expect(await conversationOf(world)).toMatchObject({ conversationId: 'chat-opened-1' });
  });

  it('that cannot be opened makes the reminder rejected, with the reason', async () => {
    const world = await worldOn(nudgeDay, 'without chat');
    world.openAnswers.push({ outcome: 'rejected', reason: 'ForbiddenOperationException', isUnreachable: true });
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'ForbiddenOperationException' });
    expect(world.posts).toEqual([]);
  });

  it('is tried again later when nobody knows whether it was opened', async () => {
    const world = await worldOn(nudgeDay, 'without chat');
    world.openAnswers.push({ outcome: 'unknown', reason: 'timeout' });
    expect(await send(world)).toMatchObject({ outcome: 'later', reason: 'timeout' });
    world.pass(2);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });

  it('is opened, and not written to, when the sending window closed while a slot was waited for', async () => {
    const world = await worldOn('2026-11-26T13:59:30Z', 'without chat');
    const slow = whileOpening(world, async () => world.pass(1));
    expect(await sendReminder(slow, pointerTo())).toMatchObject({ outcome: 'moved' });
    expect([world.opened.length, world.posts.length]).toEqual([1, 0]);
    world.goTo('2026-11-27T08:00:00Z');
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect([world.opened.length, world.posts.length]).toEqual([1, 1]);
  });

  it('is opened, and not written to, when all sending was stopped meanwhile, and nothing is counted', async () => {
    const world = await worldOn(nudgeDay, 'without chat');
    let isStopped = false;
    const slow = whileOpening(world, async () => {
      isStopped = true;
    });
    const needs = { ...slow, sendingSwitch: { isStopped: async () => isStopped } };
    expect(await sendReminder(needs, pointerTo())).toMatchObject({ outcome: 'later', reason: 'sending-stopped' });
    expect([world.opened.length, world.posts.length]).toEqual([1, 0]);
    expect(await world.days()).toMatchObject([{ state: 'free', failures: 0, attempts: 0 }]);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });

  it('that was just opened and is gone again is opened anew, once', async () => {
    const world = await worldOn(nudgeDay, 'without chat');
    world.answers.push(gone);
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.opened).toHaveLength(2);
  });

  it('is missing for somebody whom only the roster knows', async () => {
    const world = createWorld();
    const { aadObjectId: _, ...unknown } = kari;
    await world.hire(unknown, 'without chat');
    world.goTo(nudgeDay);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'not-installed' });
  });

  it('that is gone is opened anew, once', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(gone);
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.posts.map(({ conversationId }) => conversationId)).toEqual(['chat-kari', 'chat-opened-1']);
    expect(await conversationOf(world)).toMatchObject({ conversationId: 'chat-opened-1', state: 'open' });
    world.goTo('2026-11-30T08:00:00Z');
    world.answers.push(gone, gone);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'ConversationNotFound' });
    expect(await conversationOf(world)).toMatchObject({ state: 'blocked' });
  });
});

describe('a chat that Teams does not find, and says no more', () => {
  it('is opened anew, once, and not closed', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(missing, missing);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'http-404' });
    expect(world.posts.map(({ conversationId }) => conversationId)).toEqual(['chat-kari', 'chat-opened-1']);
    expect(await conversationOf(world)).toMatchObject({ conversationId: 'chat-opened-1', state: 'open' });
  });

  it('is kept where there is no account to open another with', async () => {
    const world = createWorld();
    const { aadObjectId: _, ...unknown } = kari;
    await world.hire(unknown);
    world.goTo(nudgeDay);
    world.answers.push(missing);
    expect(await send(world)).toEqual({ outcome: 'rejected', reason: 'http-404' });
    expect(await conversationOf(world)).toMatchObject({ conversationId: 'chat-kari', state: 'open' });
  });
});

describe('a chat that is gone', () => {
  it('costs three calls and three slots, also when those of everybody are gone', async () => {
    const world = createWorld();
    const crowd = Array.from({ length: 20 }, (_, index) => `person-${index}`);
    for (const personId of crowd) await world.hire({ ...kari, personId, aadObjectId: `aad-${personId}` });
    world.goTo(nudgeDay);
    let slots = 0;
    const calls = () => world.posts.length + world.opened.length;
    const needs = {
      ...world.needs,
      pacing: pacingBefore(async () => {
        slots += 1;
      }),
    };
    for (const personId of crowd) {
      world.answers.push(gone);
      expect(await sendReminder(needs, pointerTo(personId))).toEqual({ outcome: 'sent' });
      expect(calls()).toBeLessThanOrEqual(slots);
    }
    expect(calls()).toBe(60);
  });

  it('is not posted to anew when all sending was stopped meanwhile, and nothing is counted', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(gone);
    let isStopped = false;
    const needs = {
      ...{ ...world.needs, sendingSwitch: { isStopped: async () => isStopped } },
      pacing: pacingBefore(async () => {
        isStopped = world.opened.length > 0;
      }),
    };
    expect(await sendReminder(needs, pointerTo())).toMatchObject({ outcome: 'later', reason: 'sending-stopped' });
    expect(world.posts).toHaveLength(1);
    expect(await world.days()).toMatchObject([{ state: 'free', failures: 0, attempts: 0 }]);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });

  it('is not posted to anew when the person finished everything meanwhile', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(gone);
    const needs = {
      ...world.needs,
      pacing: pacingBefore(async () => {
        if (world.opened.length === 0) return;
        for (const moduleId of ['meldeplikt', 'avvergingsplikt']) await world.progress(completed(moduleId));
      }),
    };
    expect(await sendReminder(needs, pointerTo())).toEqual({ outcome: 'nothing' });
    expect(world.posts).toHaveLength(1);
  });

  it('is left alone when no slot comes for the second post', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(gone);
    const waitForSlot = async () => (world.opened.length > 0 ? ('given-up' as const) : ('go' as const));
    expect(await sendReminder({ ...world.needs, pacing: { waitForSlot } }, pointerTo())).toMatchObject({
      ...{ outcome: 'later', reason: 'no-slot' },
    });
    expect(world.posts).toHaveLength(1);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });
});

describe('two workers with the same pointer', () => {
  it('post once', async () => {
    const world = await worldOn(nudgeDay);
    const results = await Promise.all([send(world), send(world), send(world)]);
    expect(world.posts).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
  });

  it('post once when the first is so slow that the second thinks it has crashed, and the truth is kept', async () => {
    const world = await worldOn(nudgeDay);
    world.answers.push(async () => {
      world.pass(5);
      expect(await send(world)).toEqual({ outcome: 'settled' });
      expect(await world.states()).toContain('meldeplikt day-3 uncertain (crashed-while-sending)');
      return { outcome: 'sent', activityId: 'late' };
    });
    expect(await send(world)).toEqual({ outcome: 'sent' });
    expect(world.posts).toHaveLength(1);
    expect(await world.states()).toContain('meldeplikt day-3 sent');
    expect(await world.days()).toMatchObject([{ state: 'sent', activityId: 'late' }]);
  });

  it('post once when the first sleeps until its claim has run out and the second has sent', async () => {
    const world = await worldOn(nudgeDay);
    const slow = sleepingIn(world, async () => {
      world.pass(5);
      await send(world);
    });
    expect(await sendReminder(slow, pointerTo())).toEqual({ outcome: 'nothing' });
    expect(world.posts).toHaveLength(1);
    expect(await world.days()).toMatchObject([{ state: 'sent' }]);
  });

  it('post once when the first wakes up while the second, who took over, is about to send', async () => {
    const world = await worldOn(nudgeDay);
    const gate = Promise.withResolvers<void>();
    let second: Promise<unknown> = Promise.resolve();
    const slow = sleepingIn(world, async () => {
      world.pass(5);
      const claimed = Promise.withResolvers<void>();
      second = sendReminder(
        sleepingIn(world, async () => {
          claimed.resolve();
          await gate.promise;
        }),
        pointerTo(),
      );
      await claimed.promise;
    });
    expect(await sendReminder(slow, pointerTo())).toMatchObject({ outcome: 'later' });
    expect(world.posts).toEqual([]);
    gate.resolve();
    expect(await second).toEqual({ outcome: 'sent' });
    expect(world.posts).toHaveLength(1);
  });
});

/** The same needs, with something happening while waiting for a slot. */
const sleepingIn = (world: World, meanwhile: () => Promise<void>) => ({
  ...world.needs,
  pacing: pacingBefore(meanwhile),
});

/** The second slot is the one to open the chat with. */
function whileOpening(world: World, meanwhile: () => Promise<void>) {
  let slots = 0;
  return sleepingIn(world, async () => {
    slots += 1;
    if (slots === 2) await meanwhile();
  });
}

const pacingBefore = (meanwhile: () => Promise<void>) => ({
  async waitForSlot() {
    await meanwhile();
    return 'go' as const;
  },
});

describe('a storage answer that was lost', () => {
  it('does not make us believe that somebody else has claimed, is sending or has sent', async () => {
    const world = await worldOn(nudgeDay);
    const { people } = world.stores;
    const forgetful = {
      ...people,
      async commit(change: Parameters<typeof people.commit>[0]) {
        await people.commit(change);
        throw new Failure('conflict', 'as the storage client says when it repeats a write whose answer was lost');
      },
    };
    await expect(sendReminder({ ...world.needs, people: forgetful }, pointerTo())).resolves.toEqual({
      outcome: 'sent',
    });
    expect(world.posts).toHaveLength(1);
    expect(await world.days()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('storage that is away just when the message is about to be posted', () => {
  const away = () => new Failure('unavailable', 'storage does not answer');
  type Commit = World['stores']['people']['commit'];
  const isMarking = ({ writes }: Parameters<Commit>[0]) => JSON.stringify(writes).includes('"sending"');

  it.each(['is written all the same', 'is lost'])(
    'loses nothing: nothing is posted, and it goes out later (what it %s)',
    async (what) => {
      const world = await worldOn(nudgeDay);
      const { people } = world.stores;
      const commit: Commit = async (change) => {
        if (!isMarking(change)) return people.commit(change);
        if (what === 'is written all the same') await people.commit(change);
        throw away();
      };
      await expect(sendReminder({ ...world.needs, people: { ...people, commit } }, pointerTo())).rejects.toThrow(
        away(),
      );
      expect(world.posts).toEqual([]);
      expect(await world.days()).toMatchObject([{ state: 'free', failures: 0, attempts: 0 }]);
      expect(await send(world)).toEqual({ outcome: 'sent' });
    },
  );

  it('does not hold up a message whose mark was written: nothing is read after it', async () => {
    const world = await worldOn(nudgeDay);
    const { people } = world.stores;
    let isMarked = false;
    const flaky: typeof people = {
      ...people,
      async commit(change) {
        await people.commit(change);
        isMarked = isMarking(change);
      },
      async get(...asked) {
        if (isMarked && world.posts.length === 0) throw away();
        return people.get(...asked);
      },
    };
    expect(await sendReminder({ ...world.needs, people: flaky }, pointerTo())).toEqual({ outcome: 'sent' });
  });
});

describe('a claim that ran out while waiting', () => {
  it('is given back instead of used', async () => {
    const world = await worldOn(nudgeDay);
    const slow = sleepingIn(world, async () => world.pass(5));
    expect(await sendReminder(slow, pointerTo())).toMatchObject({ outcome: 'later', reason: 'claim-ran-out' });
    expect(world.posts).toEqual([]);
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });
});

describe('no slot in time', () => {
  it('gives the claim back at once', async () => {
    const world = await worldOn(nudgeDay);
    const needs = { ...world.needs, pacing: { waitForSlot: async () => 'given-up' as const } };
    expect(await sendReminder(needs, pointerTo())).toMatchObject({ outcome: 'later', reason: 'no-slot' });
    expect(await send(world)).toEqual({ outcome: 'sent' });
  });
});

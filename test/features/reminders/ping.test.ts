import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateAt } from '../../../src/core/local-date.ts';
import { conversationRow, preferencesRow, profileRow } from '../../../src/features/people/person-rows.ts';
import { createRow, deleteRow } from '../../../src/features/people/person-store.ts';
import { findDue } from '../../../src/features/reminders/find-due.ts';
import type { SendResult } from '../../../src/features/reminders/messenger.ts';
import { pingClaimRow, pingRow } from '../../../src/features/reminders/ping-rows.ts';
import { reminderKey, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { dropPing, setPing } from '../../../src/features/reminders/set-ping.ts';
import { asked, needsOf, pingOn, repair, tracesOf } from './pings.ts';
import { chatOf, createWorld, kari, pointerTo, type World } from './world.ts';

const { personId } = kari;
const atNine = '2026-12-07T08:00:00Z';

async function send(world: World, at = atNine) {
  world.goTo(at);
  return sendReminder(world.needs, pointerTo());
}

describe('several dates that an outage has put off', () => {
  it('are one message, and nothing is left of any', async () => {
    const world = await asked();
    await setPing(needsOf(world), kari, '2026-12-08');
    await setPing(needsOf(world), kari, '2026-12-09');
    await send(world, '2026-12-09T09:00:00Z');
    await send(world, '2026-12-09T10:00:00Z');
    expect(world.pings).toHaveLength(1);
    expect(await tracesOf(world)).toEqual([]);
  });
});

describe('a date that somebody has asked for', () => {
  it('is a row with the date and nothing else, and a hint in the index', async () => {
    const world = await asked();
    expect(await tracesOf(world)).toEqual([`ping:${pingOn}`, `hint ${pingOn} 09:00`]);
    const stored = await world.stores.people.get(personId, pingRow, pingOn);
    expect(stored?.value).toEqual({ on: pingOn });
  });

  it('asked for twice, also at once, is one row', async () => {
    const world = await asked();
    const results = await Promise.all([1, 2, 3].map(() => setPing(needsOf(world), kari, pingOn)));
    expect(results).toEqual(Array(3).fill({ outcome: 'set' }));
    expect(await tracesOf(world)).toHaveLength(2);
  });

  it('is taken away with its hint, and taking it away twice is fine', async () => {
    const world = await asked();
    await dropPing(needsOf(world), personId, pingOn);
    await dropPing(needsOf(world), personId, pingOn);
    expect(await tracesOf(world)).toEqual([]);
    await send(world);
    expect(world.pings).toEqual([]);
  });

  it('is not promised to somebody who cannot be written to, or will have left by then', async () => {
    const world = createWorld();
    await world.hire({ ...kari, aadObjectId: undefined }, 'without chat');
    const ask = (person = kari) => setPing(needsOf(world), person, pingOn);
    expect(await ask({ ...kari, aadObjectId: undefined })).toEqual({ outcome: 'cannot' });
    expect(await ask({ ...kari, endsOn: '2026-12-06' })).toEqual({ outcome: 'cannot' });
    expect(await tracesOf(world)).toEqual([]);
    expect(await ask({ ...kari, endsOn: pingOn })).toEqual({ outcome: 'set' });
  });
});

describe('on the day', () => {
  it('one message comes, at nine, and nothing is left of it', async () => {
    const world = await asked();
    await send(world, '2026-12-07T07:59:00Z');
    expect(world.pings).toEqual([]);
    await send(world);
    await send(world);
    expect(world.pings).toEqual([{ conversationId: 'chat-kari', at: new Date(atNine) }]);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('eight workers at once send it once', async () => {
    const world = await asked();
    world.goTo(atNine);
    await Promise.all(Array.from({ length: 8 }, () => sendReminder(world.needs, pointerTo())));
    world.pass(5);
    await sendReminder(world.needs, pointerTo());
    expect([world.pings.length, await tracesOf(world)]).toEqual([1, []]);
  });

  it('taken away while a worker waits for its turn, it is not sent', async () => {
    const world = await asked();
    world.goTo(atNine);
    const waitForSlot = async () => {
      await dropPing(needsOf(world), personId, pingOn);
      return 'go' as const;
    };
    await sendReminder({ ...world.needs, pacing: { waitForSlot } }, pointerTo());
    world.pass(5);
    await sendReminder(world.needs, pointerTo());
    expect([world.pings.length, await tracesOf(world)]).toEqual([0, []]);
  });

  it('no event tells of it', async () => {
    const world = await asked();
    await send(world, '2026-11-26T08:00:00Z');
    const before = world.events.length;
    await world.stores.people.commit({ personId, writes: await endedModules(world) });
    await send(world);
    expect(world.pings).toHaveLength(1);
    expect(world.events.slice(before)).toEqual([]);
  });

  it('it comes also to somebody who wants no nudges, and beside the card about modules', async () => {
    const world = await asked(createWorld(), '2026-11-26');
    await world.stores.people.commit({ personId, writes: [createRow(preferencesRow, { nudges: 'off' })] });
    await send(world, '2026-11-26T08:00:00Z');
    expect([world.pings.length, world.posts.length]).toEqual([1, 0]);
    const both = await asked(createWorld(), '2026-11-26');
    await send(both, '2026-11-26T08:00:00Z');
    expect([both.pings.length, both.posts.length]).toEqual([1, 1]);
    expect((await both.days()).map((day) => ('items' in day ? day.items : []))).toEqual([
      expect.not.arrayContaining([expect.stringContaining('ping')]),
    ]);
  });

  it('two dates are two messages, each on its day', async () => {
    const world = await asked();
    await setPing(needsOf(world), kari, '2026-12-08');
    await send(world);
    expect(await tracesOf(world)).toEqual(['ping:2026-12-08', 'hint 2026-12-08 09:00']);
    await send(world, '2026-12-08T08:00:00Z');
    expect(world.pings).toHaveLength(2);
    expect(await tracesOf(world)).toEqual([]);
  });

  const given: [string, SendResult][] = [
    ['nobody knows whether it arrived', { outcome: 'unknown', reason: 'timeout' }],
    ['Teams will never take it', { outcome: 'rejected', reason: 'BotNotInConversationRoster', isUnreachable: true }],
  ];
  it.each(given)('when %s, it is deleted all the same and never tried again', async (_, answer) => {
    const world = await asked();
    world.answers.push(answer);
    await send(world);
    world.pass(60);
    await send(world, world.clock.now().toISOString());
    expect(world.pings).toHaveLength(1);
    expect(await tracesOf(world)).toEqual([]);
    // Nor does the chat remember that it was tried.
    expect((await world.stores.people.get(personId, conversationRow))?.value).toEqual(chatOf('kari'));
  });

  it('when Teams is busy it is tried again, and given up after five times', async () => {
    const world = await asked();
    for (let tries = 0; tries < 5; tries += 1) {
      world.answers.push({ outcome: 'try-later', reason: 'ECONNREFUSED', because: 'failed' });
      await send(world, world.clock.now() < new Date(atNine) ? atNine : world.clock.now().toISOString());
      world.pass(60);
    }
    expect(world.pings).toHaveLength(5);
    expect(await tracesOf(world)).toEqual([]);
    expect(world.events.filter(({ event }) => event === 'message-parked')).toEqual([]);
  });

  it('when Teams does not know us it waits, and the pause is told as for all sending', async () => {
    const world = await asked();
    world.answers.push({ outcome: 'not-authorised', reason: '401' });
    expect(await send(world)).toMatchObject({ outcome: 'later' });
    expect(world.events).toContainEqual({ event: 'sending-paused', reason: '401' });
    await send(world, '2026-12-07T08:06:00Z');
    expect(await tracesOf(world)).toEqual([]);
  });

  it('whoever is not known any more gets nothing, and the date goes', async () => {
    const world = await asked();
    await world.stores.people.commit({ personId, writes: [deleteRow(profileRow, '')] });
    await send(world);
    expect([world.pings, await tracesOf(world)]).toEqual([[], []]);
  });
});

describe('somebody whom the staff list does not have at work on the day', () => {
  /** Nights and mornings. */
  async function live(world: World, from: LocalDate, to: LocalDate) {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      world.goTo(`${day}T02:00:00Z`);
      await repair(world);
      await send(world, `${day}T08:00:00Z`);
    }
  }
  const left = { ...kari, endsOn: '2026-12-01' as const };
  const back = { ...kari, employedOn: '2027-03-01' as const };
  const days = (world: World) => world.pings.map(({ at }) => localDateAt(at, 'Europe/Oslo'));

  it('gets it when the list has them again, once, also where they have asked for more than one', async () => {
    const world = await asked();
    await setPing(needsOf(world), kari, '2026-12-08');
    await world.becomes(left);
    await live(world, '2026-12-07', '2026-12-09');
    await world.becomes(kari);
    await live(world, '2026-12-10', '2026-12-31');
    expect([days(world), await tracesOf(world)]).toEqual([['2026-12-10'], []]);
  });

  it('gets nothing when they have left, and the date goes after fourteen days', async () => {
    const world = await asked();
    await world.becomes(left);
    await live(world, '2026-12-07', '2026-12-21');
    expect(await tracesOf(world)).toContain(`ping:${pingOn}`);
    await live(world, '2026-12-22', '2026-12-22');
    expect(await tracesOf(world)).not.toContain(`ping:${pingOn}`);
    await live(world, '2026-12-23', '2026-12-23');
    expect([world.pings, await tracesOf(world)]).toEqual([[], []]);
  });

  it('gets nothing when they are hired again from a later day, and is promised nothing before it', async () => {
    const world = await asked();
    await world.becomes(left);
    await live(world, '2026-12-07', '2026-12-14');
    await world.becomes(back);
    expect(await setPing(needsOf(world), back, '2027-02-26')).toEqual({ outcome: 'cannot' });
    await live(world, '2026-12-15', '2027-03-02');
    expect([world.pings, await tracesOf(world)]).toEqual([[], []]);
  });

  it('is looked at once a day, not each half hour', async () => {
    const world = await asked();
    await world.becomes(left);
    await send(world);
    expect(await tracesOf(world)).toContain('hint 2026-12-08 09:00');
    expect(await tracesOf(world)).not.toContain(`hint ${pingOn} 09:00`);
  });
});

describe('after an outage', () => {
  it('outside the window it waits for the next working day, and leaves one hint', async () => {
    const world = await asked();
    await send(world, '2026-12-11T15:00:00Z');
    expect(world.pings).toEqual([]);
    expect(await tracesOf(world)).toEqual([`ping:${pingOn}`, 'hint 2026-12-14 09:00']);
    await send(world, '2026-12-14T08:00:00Z');
    expect(world.pings).toHaveLength(1);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('the window that closes while a worker waits for its turn holds it back', async () => {
    const world = await asked();
    world.goTo('2026-12-07T13:59:30Z');
    const waitForSlot = async () => {
      world.pass(1);
      return 'go' as const;
    };
    await sendReminder({ ...world.needs, pacing: { waitForSlot } }, pointerTo());
    expect(world.pings).toEqual([]);
    await send(world, '2026-12-08T08:00:00Z');
    expect([world.pings.length, await tracesOf(world)]).toEqual([1, []]);
  });

  it('a worker that died just before the window closed leaves nothing until tomorrow', async () => {
    const world = await asked();
    world.answers.push(() => Promise.reject(new Error('killed')));
    await expect(send(world, '2026-12-07T13:58:00Z')).rejects.toThrow('killed');
    expect(await tracesOf(world)).toContain(`ping-claim:${pingOn}`);
    await send(world, '2026-12-07T14:30:00Z');
    expect([world.pings.length, await tracesOf(world)]).toEqual([1, []]);
  });

  it('of fourteen days it still comes, once; of more it is deleted unsent', async () => {
    const world = await asked();
    await send(world, '2026-12-21T08:30:00Z');
    expect([world.pings.length, await tracesOf(world)]).toEqual([1, []]);
    const late = await asked();
    await send(late, '2026-12-22T08:30:00Z');
    expect([late.pings.length, await tracesOf(late)]).toEqual([0, []]);
  });

  it('the tick leads to it', async () => {
    const world = await asked();
    world.goTo('2026-12-10T09:00:00Z');
    await findDue({ due: world.stores.due, queue: world.queue, zone: 'Europe/Oslo' }, world.clock.now(), 0);
    const texts = (await world.queue.receive(32)).map(({ text }) => text);
    expect(texts).toHaveLength(1);
    // The pointer is the ordinary one.
    expect(texts.join()).not.toContain('ping');
  });
});

describe('the nightly round', () => {
  it('changes nothing when all is well, and brings back a hint that is missing', async () => {
    const world = await asked();
    const before = await tracesOf(world);
    world.goTo('2026-11-24T03:00:00Z');
    await repair(world);
    expect(await tracesOf(world)).toEqual(before);
    for (const hint of await world.hints()) await world.stores.due.delete(hint);
    await repair(world);
    expect(await tracesOf(world)).toEqual(before);
  });

  it('never brings back what was sent or taken away, and deletes the hints that a crash left', async () => {
    const world = await asked();
    const hint = (await world.hints()).find((one) => 'kind' in one);
    await send(world);
    if (hint) await world.stores.due.create(hint);
    world.goTo('2026-12-08T03:00:00Z');
    await repair(world);
    expect(await tracesOf(world)).toEqual([]);
  });

  it('deletes what nobody could be sent for fourteen days, and a claim whose date is gone', async () => {
    const world = await asked();
    const claim = { key: '2026-12-01', failures: 0, attempts: 0, state: 'free' } as const;
    await world.stores.people.commit({ personId, writes: [createRow(pingClaimRow, claim)] });
    world.goTo('2026-12-22T03:00:00Z');
    await repair(world);
    expect(await tracesOf(world)).toEqual([]);
    expect(await world.stores.people.get(personId, profileRow)).toBeDefined();
  });

  it('keeps a hint that was moved to the next working day', async () => {
    const world = await asked();
    await send(world, '2026-12-11T15:00:00Z');
    world.goTo('2026-12-12T03:00:00Z');
    await repair(world);
    expect(await tracesOf(world)).toContain('hint 2026-12-14 09:00');
    await send(world, '2026-12-14T08:00:00Z');
    expect([world.pings.length, await tracesOf(world)]).toEqual([1, []]);
  });
});

/** Nothing more comes about modules. */
async function endedModules(world: World) {
  return (await world.reminders()).map((reminder) => deleteRow(reminderRow, reminderKey(reminder)));
}

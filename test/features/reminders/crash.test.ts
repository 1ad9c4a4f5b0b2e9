import { describe, expect, it } from 'vitest';
import { deleteRow } from '../../../src/features/people/person-store.ts';
import { findDue } from '../../../src/features/reminders/find-due.ts';
import { reminderKey, reminderRow } from '../../../src/features/reminders/reminder-rows.ts';
import { sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { Crash } from '../../support/mortal-ports.ts';
import { mortal } from './mortal.ts';
import { asked, repair, tracesOf } from './pings.ts';
import { createWorld, pointerTo, type World } from './world.ts';

/** Minute for minute as tick and worker do it, with some hours in between so that claims run out. */
async function liveOn(world: World, days: readonly string[]): Promise<void> {
  for (const day of days) {
    for (const time of ['08:00', '09:00', '10:00', '12:00']) {
      const at = new Date(`${day}T${time}:00Z`);
      if (at <= world.clock.now()) continue;
      world.goTo(at.toISOString());
      await findDue({ due: world.stores.due, queue: world.queue, zone: 'Europe/Oslo' }, at, world.queue.size());
      for (const item of await world.queue.receive(32)) {
        await sendReminder(world.needs, pointerTo());
        await item.complete();
      }
    }
  }
}

const cases = [
  { name: 'a nudge', day: '2026-11-26', step: 'day-3', before: [], most: 1 },
  { name: 'a deadline notice', day: '2026-12-11', step: 'due', before: ['2026-11-26', '2026-11-30'], most: 2 },
] as const;

/** How many port calls an undisturbed sending makes. */
async function countCalls(day: string, before: readonly string[]): Promise<number> {
  const world = createWorld();
  await world.hire();
  await liveOn(world, before);
  world.goTo(`${day}T08:00:00Z`);
  const watched = mortal(world.needs, Number.POSITIVE_INFINITY, 'before');
  await sendReminder(watched.needs, pointerTo());
  return watched.calls();
}

describe.each(cases)('a worker that dies while it sends $name', ({ day, step, before, most }) => {
  it.each(['before', 'after'] as const)(
    `at any step, just %s it had its effect, leaves at most ${most} posted and everything accounted for`,
    async (when) => {
      const steps = await countCalls(day, before);
      expect(steps).toBeGreaterThan(15);
      for (let diesAt = 1; diesAt <= steps; diesAt += 1) {
        const world = createWorld();
        await world.hire();
        await liveOn(world, before);
        world.posts.length = 0;
        world.goTo(`${day}T08:00:00Z`);
        await expect(sendReminder(mortal(world.needs, diesAt, when).needs, pointerTo())).rejects.toThrow(Crash);
        await liveOn(world, [day, '2026-12-14']);
        const about = world.posts.filter(({ at }) => at.toISOString().startsWith(day));
        const label = `dies ${when} call ${diesAt}`;
        expect(about.length, label).toBeLessThanOrEqual(most);
        const states = (await world.states()).filter((state) => state.includes(` ${step} `));
        expect(states, label).toHaveLength(2);
        for (const state of states) expect(state, label).toMatch(/ (sent|uncertain \(crashed-while-sending\))$/);
        expect(
          (await world.hints()).filter(({ dueOn }) => dueOn <= day),
          label,
        ).toEqual([]);
      }
    },
  );
});

describe('a worker that dies while it sends what somebody has asked for', () => {
  it.each(['before', 'after'] as const)(
    'at any step, just %s it had its effect, leaves at most one posted, and nothing at all the day after',
    async (when) => {
      const watched = mortal((await askedOnly()).needs, Number.POSITIVE_INFINITY, 'before');
      await sendReminder(watched.needs, pointerTo());
      expect(watched.calls()).toBeGreaterThan(12);
      let lost = 0;
      for (let diesAt = 1; diesAt <= watched.calls(); diesAt += 1) {
        const world = await askedOnly();
        await sendReminder(mortal(world.needs, diesAt, when).needs, pointerTo()).catch(onlyCrash);
        await liveOn(world, ['2026-12-07']);
        const label = `dies ${when} call ${diesAt}`;
        expect(world.pings.length, label).toBeLessThanOrEqual(1);
        if (world.pings.length === 0) lost += 1;
        expect(
          (await tracesOf(world)).filter((trace) => !trace.startsWith('hint')),
          label,
        ).toEqual([]);
        world.goTo('2026-12-08T03:00:00Z');
        await repair(world);
        expect(await tracesOf(world), label).toEqual([]);
      }
      // Only between "sending" and the POST: better lost than twice.
      expect(lost).toBeLessThanOrEqual(2);
    },
  );
});

/** At nine on the day, with nothing else due. */
async function askedOnly(): Promise<World> {
  const world = await asked();
  const writes = (await world.reminders()).map((reminder) => deleteRow(reminderRow, reminderKey(reminder)));
  await world.stores.people.commit({ personId: 'kari', writes });
  world.goTo('2026-12-07T08:00:00Z');
  return world;
}

/** The last call of all is a list, which nobody dies of after its end. */
function onlyCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}

import { describe, expect, it } from 'vitest';
import { findDue } from '../../../src/features/reminders/find-due.ts';
import { type SendReminderNeeds, sendReminder } from '../../../src/features/reminders/send-reminder.ts';
import { createWorld, pointerTo, type World } from './world.ts';

class Crash extends Error {}

/** Counts every call to a port and dies at the chosen one, before or after it had its effect; dead calls do nothing ever after. */
function mortal(needs: SendReminderNeeds, diesAt: number, when: 'before' | 'after') {
  let calls = 0;
  const live = (name: unknown, call: () => unknown): unknown => {
    calls += 1;
    if (calls > diesAt || (calls === diesAt && when === 'before')) {
      return name === 'list' ? deadList() : Promise.reject(new Crash());
    }
    const result = call();
    return calls === diesAt && result instanceof Promise ? result.then(() => Promise.reject(new Crash())) : result;
  };
  const watch = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => live(name, () => method.apply(target, args));
      },
    });
  const { people, due, messenger, pacing } = needs;
  const dying = { people: watch(people), due: watch(due), messenger: watch(messenger), pacing: watch(pacing) };
  return { needs: { ...needs, ...dying }, calls: () => calls };
}

async function* deadList(): AsyncGenerator<never> {
  yield await Promise.reject(new Crash());
}

/** Minute for minute as tick and worker do it, with some hours in between so that claims run out. */
async function liveOn(world: World, days: readonly string[]): Promise<void> {
  for (const day of days) {
    for (const time of ['08:00', '09:00', '10:00', '12:00']) {
      const at = new Date(`${day}T${time}:00Z`);
      if (at <= world.clock.now()) continue;
      world.goTo(at.toISOString());
      await findDue({ due: world.stores.due, queue: world.queue, zone: 'Europe/Oslo' }, at);
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

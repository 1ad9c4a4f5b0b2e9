import { expect, it } from 'vitest';
import type { Person } from '../../../src/features/people/person.ts';
import { readOwnModules } from '../../../src/features/progress/own-modules.ts';
import { nudgeForLeader } from '../../../src/features/reminders/leader-nudge.ts';
import { createWorld, kari, rules } from './world.ts';

const monday = '2026-11-30T08:00:00Z';

async function asksFor(person: Person, chat: 'with chat' | 'without chat') {
  const world = createWorld();
  await world.hire(person, chat);
  world.goTo(monday);
  const now = world.clock.now();
  const own = await readOwnModules({ people: world.stores.people, catalogue: rules.catalogue }, person, '2026-11-30');
  const needs = { people: world.stores.people, due: world.stores.due, rules };
  const ask = () => nudgeForLeader(needs, person, own.slice(0, 1), now);
  return [await ask(), await ask()];
}

it('a leader who asks for a reminder to somebody with no chat, and none that can be opened, is told as of others who are left out', async () => {
  const { aadObjectId: _, ...onlyListed } = kari;
  expect(await asksFor(onlyListed, 'without chat')).toEqual(['left-out', 'asked-before']);
  expect(await asksFor(onlyListed, 'with chat')).toEqual(['asked', 'asked-before']);
  expect(await asksFor(kari, 'without chat')).toEqual(['asked', 'asked-before']);
});

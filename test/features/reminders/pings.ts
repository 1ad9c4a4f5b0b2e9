import type { LocalDate } from '../../../src/core/local-date.ts';
import { toArray } from '../../../src/features/people/person-store.ts';
import { repairDue } from '../../../src/features/reminders/repair-due.ts';
import { setPing } from '../../../src/features/reminders/set-ping.ts';
import { createWorld, kari, rules, type World } from './world.ts';

/** The Monday two weeks after the start of the world. */
export const pingOn: LocalDate = '2026-12-07';

/** Whatever in a person's rows and in the index is about a ping. */
export async function tracesOf(world: World): Promise<string[]> {
  const { people } = world.stores;
  const keys = [...people.keys().values()].flat().filter((key) => key.startsWith('ping'));
  const hints = await toArray(world.stores.due.list('2020-01-01', '2099-12-31'));
  return [...keys, ...hints.flatMap((hint) => ('kind' in hint ? [`hint ${hint.dueOn} ${hint.dueTime}`] : []))];
}

/** Somebody who has asked to be reminded, and has no module left that anything comes about. */
export async function asked(world = createWorld(), on: LocalDate = pingOn): Promise<World> {
  await world.hire();
  await setPing(needsOf(world), kari, on);
  return world;
}

export const needsOf = (world: World) => ({ ...world.stores, rules });

export const repair = (world: World) => repairDue(needsOf(world), world.clock.now());

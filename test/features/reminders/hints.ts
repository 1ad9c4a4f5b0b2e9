import { expect } from 'vitest';
import { dueOf } from '../../../src/features/reminders/reminder-rows.ts';
import type { World } from './world.ts';

/** Every hint leads to a planned row, and every planned row has its hint. */
export async function expectHintsAgree(world: World): Promise<void> {
  const planned = (await world.reminders()).filter(({ state }) => state === 'planned');
  const wanted = planned.map((each) => JSON.stringify(dueOf('kari', each, 'Europe/Oslo')));
  const hints = await world.hints();
  const found = hints.map(({ etag: _, queuedAt: __, ...due }) => JSON.stringify(due));
  expect(found.sort()).toEqual(wanted.sort());
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantId } from '../inbound/bot/activities.ts';
import { postActivities } from './fuzz-activities.ts';
import { known, mark } from './fuzz-steps.ts';
import { startWholeDoor, type WholeDoor } from './whole-door.ts';

let door: WholeDoor;
beforeAll(async () => {
  door = await startWholeDoor(tenantId, known);
});
afterAll(() => door.stop());

test('2,000 activities, right and wrong, are each answered, without a fault and without a word of them in what is told', async () => {
  const statuses = await postActivities(door, tenantId, 2000);
  expect([...statuses.keys()].toSorted()).toEqual([200, 400, 401, 403]);
  // Enough of them came through to the features for this to mean something.
  expect(statuses.get(200)).toBeGreaterThan(500);
  expect(door.posts()).toBeGreaterThan(100);
  const faults = door.events.filter(({ event }) => event === 'turn-failed' || event === 'background-failed');
  expect(faults).toEqual([]);
  expect(JSON.stringify(door.events)).not.toContain(mark);
});

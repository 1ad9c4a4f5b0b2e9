import { expect, test } from 'vitest';
import { tenantId } from '../inbound/bot/activities.ts';
import { postActivities } from './fuzz-activities.ts';
import { known, mark } from './fuzz-steps.ts';
import { startWholeDoor } from './whole-door.ts';

test('100,000 activities, right and wrong, are each answered, without a fault and without a word of them in what is told', async () => {
  const door = await startWholeDoor(tenantId, known);
  const begun = performance.now();
  try {
    const statuses = await postActivities(door, tenantId, 100_000);
    const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(
      `100,000 activities in ${seconds} s: ${counts.join(', ')}; ${door.posts()} answers were posted to Teams`,
    );
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    const faults = door.events.filter(({ event }) => event === 'turn-failed' || event === 'background-failed');
    expect(faults).toEqual([]);
    expect(JSON.stringify(door.events)).not.toContain(mark);
  } finally {
    await door.stop();
  }
});

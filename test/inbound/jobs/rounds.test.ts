import { describe, expect, it } from 'vitest';
import { eachRound } from '../../../src/inbound/jobs/rounds.ts';

const sendAt = new Date('2026-11-23T07:30:00Z');

/** How many were queued at each of these times, in one process. */
async function queueAt(times: readonly string[]): Promise<readonly number[]> {
  const queueDue = eachRound(
    () => ({ period: '2026-W48', sendAt }),
    async () => 1,
  );
  const queued: number[] = [];
  for (const time of times) queued.push(await queueDue(new Date(time), 0));
  return queued;
}

describe('a round', () => {
  it('is queued when its time has come, and again each hour', async () => {
    expect(await queueAt(['2026-11-23T07:30:00Z', '2026-11-23T08:29:00Z', '2026-11-23T08:30:00Z'])).toEqual([1, 0, 1]);
  });

  it('is queued again after the clock has run a day ahead and is set back', async () => {
    expect(await queueAt(['2026-11-24T07:30:00Z', '2026-11-23T07:30:00Z', '2026-11-23T07:31:00Z'])).toEqual([1, 1, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { queueRound } from '../../../src/features/digests/queue-round.ts';
import { digestRow } from '../../../src/features/digests/send-digest.ts';
import type { WorkPointer } from '../../../src/features/reminders/work-queue.ts';
import { eachRound } from '../../../src/inbound/jobs/rounds.ts';
import { memoryPersonStore } from '../../support/memory-person-store.ts';

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

const digests = (personIds: readonly string[]) => ({
  ...{ personIds, row: digestRow, period: '2026-W48' },
  pointerTo: (personId: string) => ({ kind: 'digest' as const, personId, period: '2026-W48' }),
});

describe('a round', () => {
  it('leaves a ledger that cannot be read to the worker, and goes on with the others', async () => {
    const people = memoryPersonStore();
    const get: typeof people.get = async (personId, row, key) => {
      if (personId === 'ola') throw new Failure('bug', 'a row does not parse');
      return people.get(personId, row, key);
    };
    const queued: WorkPointer[] = [];
    const queue = { send: async (pointer: WorkPointer) => void queued.push(pointer) };
    expect(await queueRound({ people: { ...people, get }, queue }, digests(['kari', 'ola', 'per']), sendAt, 0)).toBe(3);
    expect(queued).toContainEqual({ kind: 'digest', personId: 'per', period: '2026-W48' });
  });

  it('is not queued at all where storage is away', async () => {
    const get = () => Promise.reject(new Failure('unavailable', 'storage is away'));
    const needs = { people: { ...memoryPersonStore(), get }, queue: { send: async () => {} } };
    await expect(queueRound(needs, digests(['kari']), sendAt, 0)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is queued when its time has come, and again each hour', async () => {
    expect(await queueAt(['2026-11-23T07:30:00Z', '2026-11-23T08:29:00Z', '2026-11-23T08:30:00Z'])).toEqual([1, 0, 1]);
  });

  it('is queued again after the clock has run a day ahead and is set back', async () => {
    expect(await queueAt(['2026-11-24T07:30:00Z', '2026-11-23T07:30:00Z', '2026-11-23T07:31:00Z'])).toEqual([1, 1, 0]);
  });
});

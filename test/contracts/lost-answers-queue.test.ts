import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { WorkItem, WorkPointer, WorkQueue, WorkSource } from '../../src/features/reminders/work-queue.ts';
import { connectionTo, newPrefix, openTestQueues } from '../support/azurite.ts';
import { type Fault, type FaultProxy, portIn, startFaultProxy, throughProxy } from '../support/fault-proxy.ts';

const pointer: WorkPointer = { kind: 'digest', personId: 'kari', period: '2026-W49' };

let proxy: FaultProxy;
let queue: WorkQueue & WorkSource;
/** The same queue, with nothing in between. */
let direct: WorkQueue & WorkSource;

beforeEach(async () => {
  const prefix = newPrefix();
  ({ work: direct } = await openTestQueues({ prefix }));
  proxy = await startFaultProxy(portIn(inject('azurite'), 'Queue'));
  const connection = connectionTo(throughProxy(inject('azurite'), { queues: proxy }));
  ({ work: queue } = await openTestQueues({ prefix, connection, requestTimeoutMs: 600, hiddenMs: 1_000 }));
});
afterEach(() => proxy.stop());

async function received(): Promise<WorkItem> {
  const [item] = await queue.receive(1);
  if (!item) throw new Error('there is no message');
  return item;
}

describe('the work queue when an answer is lost', () => {
  it('may hold a pointer twice, which its readers must bear, but never loses one', async () => {
    proxy.next('drop-response');
    await queue.send(pointer);
    expect(await direct.receive(32)).toHaveLength(2);
  });

  it('gives a message again when nobody heard that it was received', async () => {
    await queue.send(pointer);
    proxy.next('drop-response');
    expect(await queue.receive(1)).toEqual([]);
    await vi.waitFor(async () => expect(await direct.receive(1)).toHaveLength(1), { timeout: 5_000, interval: 200 });
  });

  it('completes, releases and parks a message all the same', async () => {
    await queue.send(pointer);
    proxy.next('drop-response', { matching: ({ method }) => method === 'PUT' });
    await (await received()).release(0, 'again');
    const again = await received();
    expect(again.text).toBe('again');
    proxy.next('drop-response', { matching: ({ method }) => method === 'DELETE' });
    await again.park('too-often');
    await queue.send(pointer);
    proxy.next('drop-response', { matching: ({ method }) => method === 'DELETE' });
    await (await received()).complete();
    expect(proxy.seen.filter(({ fault }) => fault === 'drop-response')).toHaveLength(3);
    expect(await direct.receive(32)).toEqual([]);
  });
});

describe('the work queue when storage is busy or away', () => {
  it.each<[Fault, string]>([
    ['answer-503', 'throttled'],
    ['reset', 'unavailable'],
    ['hang', 'unavailable'],
  ])('fails after three tries of %s as %s', async (fault, kind) => {
    const before = proxy.seen.length;
    proxy.always(fault);
    await expect(queue.send(pointer)).rejects.toMatchObject({ name: 'Failure', kind });
    expect(proxy.seen).toHaveLength(before + 3);
  });

  it.each<Fault>(['reset', 'answer-503', 'hang'])('survives one %s', async (fault) => {
    proxy.next(fault);
    await queue.send(pointer);
    expect(await direct.receive(32)).toHaveLength(1);
  });
});

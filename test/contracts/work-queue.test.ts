import { QueueClient } from '@azure/storage-queue';
import { expect, inject, test } from 'vitest';
import { newPrefix, openTestQueues } from '../support/azurite.ts';
import { memoryWorkQueue } from '../support/memory-work-queue.ts';
import { type OpenedWorkQueue, workQueueContract } from './work-queue.contract.ts';

workQueueContract('memory', async () => {
  const work = memoryWorkQueue();
  return {
    work,
    impatient: { receive: (limit) => work.receive(limit, 1_000) },
    parked: async () => work.parked,
    put: async (text) => work.put(text),
  };
});

const openAzurite = async (): Promise<OpenedWorkQueue & { poison: QueueClient }> => {
  const prefix = newPrefix();
  const { work } = await openTestQueues({ prefix });
  const { work: impatient } = await openTestQueues({ prefix, hiddenMs: 1_000 });
  const client = (name: string) => new QueueClient(inject('azurite'), `${prefix}${name}`);
  const [raw, poison] = [client('work'), client('work-poison')];
  return {
    work,
    impatient,
    poison,
    async parked() {
      const { peekedMessageItems } = await poison.peekMessages({ numberOfMessages: 32 });
      return peekedMessageItems.map(({ messageText }) => messageText);
    },
    async put(text) {
      await raw.sendMessage(text);
    },
  };
};
workQueueContract('Azurite', openAzurite);

test('a parked message, which says whom it was for, goes by itself after ninety days', async () => {
  const { work, poison } = await openAzurite();
  const pointer = { kind: 'reminder', personId: 'kari', dueOn: '2026-12-04' } as const;
  await work.send(pointer);
  const [item] = await work.receive(1);
  await item?.park('too-often');
  const daysOf = ({ insertedOn, expiresOn }: { insertedOn: Date; expiresOn: Date }) =>
    (expiresOn.getTime() - insertedOn.getTime()) / (24 * 3_600_000);
  const { peekedMessageItems } = await poison.peekMessages();
  expect(peekedMessageItems.map(daysOf)).toEqual([90]);
});

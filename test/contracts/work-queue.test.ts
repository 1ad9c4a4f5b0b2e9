import { QueueClient } from '@azure/storage-queue';
import { inject } from 'vitest';
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

workQueueContract('Azurite', async (): Promise<OpenedWorkQueue> => {
  const prefix = newPrefix();
  const { work } = await openTestQueues({ prefix });
  const { work: impatient } = await openTestQueues({ prefix, hiddenMs: 1_000 });
  const [raw, poison] = ['work', 'work-poison'].map((name) => new QueueClient(inject('azurite'), `${prefix}${name}`));
  return {
    work,
    impatient,
    async parked() {
      const messages = await poison?.peekMessages({ numberOfMessages: 32 });
      return (messages?.peekedMessageItems ?? []).map(({ messageText }) => messageText);
    },
    async put(text) {
      await raw?.sendMessage(text);
    },
  };
});

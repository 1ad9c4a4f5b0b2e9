import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { WorkItem, WorkQueue, WorkSource } from '../../features/reminders/work-queue.ts';
import { patientRequest } from '../azure-storage/patient-request.ts';
import { readStorageError } from '../azure-storage/translate-error.ts';
import { parkedTextOf } from './parked-message.ts';

/** What storage allows. */
const maxHiddenSeconds = 7 * 24 * 60 * 60;
const maxReceived = 32;
/** Storage would drop a message after seven days; work must outlive any outage. */
const messageTimeToLive = -1;
/** Somebody has to find out why it was parked; nobody needs to know after this whom it was for. `docs/personvern/dpia.md` names it. */
const parkedSeconds = 90 * 24 * 60 * 60;

export type WorkQueueClients = { work: QueueClient; parked: QueueClient };

/**
 * The queue of work and its reading end. A message whose sending was done but its answer lost is sent again by the retry, so one
 * pointer may lie there twice; a message handled but not completed in `hiddenMs` comes back. Whoever handles pointers must be able
 * to meet each more than once. Every call may throw Failure `unavailable` or `throttled`.
 */
export function workQueue(
  clients: WorkQueueClients,
  settings: { requestTimeoutMs: number; hiddenMs: number },
): WorkQueue & WorkSource {
  const { work, parked } = clients;
  const ask = <T>(what: string, request: (signal: AbortSignal) => Promise<T>) =>
    patientRequest(`${what} in queue ${work.name}`, settings.requestTimeoutMs, request);

  function itemOf({ messageId, popReceipt, messageText }: DequeuedMessageItem): WorkItem {
    const complete = async () => {
      await ask('complete', (abortSignal) =>
        work.deleteMessage(messageId, popReceipt, { abortSignal }).catch(fineIfNotOurs),
      );
    };
    return {
      text: messageText,
      complete,
      async release(delayMs, text = messageText) {
        await ask('release', (abortSignal) =>
          work.updateMessage(messageId, popReceipt, text, secondsOf(delayMs), { abortSignal }).catch(fineIfNotOurs),
        );
      },
      async park(reason) {
        // Parked before removed: a crash between the two leaves it in both, never in neither.
        const text = parkedTextOf({ messageId, reason, text: messageText });
        await ask('park', (abortSignal) => parked.sendMessage(text, { messageTimeToLive: parkedSeconds, abortSignal }));
        await complete();
      },
    };
  }

  return {
    async send(pointer, delayMs = 0) {
      const options = { messageTimeToLive, visibilityTimeout: secondsOf(delayMs) };
      await ask('send', (abortSignal) => work.sendMessage(JSON.stringify(pointer), { ...options, abortSignal }));
    },

    async count() {
      const properties = await ask('count', (abortSignal) => work.getProperties({ abortSignal }));
      // Never lower than the truth, says Azure. Without an answer the queue counts as empty: queued twice rather than never.
      return properties.approximateMessagesCount ?? 0;
    },

    async receive(limit) {
      if (limit < 1) return [];
      const options = {
        numberOfMessages: Math.min(limit, maxReceived),
        visibilityTimeout: secondsOf(settings.hiddenMs),
      };
      const { receivedMessageItems } = await ask('receive', (abortSignal) =>
        work.receiveMessages({ ...options, abortSignal }),
      );
      return receivedMessageItems.map(itemOf);
    },
  };
}

const secondsOf = (ms: number): number => Math.min(Math.ceil(Math.max(ms, 0) / 1000), maxHiddenSeconds);

/** The message is gone, or its receipt is old because somebody else has it by now: either way it is no longer ours. */
function fineIfNotOurs(error: unknown): void {
  const { code } = readStorageError(error);
  if (code !== 'MessageNotFound' && code !== 'PopReceiptMismatch') throw error;
}

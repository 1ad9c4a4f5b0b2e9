import { type QueueClient, QueueServiceClient, type StoragePipelineOptions } from '@azure/storage-queue';
import type { WorkQueue, WorkSource } from '../../features/reminders/work-queue.ts';
import { defaultRequestTimeoutMs, patientRequest } from '../azure-storage/patient-request.ts';
import {
  checkEncrypted,
  checkPrefix,
  readConnectionString,
  type StorageConnection,
  signInTo,
} from '../azure-storage/storage-connection.ts';
import { workQueue } from './work-queue.ts';

export type Queues = { work: WorkQueue & WorkSource };

/** Long enough for a batch of 32 messages to Teams at the slowest pace, short enough after a crash. */
const defaultHiddenMs = 3 * 60_000;

type QueueOptions = { connection: StorageConnection; prefix: string; requestTimeoutMs?: number; hiddenMs?: number };

/** Queues that may be asked before they are there: then they throw Failure `unavailable`. */
export type PreparedQueues = {
  queues: Queues;
  /** Creates the queues that are missing, as often as it is asked. Throws Failure `unavailable` when storage does not answer. */
  create(): Promise<void>;
};

/**
 * Opens the queues `{prefix}work` and `{prefix}work-poison` (parked messages), and creates them when missing.
 * Throws Failure `invalid` for impossible settings, `unavailable` when storage does not answer.
 */
export async function openQueues(options: QueueOptions): Promise<Queues> {
  const { queues, create } = await prepareQueues(options);
  await create();
  return queues;
}

/**
 * The same without a request: for who must not wait for storage. `hiddenMs` is how long a received message stays hidden from others
 * (3 min); `requestTimeoutMs` how long one try of a request may take (2 s). Throws Failure `invalid` for impossible settings.
 */
export async function prepareQueues(options: QueueOptions): Promise<PreparedQueues> {
  const { connection, prefix, requestTimeoutMs = defaultRequestTimeoutMs, hiddenMs = defaultHiddenMs } = options;
  checkPrefix(prefix);
  const service = await openService(connection);
  const work = service.getQueueClient(`${prefix}work`);
  const parked = service.getQueueClient(`${prefix}work-poison`);
  return {
    queues: { work: workQueue({ work, parked }, { requestTimeoutMs, hiddenMs }) },
    async create() {
      await Promise.all([work, parked].map((client) => createMissing(client, requestTimeoutMs)));
    },
  };
}

/** Our own retries stand in for the SDK's, which pause for 4 s and more: see patientRequest. */
const pipelineOptions: StoragePipelineOptions = { retryOptions: { maxTries: 1 } };

async function openService(connection: StorageConnection): Promise<QueueServiceClient> {
  if (connection.kind === 'account') {
    const { url, credential } = await signInTo(connection, 'queue');
    return new QueueServiceClient(url, credential, pipelineOptions);
  }
  return readConnectionString(connection.connectionString, (text) => {
    const service = QueueServiceClient.fromConnectionString(text, pipelineOptions);
    checkEncrypted(service.url);
    return service;
  });
}

async function createMissing(client: QueueClient, requestTimeoutMs: number): Promise<void> {
  const startMs = Math.max(requestTimeoutMs * 5, 10_000);
  await patientRequest(`create queue ${client.name}`, startMs, (abortSignal) =>
    client.createIfNotExists({ abortSignal }),
  );
}

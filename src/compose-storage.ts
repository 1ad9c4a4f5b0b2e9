import { setTimeout } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { Telemetry } from './core/events.ts';
import { prepareQueues, type Queues } from './outbound/azure-queue/open-queues.ts';
import { createOrGoOn } from './outbound/azure-storage/create-or-go-on.ts';
import { prepareTables, type TableStores } from './outbound/azure-tables/open-tables.ts';

/** Instead of the real ones, in tests. */
export type GivenStorage = { stores?: TableStores; queues?: Queues };

export type Storage = {
  stores: TableStores;
  queues: Queues;
  /** Whether all was there within a second; otherwise it is created behind, and every call throws Failure `unavailable` until then. */
  isThere: boolean;
  /** Ends the creating behind. */
  stop(): void;
};

/** The longest that storage may keep the door closed. */
export const startWaitMs = 1000;

/** Tables and queues. Storage that is away stops no start. Throws Failure `invalid` for settings that cannot be right. */
export async function composeStorage(
  { storage }: Config,
  telemetry: Telemetry,
  given: GivenStorage = {},
): Promise<Storage> {
  const connection = { connection: storage, prefix: storage.prefix };
  const [tables, queues] = await Promise.all([
    given.stores ? { stores: given.stores, create: nothing } : prepareTables(connection),
    given.queues ? { queues: given.queues, create: nothing } : prepareQueues(connection),
  ]);
  const stopping = new AbortController();
  const { signal } = stopping;
  const creating = (at: string, { create }: { create(): Promise<void> }) =>
    createOrGoOn({
      ...{ create, waitMs: startWaitMs, pause, signal },
      onFailure: (kind) => telemetry.record({ event: 'background-failed', at, kind }),
    });
  const outcomes = await Promise.all([creating('tables', tables), creating('queues', queues)]).catch(
    (error: unknown) => {
      stopping.abort();
      throw error;
    },
  );
  return {
    ...{ stores: tables.stores, queues: queues.queues },
    isThere: outcomes.every((outcome) => outcome === 'created'),
    stop: () => stopping.abort(),
  };
}

const nothing = async (): Promise<void> => {};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);

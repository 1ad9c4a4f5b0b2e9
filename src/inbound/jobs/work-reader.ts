import type { Telemetry } from '../../core/events.ts';
import { Failure } from '../../core/failure.ts';
import { backoffMs } from '../../features/reminders/backoff.ts';
import { maxFailures } from '../../features/reminders/ledger.ts';
import type { WorkItem, WorkPointer, WorkSource } from '../../features/reminders/work-queue.ts';
import type { Wait } from './wait.ts';
import { readWorkMessage, type WorkMessage, writeWorkMessage } from './work-message.ts';

export type HandledWork = { outcome: string } | { outcome: 'later'; delayMs: number };

export type WorkReaderNeeds = {
  source: WorkSource;
  telemetry: Telemetry;
  wait: Wait;
  random(): number;
  handle(pointer: WorkPointer): Promise<HandledWork>;
  /** Called when a message is given up after faults of ours. */
  giveUp(pointer: WorkPointer): Promise<void>;
};

export type WorkReader = {
  /** Reads until the signal comes. */
  run(signal: AbortSignal): Promise<void>;
  /** Handles all that can be seen in the queue now. */
  drain(): Promise<void>;
  /** Waits for what is in hand, at most `ms`; what is not finished then goes back to the queue. */
  handBack(ms: number): Promise<void>;
};

/** How many messages one process works on at once. */
const atOnce = 4;
const pollMs = 1000;
/** When storage or Teams is away for everybody: long enough not to hammer, short enough not to be noticed. */
const outageMs = 30_000;
const queueName = 'work';

/** Takes messages and sees each through: done, back to the queue for later, or parked. */
export function createWorkReader(needs: WorkReaderNeeds): WorkReader {
  const inHand = new Map<WorkItem, Promise<void>>();
  let taking: Promise<unknown> = Promise.resolve();

  async function takeSome(signal?: AbortSignal): Promise<number> {
    const items = await receive(needs, atOnce - inHand.size);
    for (const item of items) {
      // Stopped while asking: straight back, so that another replica has it at once.
      const done = signal?.aborted ? quietly(needs, item.release(0)) : work(needs, item);
      inHand.set(
        item,
        done.finally(() => inHand.delete(item)),
      );
    }
    return items.length;
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        taking = takeSome(signal);
        const taken = await taking;
        if (inHand.size >= atOnce) await Promise.race(inHand.values());
        else if (taken === 0) await needs.wait(pollMs, signal);
      }
    },

    async drain() {
      while ((await takeSome()) > 0 || inHand.size > 0) await Promise.race(inHand.values());
    },

    async handBack(ms) {
      const finished = new AbortController();
      const all = taking.then(() => Promise.all(inHand.values())).finally(() => finished.abort());
      await Promise.race([all, needs.wait(ms, finished.signal)]);
      await Promise.all([...inHand.keys()].map((item) => quietly(needs, item.release(0))));
    },
  };
}

async function receive({ source, telemetry }: WorkReaderNeeds, limit: number): Promise<readonly WorkItem[]> {
  try {
    return await source.receive(limit);
  } catch (error) {
    telemetry.record({ event: 'background-failed', at: 'work-reader', kind: kindOf(error) });
    return [];
  }
}

async function work(needs: WorkReaderNeeds, item: WorkItem): Promise<void> {
  const message = readWorkMessage(item.text);
  if (!message) {
    needs.telemetry.record({ event: 'message-parked', queue: queueName, failures: 0 });
    return quietly(needs, item.park('unreadable'));
  }
  try {
    const handled = await needs.handle(message.pointer);
    if ('delayMs' in handled) await item.release(handled.delayMs);
    else await item.complete();
  } catch (error) {
    await quietly(needs, afterError(needs, item, message, error));
  }
}

/** Poison is what failed five times through itself; an outage of storage is nobody's fault and is not counted. */
async function afterError(needs: WorkReaderNeeds, item: WorkItem, message: WorkMessage, error: unknown): Promise<void> {
  const kind = kindOf(error);
  needs.telemetry.record({ event: 'background-failed', at: `${message.pointer.kind}-worker`, kind });
  if (kind === 'unavailable' || kind === 'throttled' || kind === 'conflict') {
    return item.release(Math.round(outageMs * (1 + needs.random())));
  }
  const failures = message.failures + 1;
  if (failures < maxFailures) {
    return item.release(backoffMs(failures, undefined, needs.random), writeWorkMessage({ ...message, failures }));
  }
  needs.telemetry.record({ event: 'message-parked', queue: queueName, failures });
  await item.park('failed-too-often');
  await needs.giveUp(message.pointer);
}

/** What cannot be told to the queue now tells itself: the message comes back. */
async function quietly({ telemetry }: WorkReaderNeeds, told: Promise<void>): Promise<void> {
  try {
    await told;
  } catch (error) {
    telemetry.record({ event: 'background-failed', at: 'work-reader', kind: kindOf(error) });
  }
}

const kindOf = (error: unknown): string => (error instanceof Failure ? error.kind : 'bug');

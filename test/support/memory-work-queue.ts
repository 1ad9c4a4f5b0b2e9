import { type Clock, systemClock } from '../../src/core/clock.ts';
import type { WorkItem, WorkQueue } from '../../src/features/reminders/work-queue.ts';
import { parkedTextOf } from '../../src/outbound/azure-queue/parked-message.ts';

type Message = { messageId: string; text: string; visibleAtMs: number; receipt: number };

export type MemoryWorkQueue = WorkQueue & {
  /** As a WorkSource does; `hiddenMs` in place of the queue's own. */
  receive(limit: number, hiddenMs?: number): Promise<readonly WorkItem[]>;
  /** How many messages there are, hidden ones too. */
  size(): number;
  /** What was parked, oldest first, as it would lie in the queue of parked messages. */
  parked: readonly string[];
  /** Puts anything in, as somebody else with access to the queue could. */
  put(text: string): void;
};

/** WorkQueue and WorkSource in memory, with the behaviour of `workQueue`. Messages hide by `clock`. */
export function memoryWorkQueue({
  clock = systemClock,
  hiddenMs: usualHiddenMs = 180_000,
}: {
  clock?: Clock;
  hiddenMs?: number;
} = {}): MemoryWorkQueue {
  const messages = new Map<string, Message>();
  const parked: string[] = [];
  let counter = 0;
  const nowMs = () => clock.now().getTime();

  function add(text: string, delayMs: number): void {
    counter += 1;
    const messageId = `message-${counter}`;
    messages.set(messageId, { messageId, text, visibleAtMs: nowMs() + delayMs, receipt: 0 });
  }

  function itemOf(message: Message, receipt: number): WorkItem {
    const isOurs = () => messages.get(message.messageId) === message && message.receipt === receipt;
    const text = message.text;
    const complete = async () => {
      if (isOurs()) messages.delete(message.messageId);
    };
    return {
      text,
      complete,
      async release(delayMs, newText = text) {
        if (!isOurs()) return;
        Object.assign(message, { text: newText, visibleAtMs: nowMs() + delayMs, receipt: receipt + 1 });
      },
      async park(reason) {
        parked.push(parkedTextOf({ messageId: message.messageId, reason, text }));
        await complete();
      },
    };
  }

  return {
    async send(pointer, delayMs = 0) {
      add(JSON.stringify(pointer), delayMs);
    },
    count: async () => messages.size,
    async receive(limit, hiddenMs = usualHiddenMs) {
      const visible = [...messages.values()].filter(({ visibleAtMs }) => visibleAtMs <= nowMs());
      return visible.slice(0, Math.min(Math.max(limit, 0), 32)).map((message) => {
        message.visibleAtMs = nowMs() + hiddenMs;
        message.receipt += 1;
        return itemOf(message, message.receipt);
      });
    },
    size: () => messages.size,
    parked,
    put: (text) => add(text, 0),
  };
}

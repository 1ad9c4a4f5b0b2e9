import type { WorkPointer } from '../../src/features/reminders/work-queue.ts';
import type { Queues } from '../../src/outbound/azure-queue/open-queues.ts';

type Queue = Queues['work'];

/**
 * A real queue hides by its own clock, which nobody moves. Over this one what is put off stays outside of it until our clock has come so
 * far, and is then put in again by `bringBack`; it counts as in the queue meanwhile. `hides: false`: it comes back at once.
 */
export function hidingBy(queue: Queue, now: () => Date, hides: boolean): Queue & { bringBack(): Promise<void> } {
  let outside: { text: string; from: number }[] = [];
  return {
    ...queue,
    count: async () => (await queue.count()) + outside.length,
    async receive(limit) {
      const items = await queue.receive(limit);
      return items.map((item) => ({
        ...item,
        async release(ms: number, text = item.text) {
          if (ms <= 0 || !hides) return item.release(0, text);
          outside.push({ text, from: now().getTime() + ms });
          await item.complete();
        },
      }));
    },
    async bringBack() {
      for (const each of outside.filter(({ from }) => from <= now().getTime())) {
        await queue.send(JSON.parse(each.text) as WorkPointer);
        outside = outside.filter((other) => other !== each);
      }
    },
  };
}

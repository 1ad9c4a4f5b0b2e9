import type { TickStore } from '../../src/features/reminders/tick-store.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** TickStore in memory, with the behaviour of `tickTable`. */
export function memoryTickStore(): TickStore {
  const taken = new Map<string, string>();
  const check = (job: string) => checkKeys({ partitionKey: 'tick', rowKey: job });
  return {
    async takeMinute(job, minute) {
      check(job);
      const previous = taken.get(job);
      if (previous !== undefined && previous >= minute) return { outcome: 'taken' };
      taken.set(job, minute);
      return previous === undefined ? { outcome: 'mine' } : { outcome: 'mine', previous };
    },
    async finish(job) {
      check(job);
    },
  };
}

import { finishMinute, giveMinute, type TickMinutes } from '../../src/features/reminders/tick-minutes.ts';
import type { TickStore } from '../../src/features/reminders/tick-store.ts';
import { checkKeys } from '../../src/outbound/azure-tables/table.ts';

/** TickStore in memory, with the behaviour of `tickTable`. `storageNow`: its own clock. */
export function memoryTickStore(storageNow: () => Date = () => new Date()): TickStore {
  const rows = new Map<string, TickMinutes & { writtenAt: Date }>();
  const put = (job: string, minutes: TickMinutes) => void rows.set(job, { ...minutes, writtenAt: storageNow() });
  const check = (job: string) => checkKeys({ partitionKey: 'tick', rowKey: job });
  return {
    async takeMinute(job, minute, ours = minute) {
      check(job);
      const kept = rows.get(job);
      const given = giveMinute(kept, minute, ours);
      if (!given) return { outcome: 'taken', ...(kept?.finished && { finished: kept.finished }) };
      put(job, given);
      const { finished } = given;
      return { outcome: 'mine', ...(kept && { previous: kept.minute }), ...(finished && { finished }) };
    },
    async finish(job, minute) {
      check(job);
      const finished = finishMinute(rows.get(job), minute);
      if (finished) put(job, finished);
    },
    async writtenAt(job) {
      check(job);
      return rows.get(job)?.writtenAt;
    },
  };
}

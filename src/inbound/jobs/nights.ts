import type { Clock } from '../../core/clock.ts';
import type { Telemetry } from '../../core/events.ts';
import { type RepairDueNeeds, type RepairResult, repairDue } from '../../features/reminders/repair-due.ts';
import type { TickStore } from '../../features/reminders/tick-store.ts';
import type { KeepRetentionResult } from '../../features/use-cases/keep-retention.ts';
import { createNightRound, type NightRound } from './night-round.ts';

export type NightsNeeds = RepairDueNeeds & {
  ticks: TickStore;
  telemetry: Telemetry;
  clock: Clock;
  /** Deletes what is old enough. Absent where the periods cannot be read: then nothing is deleted. */
  keepRetention?: (now: Date) => Promise<KeepRetentionResult>;
};

/** Local time. */
const repairFrom = '03:00';
/**
 * Before the repair, so that as a rule nothing is planned for who is forgotten. After an outage in the night both begin at once: what is planned
 * then leads to nothing, since the person is not there.
 */
const retentionFrom = '02:00';

/** The two rounds that go through everybody's rows. */
export function createNights(needs: NightsNeeds): {
  repair: NightRound<RepairResult>;
  retention: NightRound<KeepRetentionResult> | undefined;
} {
  const { ticks, telemetry, clock, keepRetention } = needs;
  const place = { ticks, zone: needs.rules.calendar.zone };

  async function repair(now: Date): Promise<RepairResult> {
    const startedMs = clock.now().getTime();
    const result = await repairDue(needs, now);
    const durationMs = clock.now().getTime() - startedMs;
    telemetry.record({ event: 'tick-finished', job: 'repair', found: result.people, durationMs });
    if (result.broken > 0) telemetry.record({ event: 'background-failed', at: 'repair', kind: 'bug' });
    return result;
  }

  async function retain(keep: NonNullable<typeof keepRetention>, now: Date): Promise<KeepRetentionResult> {
    const { broken, ...counts } = await keep(now);
    telemetry.record({ event: 'retention-kept', ...counts });
    if (broken > 0) telemetry.record({ event: 'background-failed', at: 'retention', kind: 'bug' });
    return { broken, ...counts };
  }

  return {
    repair: createNightRound(place, { job: 'repair', from: repairFrom, work: repair }),
    retention:
      keepRetention &&
      createNightRound(place, { job: 'retention', from: retentionFrom, work: (now) => retain(keepRetention, now) }),
  };
}

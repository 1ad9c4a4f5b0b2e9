import { beforeEach, describe, expect, it } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import { createRollupsRound } from '../../../src/inbound/jobs/rollups-round.ts';
import { memoryTickStore } from '../../support/memory-tick-store.ts';

const november = new Date('2026-11-27T05:10:00Z');
const january = new Date('2027-01-04T05:10:00Z');
const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);
let made: Date[];
let events: TelemetryEvent[];
beforeEach(() => {
  made = [];
  events = [];
});

/** A replica: what its machine's clock says is what it takes for now, unless the service's clock is moved. */
function open(storageNow: Date, machineNow?: Date) {
  const run = createRollupsRound({
    ticks: memoryTickStore(() => storageNow),
    telemetry: { record: (event) => void events.push(event) },
    clock: { now: () => january },
    rules: { calendar: { zone: 'Europe/Oslo' } },
    ...(machineNow && { machineNow: () => machineNow }),
    makeRelease: async (now) => {
      made.push(now);
      return { outcome: 'made', areas: 3 };
    },
  });
  return run;
}

describe('the figures of the month', () => {
  it('are made by a machine whose clock is at most an hour ahead of storage’s', async () => {
    expect(await open(later(january, -60))(january)).toMatchObject({ outcome: 'made' });
    expect(made).toEqual([january]);
    expect(events).toMatchObject([{ event: 'tick-finished', job: 'rollups', found: 3 }]);
  });

  it('are not made of the rows of today for a month to come, where the clock has jumped ahead; that is told each hour', async () => {
    const run = open(november);
    expect(await run(january)).toBeUndefined();
    expect(await run(later(january, 10))).toBeUndefined();
    expect(made).toEqual([]);
    expect(events).toEqual([{ event: 'background-failed', at: 'rollups', kind: 'clock-ahead' }]);
    await run(later(january, 60));
    expect(events).toHaveLength(2);
  });

  it('are made in the hour in which another replica has the right clock', async () => {
    const ticks = memoryTickStore(() => november);
    const needs = { telemetry: { record: () => {} }, rules: { calendar: { zone: 'Europe/Oslo' } }, ticks };
    const makeRelease = async (now: Date) => {
      made.push(now);
      return { outcome: 'made', areas: 3 } as const;
    };
    await createRollupsRound({ ...needs, makeRelease, clock: { now: () => january } })(january);
    await createRollupsRound({ ...needs, makeRelease, clock: { now: () => november } })(november);
    expect(made).toEqual([november]);
  });

  it('are made where the service’s clock is moved on purpose, and the machine’s is right', async () => {
    expect(await open(november, november)(january)).toMatchObject({ outcome: 'made' });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { TelemetryEvent } from '../../../src/core/events.ts';
import type { RosterRun } from '../../../src/features/people/roster-run-store.ts';
import { createDirectoryRound } from '../../../src/inbound/jobs/directory-round.ts';
import { memoryTickStore } from '../../support/memory-tick-store.ts';

const rules = { calendar: { zone: 'Europe/Oslo' } };
const run: RosterRun = {
  ...{ runId: 'a', at: new Date('2026-11-23T00:10:00Z'), source: 'directory', outcome: 'applied', problems: [] },
  ...{ joined: 2, changed: 1, moved: 3, left: 0, same: 40, refused: 1, noted: 0 },
};

let events: TelemetryEvent[];
let kept: Date[];
beforeEach(() => {
  events = [];
  kept = [];
});

function open(outcome: RosterRun['outcome'] | undefined = 'applied', ticks = memoryTickStore()) {
  const telemetry = { record: (event: TelemetryEvent) => void events.push(event) };
  return createDirectoryRound({
    ...{ ticks, telemetry, rules },
    keepDirectory: async (now) => {
      kept.push(now);
      return outcome && { ...run, outcome };
    },
  });
}

describe('the round that fetches the staff list', () => {
  it('begins at one at night, local time, and asks once an hour', async () => {
    const round = open();
    for (const at of ['2026-11-22T23:59:00Z', '2026-11-23T00:00:00Z', '2026-11-23T00:01:00Z', '2026-11-23T01:30:00Z']) {
      await round(new Date(at));
    }
    expect(kept.map((at) => at.toISOString().slice(11, 16))).toEqual(['00:00', '01:30']);
  });

  it('is had by one of two replicas', async () => {
    const ticks = memoryTickStore();
    await Promise.all([open('applied', ticks)(run.at), open('applied', ticks)(run.at)]);
    expect(kept).toHaveLength(1);
  });

  it('is had once an hour by two replicas whose clocks differ by seconds', async () => {
    const ticks = memoryTickStore();
    for (const at of ['2026-11-23T03:00:00Z', '2026-11-23T02:59:58Z', '2026-11-23T03:00:01Z']) {
      await open('applied', ticks)(new Date(at));
    }
    expect(kept).toHaveLength(1);
  });

  it('goes on after a clock that ran hours ahead has been set back', async () => {
    const ticks = memoryTickStore();
    for (const at of ['2026-11-23T09:00:00Z', '2026-11-23T03:00:00Z', '2026-11-23T04:00:00Z']) {
      await open('applied', ticks)(new Date(at));
    }
    expect(kept).toHaveLength(3);
  });

  it('tells counts, and an alarm when somebody must look', async () => {
    await open()(run.at);
    expect(events).toEqual([
      { event: 'directory-kept', outcome: 'applied', joined: 2, changed: 4, left: 0, refused: 1 },
    ]);
    await open('no-answer')(run.at);
    expect(events.at(-1)).toEqual({ event: 'background-failed', at: 'directory', kind: 'no-answer' });
  });

  it('is nothing where the list comes as a file', async () => {
    const round = createDirectoryRound({ ticks: memoryTickStore(), telemetry: { record: () => {} }, rules });
    expect(await round(run.at)).toBeUndefined();
  });
});

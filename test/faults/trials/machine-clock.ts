import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../src/core/clock.ts';
import { createPacing, slotWindows } from '../../../src/outbound/teams/pacing.ts';
import { openTestTables } from '../../support/azurite.ts';
import type { TrialReport } from './trial-report.ts';

const dayMs = 24 * 60 * 60_000;
/** All rows of the ring: with fewer, the others would do. */
const busySeconds = 30;
/** Teams allows 50; the rest is for answers. */
const most = 45;
/** A message that was given no slot lies in the queue, and asks again later. */
const mostAsked = 3;

/** R8c: the machine's clock ran a day ahead through thirty busy seconds, so that no window of today has a row, and is set back. `each`: messages that two processes send then. */
export async function machineClockTrial(each: number): Promise<readonly TrialReport[]> {
  const { slots } = await openTestTables();
  const { windowAt, limit } = slotWindows();
  const ahead = windowAt(new Date(Date.now() + dayMs));
  const windows = Array.from({ length: busySeconds * 8 }, (_, index) => ahead + index);
  // All at once: their rows are those of the seconds that come now.
  await Promise.all(windows.map((window) => slots.lease(window, limit, limit)));
  const needs = {
    ...{ slots, now: systemClock.now, telemetry: { record: () => {} } },
    sleep: async (ms: number) => void (await setTimeout(ms)),
  };
  const setBackMs = Date.now();
  const times: number[] = [];
  const sendOne = async (pacing: ReturnType<typeof createPacing>) => {
    for (let asked = 0; asked < mostAsked; asked += 1) {
      if ((await pacing.waitForSlot()) === 'go') return times.push(Date.now());
    }
  };
  const processes = [createPacing(needs), createPacing(needs)];
  await Promise.all(processes.flatMap((pacing) => Array.from({ length: each }, () => sendOne(pacing))));
  const seconds = ((times.at(-1) ?? Number.NaN) - setBackMs) / 1_000;
  const peak = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
  const lost = 2 * each - times.length;
  const report: TrialReport = {
    ...{
      id: 'R8c',
      did: `the machine's clock ran a day ahead through ${busySeconds} busy seconds; then 2 × ${each} slots are asked for`,
    },
    counted: `the last after ${seconds.toFixed(0)} s, peak ${peak} in any second`,
    ...{ found: `${lost} without a slot`, holds: lost === 0 && peak <= most },
  };
  return [report];
}

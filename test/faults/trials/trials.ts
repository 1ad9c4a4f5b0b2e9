import { expect } from 'vitest';
import { type TrialId, trialIds } from '../../../src/tools/proof/trial-parts.ts';
import { seededRandom } from '../random.ts';
import { credentialTrial } from './credentials.ts';
import { everyFaultTrial } from './every-fault.ts';
import { killTrial } from './kills.ts';
import { machineClockTrial } from './machine-clock.ts';
import { onePostTrial } from './one-post.ts';
import { clockTrial, weekendTrial } from './outages.ts';
import { lostAnswersTrial, poisonTrial, pressTrial } from './ownership.ts';
import { rateTrial } from './rate.ts';
import { stopTrial } from './stops.ts';
import { storageTrial } from './storage-gone.ts';
import { throttledTrial } from './throttled.ts';
import { lineOf, type TrialReport, type TrialSize } from './trial-report.ts';
import { yearsTrial } from './years.ts';

export type NamedTrial = { id: TrialId; about: string; run(random: () => number): Promise<readonly TrialReport[]> };

const seed = 20261126;

/** What plays the whole service in the process of the test and computes there, so that a Teams in the same process would answer late. */
export const playedHere: ReadonlySet<TrialId> = new Set<TrialId>(['R7', 'R8', 'R8b', 'R10']);
/** What counts seconds, so that nothing may compute beside it. */
export const timed: ReadonlySet<TrialId> = new Set<TrialId>(['R6', 'R8c']);

/** Runs one, and tells what it found. Fails when a report of it does not hold. */
export async function runTrial({ run }: NamedTrial): Promise<void> {
  const reports = await run(seededRandom(seed));
  for (const report of reports) process.stdout.write(`${lineOf(report)}\n`);
  expect(reports.filter(({ holds }) => !holds)).toEqual([]);
}

/** Every trial at a size. What does not grow with the number of people is the same in both. */
export function trialsOf(size: TrialSize): readonly NamedTrial[] {
  const isShort = size.people < 500;
  const some = isShort ? 20 : size.people;
  const trials: Readonly<Record<TrialId, Omit<NamedTrial, 'id'>>> = {
    R1: { about: 'kills and every fault', run: () => killTrial(size, seed) },
    R1b: { about: 'stopped tidily', run: (random) => stopTrial(isShort ? 60 : 500, isShort ? 4 : 40, random) },
    R2b: {
      about: 'every class, every fault, three deliveries',
      run: () => everyFaultTrial(isShort ? 1 : 10, isShort ? 2 : 0),
    },
    R3: { about: 'the rate of two processes', run: () => rateTrial(size) },
    R4: { about: 'throttled', run: (random) => throttledTrial(some, random) },
    R5: { about: 'one POST an attempt', run: () => onePostTrial() },
    R6: { about: 'storage gone', run: () => storageTrial(isShort ? 20 : 200) },
    R7: { about: 'a long weekend', run: () => weekendTrial(isShort ? 10 : 200) },
    R8: {
      about: 'every year',
      run: (random) => yearsTrial(isShort ? { hiresEachYear: 1, every: 3 } : { hiresEachYear: 20, every: 1 }, random),
    },
    R8b: { about: 'clock jumps', run: () => clockTrial(isShort ? 6 : 200) },
    R8c: { about: 'the clock by which is paced', run: () => machineClockTrial(isShort ? 10 : 200) },
    R10: { about: 'the same press four times', run: () => pressTrial(isShort ? 5 : 50) },
    R11: { about: 'lost answers of storage', run: (random) => lostAnswersTrial(some, random) },
    R13: { about: 'poison', run: () => poisonTrial(isShort ? 12 : 200) },
    401: { about: 'expired credentials', run: () => credentialTrial(isShort ? 24 : size.people) },
  };
  return trialIds.map((id) => ({ id, ...trials[id] }));
}

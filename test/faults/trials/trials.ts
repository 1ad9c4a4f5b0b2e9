import { credentialTrial } from './credentials.ts';
import { everyFaultTrial } from './every-fault.ts';
import { killTrial } from './kills.ts';
import { onePostTrial } from './one-post.ts';
import { clockTrial, weekendTrial } from './outages.ts';
import { lostAnswersTrial, poisonTrial, pressTrial } from './ownership.ts';
import { rateTrial } from './rate.ts';
import { storageTrial } from './storage-gone.ts';
import { throttledTrial } from './throttled.ts';
import type { TrialReport, TrialSize } from './trial-report.ts';
import { yearsTrial } from './years.ts';

export type NamedTrial = { name: string; run(random: () => number): Promise<readonly TrialReport[]> };

/** Every trial at a size. What does not grow with the number of people is the same in both. */
export function trialsOf(size: TrialSize): readonly NamedTrial[] {
  const isShort = size.people < 500;
  const some = isShort ? 20 : size.people;
  return [
    { name: 'R1 R2: kills and every fault', run: (random) => killTrial(size, random) },
    { name: 'R2b: every class, every fault, three deliveries', run: () => everyFaultTrial(isShort ? 1 : 10) },
    { name: 'R3: the rate of two processes', run: () => rateTrial(size) },
    { name: 'R4: throttled', run: (random) => throttledTrial(some, random) },
    { name: 'R5: one POST an attempt', run: () => onePostTrial() },
    { name: 'R6: storage gone', run: () => storageTrial(isShort ? 20 : 200) },
    { name: 'R7: a long weekend', run: () => weekendTrial(isShort ? 15 : 200) },
    { name: 'R8: every year', run: (random) => yearsTrial(isShort ? 1 : 20, random) },
    { name: 'R8b: clock jumps', run: () => clockTrial(isShort ? 10 : 200) },
    { name: 'R10: the same press four times', run: () => pressTrial(isShort ? 5 : 50) },
    { name: 'R11: lost answers of storage', run: (random) => lostAnswersTrial(some, random) },
    { name: 'R13: poison', run: () => poisonTrial(isShort ? 12 : 200) },
    { name: 'expired credentials', run: () => credentialTrial(isShort ? 24 : size.people) },
  ];
}

import type { PriorChoice } from './prior-learning.ts';

/** Why a leader may give more time, or say that somebody need not take a module. Chosen, never written. */
export type LeaderChoices = { moreTime: readonly PriorChoice[]; exempt: readonly PriorChoice[] };

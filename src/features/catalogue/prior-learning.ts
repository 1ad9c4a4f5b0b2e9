import type { LocalText } from '../../core/locale.ts';

/** One of the answers that the pack offers. People choose; nobody writes, so that no free text is stored. */
export type PriorChoice = { choiceId: string; name: LocalText };

/** What the municipality offers to who has learnt something before: where it may have been, and why a leader may say no. */
export type PriorLearning = { places: readonly PriorChoice[]; reasons: readonly PriorChoice[] };

export const findChoice = (choices: readonly PriorChoice[], choiceId: string): PriorChoice | undefined =>
  choices.find((choice) => choice.choiceId === choiceId);

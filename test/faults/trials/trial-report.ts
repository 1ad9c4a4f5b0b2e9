import type { TrialSizeName } from '../../../src/tools/proof/trial-parts.ts';

/** One line about one trial: what was done, what was counted, and what was found. */
export type TrialReport = { id: string; did: string; counted: string; found: string; holds: boolean };

/** How large a trial is. The short one is part of `npm test`, the full one is `npm run trials`. */
export type TrialSize = {
  /**
   * So many of these, begun one after the other, each going on while the next is set up: Azurite reads a whole table for every list, so a large one
   * would only test Azurite.
   */
  municipalities: number;
  people: number;
  killsInEach: number;
  /** By two workers whose rows lie in memory. */
  sends: number;
  answers: number;
};

export const shortSize: TrialSize = { municipalities: 1, people: 300, killsInEach: 10, sends: 400, answers: 40 };
/** 20,000 people due and 1,000 kills; hours on a small machine. */
export const fullSize: TrialSize = { municipalities: 40, people: 500, killsInEach: 25, sends: 20_000, answers: 400 };

export const sizes: Readonly<Record<TrialSizeName, TrialSize>> = {
  full: fullSize,
  tenth: { ...fullSize, municipalities: 4, sends: 2_000 },
  fortieth: { ...fullSize, municipalities: 1, sends: 2_000 },
  short: shortSize,
};

export const lineOf = ({ id, did, counted, found, holds }: TrialReport): string =>
  `${id.padEnd(8)} ${did} | ${counted} | ${found} | ${holds ? 'holds' : 'DOES NOT HOLD'}`;

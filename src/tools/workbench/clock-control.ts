/** Moves the clock of the bot and the page together. */
export type ClockControl = {
  /** The moved time. */
  now(): Date;
  offsetMs(): number;
  /** Goes there step by step, letting everything that is due on the way happen. Backwards is refused. */
  advanceTo(to: Date): Promise<void>;
  /** When something happens next. */
  nextDueAt(): Promise<Date | undefined>;
  /** Back to real time. What has happened stays. */
  reset(): Promise<void>;
};

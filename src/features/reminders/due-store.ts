import type { LocalDate, LocalTime } from '../../core/local-date.ts';

/**
 * An index of what is due when. Created *before* the person's transaction and deleted *after* settling, so a crash leaves a hint
 * too many, never one too few.
 */
export type Due = ModuleDue | PingDue;

type DueBase = {
  dueOn: LocalDate;
  /** In the municipality's time zone. */
  dueTime: LocalTime;
  personId: string;
};

/** The truth is the person's own `reminder` row. */
export type ModuleDue = DueBase & { moduleId: string; cycle: number; stepId: string };

/** A date that the person asked for. The truth is the person's own `ping` row; what it is about is known to nobody else. */
export type PingDue = DueBase & { kind: 'ping' };

/** `queuedAt`: when a pointer to it was last queued; absent when never. */
export type DueRow = Due & { queuedAt?: Date; etag: string };

export type DueStore = {
  /** Fine if it exists. */
  create(due: Due): Promise<void>;
  /**
   * Every row of the dates from `from` to `to` inclusive, queued or not, in no promised order. A row that cannot be read, for example of a
   * newer version, is told and left out: the others are sound.
   */
  list(from: LocalDate, to: LocalDate, tellUnreadable?: () => void): AsyncIterable<DueRow>;
  /** Throws Failure `conflict` when somebody else marked or deleted it first. A row may be marked again later. */
  markQueued(row: DueRow, queuedAt: Date): Promise<void>;
  /** Fine if absent. */
  delete(due: Due): Promise<void>;
};

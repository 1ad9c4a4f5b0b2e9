/**
 * `previous`: the minute given before; later than the one that was asked for when it is taken over from a clock that ran ahead. `finished`: the
 * latest minute of the job that somebody finished.
 */
export type MinuteTaken =
  | { outcome: 'mine'; previous?: string; finished?: string }
  | { outcome: 'taken'; finished?: string };

/** Who owns this minute of a job, so that one replica of many does the work. */
export type TickStore = {
  /**
   * `mine` exactly once per job and minute over all replicas, as long as no two clocks are far wrong at once (`YYYY-MM-DDTHH:mm`, which sorts as
   * text). `ours`: the clock of who asks, where `minute` is the beginning of something longer. A stored minute that is far ahead of it stops
   * nobody.
   */
  takeMinute(job: string, minute: string, ours?: string): Promise<MinuteTaken>;
  finish(job: string, minute: string): Promise<void>;
  /** When a minute of the job was last taken or finished, by storage's own clock; `undefined` when none was. */
  writtenAt(job: string): Promise<Date | undefined>;
};

/** Who owns this minute of a job, so that one replica of many does the work. */
export type TickStore = {
  /** `mine` exactly once per job and minute over all replicas (`minute` is a UTC instant cut to the minute, `YYYY-MM-DDTHH:mm`). */
  takeMinute(job: string, minute: string): Promise<{ outcome: 'mine'; previous?: string } | { outcome: 'taken' }>;
  finish(job: string, minute: string): Promise<void>;
};

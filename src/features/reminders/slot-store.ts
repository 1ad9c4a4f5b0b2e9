/** Sending slots shared by all replicas. A slot that is leased and not used is lost, never given back. */
export type SlotStore = {
  /**
   * Leases up to `wanted` of the `limit` slots of one short window of time, named by its number (Unix time divided by its length, which is
   * the same for all callers). Answers how many were given, 0 when the window is full. Over all replicas no window ever gives more than `limit`.
   * Where a clock ran ahead and is right again, each window of the first turn gives none.
   */
  lease(window: number, wanted: number, limit: number): Promise<number>;
};

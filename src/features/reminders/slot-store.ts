/** Sending slots shared by all replicas. A slot that is leased and not used is lost, never given back. */
export type SlotStore = {
  /**
   * Leases up to `wanted` of the `limit` slots of one second (Unix time in whole seconds). Answers how many were given, 0 when the
   * second is full. Over all replicas no second ever gives more than `limit`.
   */
  lease(second: number, wanted: number, limit: number): Promise<number>;
};

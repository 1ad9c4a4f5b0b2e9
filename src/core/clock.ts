/** Where "now" comes from. Rules take `now` as an argument; only doors and long-running loops hold a Clock. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

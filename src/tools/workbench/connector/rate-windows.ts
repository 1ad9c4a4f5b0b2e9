/** Teams' limits per bot, sliding windows: [length in ms, how many]. Source: Teams docs, "Rate limiting for agents", 2026-10-08. */
const limits = {
  send: [
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
    [3_600_000, 1_800],
  ],
  create: [
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
    [3_600_000, 1_800],
  ],
  members: [
    [1_000, 14],
    [2_000, 16],
    [30_000, 120],
    [3_600_000, 3_600],
  ],
  /** Everything the app does in the tenant. */
  tenant: [[1_000, 50]],
} as const satisfies Record<string, readonly (readonly [number, number])[]>;

export type RatedOperation = Exclude<keyof typeof limits, 'tenant'>;

export type RateWindows = {
  /**
   * Counts the request, or says how many whole seconds to wait. A refused request is not counted.
   * `operation` is undefined for what only the tenant's limit covers (update, delete).
   */
  admit(nowMs: number, conversationId: string, operation: RatedOperation | undefined): { waitSeconds: number };
};

/** The windows of one app in one tenant. `nowMs` must never go backwards. */
export function createRateWindows(): RateWindows {
  const times = new Map<string, number[]>();
  const waitIn = (key: string, windows: readonly (readonly [number, number])[], nowMs: number): number => {
    const seen = times.get(key) ?? [];
    const waits = windows.map(([lengthMs, most]) => {
      const blocking = seen[seen.length - most];
      return blocking === undefined ? 0 : Math.max(0, blocking + lengthMs - nowMs);
    });
    return Math.max(...waits);
  };
  const count = (key: string, nowMs: number, longestMs: number): void => {
    const seen = times.get(key) ?? [];
    const firstKept = seen.findIndex((at) => at > nowMs - longestMs);
    times.set(key, [...(firstKept < 0 ? [] : seen.slice(firstKept)), nowMs]);
  };
  return {
    admit(nowMs, conversationId, operation) {
      const key = `${operation}|${conversationId}`;
      const threadWaitMs = operation ? waitIn(key, limits[operation], nowMs) : 0;
      const waitMs = Math.max(threadWaitMs, waitIn('tenant', limits.tenant, nowMs));
      if (waitMs > 0) return { waitSeconds: Math.ceil(waitMs / 1_000) };
      if (operation) count(key, nowMs, 3_600_000);
      count('tenant', nowMs, 1_000);
      return { waitSeconds: 0 };
    },
  };
}

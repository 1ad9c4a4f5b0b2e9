const jitterShare = 0.2;

/** What a wait may become with all of the jitter. */
export const withJitterMs = (waitMs: number): number => waitMs * (1 + jitterShare);

export type BackoffSteps = { firstMs: number; factor: number; longestMs: number };
/** 1, 4, 16, 60 minutes: an hour without Teams parks nobody. */
const steps: BackoffSteps = { firstMs: 60_000, factor: 4, longestMs: 60 * 60_000 };

/**
 * How long to wait after the n-th failure (n from 1), with up to 20 % on top, and never less than what Teams asked for (`retryAfterMs`).
 * `random` gives 0 to 1.
 */
export function backoffMs(
  failures: number,
  retryAfterMs: number | undefined,
  random: () => number,
  { firstMs, factor, longestMs } = steps,
): number {
  const growing = Math.min(firstMs * factor ** (failures - 1), longestMs);
  return Math.round(Math.max(growing, retryAfterMs ?? 0) * (1 + jitterShare * random()));
}

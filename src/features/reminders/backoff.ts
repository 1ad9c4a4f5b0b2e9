const firstMs = 60_000;
const longestMs = 60 * 60_000;
const jitterShare = 0.2;

/**
 * How long to wait after the n-th failure (n from 1): 1, 4, 16, 60 minutes with up to 20 % on top, so that an hour without Teams
 * parks nobody, and never less than what Teams asked for (`retryAfterMs`). `random` gives 0 to 1.
 */
export function backoffMs(failures: number, retryAfterMs: number | undefined, random: () => number): number {
  const growing = Math.min(firstMs * 4 ** (failures - 1), longestMs);
  return Math.round(Math.max(growing, retryAfterMs ?? 0) * (1 + jitterShare * random()));
}

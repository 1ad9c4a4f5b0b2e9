import type { ConnectorLogEntry } from '../../../src/tools/workbench/connector/wire.ts';

/** What Teams allows a bot, from its documentation: [length in ms, how many]. Counted anew here, so that the stub's own count is not believed. */
const tenantSecond = [1_000, 50] as const;
const conversationWindows = [
  [1_000, 7],
  [2_000, 8],
  [30_000, 60],
  [3_600_000, 1_800],
] as const;

export const isMessage = ({ method, path }: ConnectorLogEntry): boolean =>
  method === 'POST' && /\/conversations\/[^/]+\/activities/.test(path);

/** Every request by the time at which Teams saw it. `peak`: the most in any second; `over`: requests that made a window too full. */
export function judgeLimits(log: readonly ConnectorLogEntry[]): { peak: number; over: number } {
  const all = timesOf(log);
  const each = Map.groupBy(log.filter(isMessage), ({ conversationId }) => conversationId);
  const overInOne = [...each.values()].flatMap((own) =>
    conversationWindows.map(([lengthMs, most]) => countWithin(timesOf(own), lengthMs, most).over),
  );
  const { peak, over } = countWithin(all, ...tenantSecond);
  return { peak, over: over + overInOne.reduce((sum, count) => sum + count, 0) };
}

/** Of any stretch of this length that ends with a request. */
function countWithin(timesMs: readonly number[], lengthMs: number, most: number): { peak: number; over: number } {
  let first = 0;
  let peak = 0;
  let over = 0;
  for (const [index, at] of timesMs.entries()) {
    while ((timesMs[first] ?? at) <= at - lengthMs) first += 1;
    const count = index - first + 1;
    peak = Math.max(peak, count);
    if (count > most) over += 1;
  }
  return { peak, over };
}

const timesOf = (log: readonly ConnectorLogEntry[]): number[] =>
  log.map(({ atMs }) => atMs).toSorted((left, right) => left - right);
